/** Published cases that components are compared with. */
@NullMarked
package io.github.rustfit.rules.precedent;

import org.jspecify.annotations.NullMarked;
