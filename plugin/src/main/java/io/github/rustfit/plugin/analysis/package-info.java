/** The one analysis that all goals share; it knows nothing of Maven. */
@NullMarked
package io.github.rustfit.plugin.analysis;

import org.jspecify.annotations.NullMarked;
