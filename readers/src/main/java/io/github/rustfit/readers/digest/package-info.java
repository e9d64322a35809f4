/** Digests of source code by which what was measured of it is known to be of other code since. */
@NullMarked
package io.github.rustfit.readers.digest;

import org.jspecify.annotations.NullMarked;
