/** Whole-process comparisons of recording readers. */
@NullMarked
package io.github.rustfit.benchmarks;

import org.jspecify.annotations.NullMarked;
