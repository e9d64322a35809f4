/** The report for programs. */
@NullMarked
package io.github.rustfit.plugin.report.json;

import org.jspecify.annotations.NullMarked;
