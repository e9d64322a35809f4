/** What earlier builds measured: the history that a trend is seen in. */
@NullMarked
package io.github.rustfit.rules.builds;

import org.jspecify.annotations.NullMarked;
