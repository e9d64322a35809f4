/**
 * How recordings of the Flight Recorder keep what they hold: chunks, metadata, constants, numbers
 * and texts. Serves any recording and knows no event.
 */
@NullMarked
package io.github.rustfit.readers.jfr.format;

import org.jspecify.annotations.NullMarked;
