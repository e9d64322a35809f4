/** Hand-made data, stub rules and generators that the tests share. */
@NullMarked
package io.github.rustfit.rules.support;

import org.jspecify.annotations.NullMarked;
