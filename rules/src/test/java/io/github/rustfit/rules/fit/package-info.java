@NullMarked
package io.github.rustfit.rules.fit;

import org.jspecify.annotations.NullMarked;
