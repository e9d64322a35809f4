/** Collapsed stacks: a line for each stack, as flame graphs are made of. */
@NullMarked
package io.github.rustfit.readers.collapsed;

import org.jspecify.annotations.NullMarked;
