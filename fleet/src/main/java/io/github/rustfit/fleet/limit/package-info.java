/** Limits over all services. */
@NullMarked
package io.github.rustfit.fleet.limit;

import org.jspecify.annotations.NullMarked;
