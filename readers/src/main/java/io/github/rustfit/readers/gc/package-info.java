/**
 * The one place where facts of garbage collection are added up, whatever tells of them: a GC log of
 * any style or the events of a recording.
 *
 * <p>A source begins a {@link io.github.rustfit.readers.gc.RunRecorder run}, tells it event by
 * event, says what was watched for how long, and ends it; {@link
 * io.github.rustfit.readers.gc.GcRecorder} answers the sum. Whatever a hostile source says, sums
 * stay in range and memory is bounded. Amounts that are not known are -1.
 */
@NullMarked
package io.github.rustfit.readers.gc;

import org.jspecify.annotations.NullMarked;
