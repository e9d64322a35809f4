/** What pairs of runs tell of the ratio of two programs, and when they have told enough. */
@NullMarked
package io.github.rustfit.trial.pairs;

import org.jspecify.annotations.NullMarked;
