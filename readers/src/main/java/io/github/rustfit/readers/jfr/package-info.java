/**
 * Java Flight Recorder files, written by the JDK or by async-profiler.
 *
 * <p>A file is a row of chunks, each complete in itself: events, the metadata that says how they
 * are laid out, and the constants (stacks, classes, names) they refer to. Chunks are read several
 * at a time and added up in the order of the file; only sums are kept, so memory follows the chunks
 * under way and the number of distinct stacks. Constants are walked once, which is their check, and
 * decoded only where a sample refers to them. Bytes are decoded by each chunk's own metadata;
 * async-profiler's converter lends its primitive dictionaries and is the oracle of the tests.
 *
 * <p>From the ground up: {@code format} (bytes of any recording), {@code stacks} (what events refer
 * to), {@code events} (what those of one chunk mean), and here the sums over all chunks.
 */
@NullMarked
package io.github.rustfit.readers.jfr;

import org.jspecify.annotations.NullMarked;
