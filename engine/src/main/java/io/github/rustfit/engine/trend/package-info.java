/** What changed for good over the builds of a history: change points of its figures. */
@NullMarked
package io.github.rustfit.engine.trend;

import org.jspecify.annotations.NullMarked;
