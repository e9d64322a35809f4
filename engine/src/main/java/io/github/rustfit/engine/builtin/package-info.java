/** The built-in rules, found through the same services file as anybody else's. */
@NullMarked
package io.github.rustfit.engine.builtin;

import org.jspecify.annotations.NullMarked;
