/** What was measured of other JVMs and other options for the program. */
@NullMarked
package io.github.rustfit.rules.evidence.tuning;

import org.jspecify.annotations.NullMarked;
