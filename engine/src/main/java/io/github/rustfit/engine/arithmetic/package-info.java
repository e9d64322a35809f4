/** Closed formulas: the speed-up ceiling, the visibility of pauses and what a migration costs. */
@NullMarked
package io.github.rustfit.engine.arithmetic;

import org.jspecify.annotations.NullMarked;
