/** What moving a component could gain, saves and costs. */
@NullMarked
package io.github.rustfit.engine.economics;

import org.jspecify.annotations.NullMarked;
