/** Reads the history of builds and adds to it. */
@NullMarked
package io.github.rustfit.readers.builds;

import org.jspecify.annotations.NullMarked;
