/**
 * What was measured of ports that were tried: the files beside the source, and whether they hold.
 */
@NullMarked
package io.github.rustfit.readers.trial;

import org.jspecify.annotations.NullMarked;
