/** What every writer of reports is made of: its contract, JSON, escapes and the parts of a page. */
@NullMarked
package io.github.rustfit.plugin.report.output;

import org.jspecify.annotations.NullMarked;
