/** What was measured of other JVMs and options: the file beside the source. */
@NullMarked
package io.github.rustfit.readers.tuning;

import org.jspecify.annotations.NullMarked;
