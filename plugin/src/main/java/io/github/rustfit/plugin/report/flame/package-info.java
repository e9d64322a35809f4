/** Flame graphs: what they show, whose code it is, and the data that the pages' script draws. */
@NullMarked
package io.github.rustfit.plugin.report.flame;

import org.jspecify.annotations.NullMarked;
