/** Captures of rustfit's agent: their counts, never what they captured. */
@NullMarked
package io.github.rustfit.readers.capture;

import org.jspecify.annotations.NullMarked;
