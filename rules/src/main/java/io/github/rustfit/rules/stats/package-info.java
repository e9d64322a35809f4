/** Intervals and shares: what a finite number of samples can and cannot say. */
@NullMarked
package io.github.rustfit.rules.stats;

import org.jspecify.annotations.NullMarked;
