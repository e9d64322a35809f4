@NullMarked
package io.github.rustfit.rules.enforcement;

import org.jspecify.annotations.NullMarked;
