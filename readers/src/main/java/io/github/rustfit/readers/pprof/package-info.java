/** Profiles in the format of pprof. */
@NullMarked
package io.github.rustfit.readers.pprof;

import org.jspecify.annotations.NullMarked;
