/** Closed formulas: the speed-up ceiling, the visibility of pauses and what a migration costs. */
@NullMarked
package io.github.rustfit.rules.arithmetic;

import org.jspecify.annotations.NullMarked;
