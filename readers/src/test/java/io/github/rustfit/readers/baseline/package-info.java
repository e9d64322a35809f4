@NullMarked
package io.github.rustfit.readers.baseline;

import org.jspecify.annotations.NullMarked;
