/** Runs of a program, figures over them, and what can be told from the differences between them. */
@NullMarked
package io.github.rustfit.engine.runs;

import org.jspecify.annotations.NullMarked;
