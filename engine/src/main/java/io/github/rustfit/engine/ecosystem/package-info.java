/** The libraries that a component uses, and what Rust has instead. */
@NullMarked
package io.github.rustfit.engine.ecosystem;

import org.jspecify.annotations.NullMarked;
