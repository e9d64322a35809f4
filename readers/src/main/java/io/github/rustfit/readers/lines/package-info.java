/** Text cut into lines, whatever they say. */
@NullMarked
package io.github.rustfit.readers.lines;

import org.jspecify.annotations.NullMarked;
