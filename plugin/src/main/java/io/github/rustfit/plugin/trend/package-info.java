/** The writers of a trend: every one renders the same, so they cannot disagree. */
@NullMarked
package io.github.rustfit.plugin.trend;

import org.jspecify.annotations.NullMarked;
