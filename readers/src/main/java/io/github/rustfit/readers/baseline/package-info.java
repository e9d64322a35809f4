/** Reads and writes the baseline of a project. */
@NullMarked
package io.github.rustfit.readers.baseline;

import org.jspecify.annotations.NullMarked;
