/** Keeps between builds what is costly to read again. */
@NullMarked
package io.github.rustfit.readers.cache;

import org.jspecify.annotations.NullMarked;
