@NullMarked
package io.github.rustfit.readers.yaml;

import org.jspecify.annotations.NullMarked;
