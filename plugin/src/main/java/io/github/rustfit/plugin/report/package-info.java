/** The report writers: every one renders the same assessment, so they cannot disagree. */
@NullMarked
package io.github.rustfit.plugin.report;

import org.jspecify.annotations.NullMarked;
