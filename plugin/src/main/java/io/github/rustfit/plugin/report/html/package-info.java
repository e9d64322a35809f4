/** The page for people. */
@NullMarked
package io.github.rustfit.plugin.report.html;

import org.jspecify.annotations.NullMarked;
