/**
 * What each goal does, whoever asks for it: it takes a {@link
 * io.github.rustfit.plugin.goal.Workspace} and options, runs one analysis, has it written, says how
 * it went and judges the result. Nothing here knows Maven.
 */
@NullMarked
package io.github.rustfit.plugin.goal;

import org.jspecify.annotations.NullMarked;
