/** What the hot code of a component does, read from its own samples. */
@NullMarked
package io.github.rustfit.engine.shape;

import org.jspecify.annotations.NullMarked;
