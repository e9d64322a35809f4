@NullMarked
package io.github.rustfit.engine.fit;

import org.jspecify.annotations.NullMarked;
