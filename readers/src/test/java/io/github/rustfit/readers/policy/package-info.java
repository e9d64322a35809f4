@NullMarked
package io.github.rustfit.readers.policy;

import org.jspecify.annotations.NullMarked;
