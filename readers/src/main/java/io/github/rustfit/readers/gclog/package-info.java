/**
 * Garbage collection logs of HotSpot JVMs: the reader, and unified logging ({@code -Xlog:gc*}, JDK
 * 9 and later).
 *
 * <p>One pass over the bytes. A line becomes an object only once it is known to matter, and memory
 * does not grow with the file.
 */
@NullMarked
package io.github.rustfit.readers.gclog;

import org.jspecify.annotations.NullMarked;
