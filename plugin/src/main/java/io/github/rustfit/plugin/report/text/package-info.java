/** How figures, names and sentences read in every report. */
@NullMarked
package io.github.rustfit.plugin.report.text;

import org.jspecify.annotations.NullMarked;
