/** The catalogue of Java libraries and their Rust counterparts. */
@NullMarked
package io.github.rustfit.rules.crates;

import org.jspecify.annotations.NullMarked;
