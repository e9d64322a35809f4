@NullMarked
package io.github.rustfit.readers.crates;

import org.jspecify.annotations.NullMarked;
