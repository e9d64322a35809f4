/**
 * The names, frames and stacks that the events of a recording refer to by number, each decoded once
 * and numbered anew for all chunks.
 */
@NullMarked
package io.github.rustfit.readers.jfr.stacks;

import org.jspecify.annotations.NullMarked;
