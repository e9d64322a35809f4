/** Patterns in the source: what each costs or risks, what cures it in Java, what confirms it. */
@NullMarked
package io.github.rustfit.engine.patterns;

import org.jspecify.annotations.NullMarked;
