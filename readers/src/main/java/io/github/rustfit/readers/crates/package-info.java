/** Reads the catalogue of Java libraries and their Rust counterparts. */
@NullMarked
package io.github.rustfit.readers.crates;

import org.jspecify.annotations.NullMarked;
