/** A job on Apache Spark that judges many services: the one way in, and what runs where. */
@NullMarked
package io.github.rustfit.fleet;

import org.jspecify.annotations.NullMarked;
