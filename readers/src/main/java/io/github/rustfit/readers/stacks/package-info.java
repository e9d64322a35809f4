/** Stacks of formats that give frames as text and do not say what their numbers count. */
@NullMarked
package io.github.rustfit.readers.stacks;

import org.jspecify.annotations.NullMarked;
