/** Keeps what was read of source files, by their content. */
@NullMarked
package io.github.rustfit.readers.source.cache;

import org.jspecify.annotations.NullMarked;
