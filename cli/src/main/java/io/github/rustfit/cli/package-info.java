/** The goals as commands: options become what a goal takes, what it says goes to the terminal. */
@NullMarked
package io.github.rustfit.cli;

import org.jspecify.annotations.NullMarked;
