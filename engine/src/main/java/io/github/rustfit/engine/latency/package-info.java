/** What the latency of a service consists of, and what of it a replacement can change. */
@NullMarked
package io.github.rustfit.engine.latency;

import org.jspecify.annotations.NullMarked;
