@NullMarked
package io.github.rustfit.readers.builds;

import org.jspecify.annotations.NullMarked;
