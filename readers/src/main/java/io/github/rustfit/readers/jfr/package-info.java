/**
 * Java Flight Recorder files, written by the JDK or by async-profiler.
 *
 * <p>A file is a row of chunks, each complete in itself: events, the metadata that says how they
 * are laid out, and the constants (stacks, classes, names) they refer to. Chunks are validated and
 * read one after the other and only their sums are kept, so memory follows the largest chunk and
 * the number of distinct stacks. async-profiler's converter decodes the constants; events are
 * decoded here, by each chunk's own metadata, because the converter's reader hides which event type
 * a sample came from and which event a setting belongs to.
 */
@NullMarked
package io.github.rustfit.readers.jfr;

import org.jspecify.annotations.NullMarked;
