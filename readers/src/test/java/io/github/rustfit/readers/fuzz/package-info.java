/** Bytes that nobody wrote, given to everything that reads. */
@NullMarked
package io.github.rustfit.readers.fuzz;

import org.jspecify.annotations.NullMarked;
