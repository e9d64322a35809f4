/** What was measured of ports that were tried. */
@NullMarked
package io.github.rustfit.rules.evidence.trial;

import org.jspecify.annotations.NullMarked;
