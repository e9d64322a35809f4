/** Closed formulas: the speed-up ceiling and the visibility of pauses. */
@NullMarked
package io.github.rustfit.rules.arithmetic;

import org.jspecify.annotations.NullMarked;
