/** Hand-made data, stub rules and generators that the tests share. */
@NullMarked
package io.github.rustfit.rules.testing;

import org.jspecify.annotations.NullMarked;
