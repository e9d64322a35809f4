/** The writers of a comparison: every one renders the same, so they cannot disagree. */
@NullMarked
package io.github.rustfit.plugin.compare;

import org.jspecify.annotations.NullMarked;
