/** Change points, held to what Apache Otava finds. */
@NullMarked
package io.github.rustfit.engine.trend;

import org.jspecify.annotations.NullMarked;
