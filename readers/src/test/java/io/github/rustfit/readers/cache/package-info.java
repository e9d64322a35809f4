@NullMarked
package io.github.rustfit.readers.cache;

import org.jspecify.annotations.NullMarked;
