/**
 * The events of one chunk: which matter, what their members mean, and what they say of samples, of
 * the collector and of the machine.
 */
@NullMarked
package io.github.rustfit.readers.jfr.events;

import org.jspecify.annotations.NullMarked;
