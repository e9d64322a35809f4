@NullMarked
package io.github.rustfit.readers.source.cache;

import org.jspecify.annotations.NullMarked;
