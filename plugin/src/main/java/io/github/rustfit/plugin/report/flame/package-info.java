/** Flame graphs: as pages of their own and as data for the page of the report. */
@NullMarked
package io.github.rustfit.plugin.report.flame;

import org.jspecify.annotations.NullMarked;
