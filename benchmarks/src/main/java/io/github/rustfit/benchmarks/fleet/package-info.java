/** Recordings of a fleet that never was, and whether what is folded of them is right. */
@org.jspecify.annotations.NullMarked
package io.github.rustfit.benchmarks.fleet;
