/** Changes to the user's own source, proposed line by line. */
@NullMarked
package io.github.rustfit.plugin.report.fix;

import org.jspecify.annotations.NullMarked;
