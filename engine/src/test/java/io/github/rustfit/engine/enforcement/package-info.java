@NullMarked
package io.github.rustfit.engine.enforcement;

import org.jspecify.annotations.NullMarked;
