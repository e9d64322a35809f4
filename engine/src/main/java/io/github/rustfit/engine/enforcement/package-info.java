/**
 * Which crossed limits count: decisions that silence them, a baseline that accepts them, a change
 * that does not touch them.
 */
@NullMarked
package io.github.rustfit.engine.enforcement;

import org.jspecify.annotations.NullMarked;
