/**
 * Garbage collection logs of HotSpot JVMs up to JDK 8 ({@code -verbose:gc}, {@code
 * -XX:+PrintGCDetails} and what goes with them).
 *
 * <p>The unit is not the line but the bracket: a collection is what stands between {@code [GC} and
 * its {@code ]}, however many lines that takes and whatever concurrent phases print in between.
 */
@NullMarked
package io.github.rustfit.readers.gclog.legacy;

import org.jspecify.annotations.NullMarked;
