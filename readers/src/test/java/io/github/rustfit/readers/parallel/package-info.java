@NullMarked
package io.github.rustfit.readers.parallel;

import org.jspecify.annotations.NullMarked;
