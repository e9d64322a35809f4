/** Evidence of many recordings and logs as a few sums of bounded size. */
@NullMarked
package io.github.rustfit.engine.fold;

import org.jspecify.annotations.NullMarked;
