/** The goals: they bind parameters, run one analysis, have it written and judge its result. */
@NullMarked
package io.github.rustfit.plugin;

import org.jspecify.annotations.NullMarked;
