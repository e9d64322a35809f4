package io.github.rustfit.readers.gclog.wrapping;

/** Tells where a line of a GC log begins. */
@FunctionalInterface
public interface LineStart {

  /** Whether these bytes, from their first one on, are such a line. */
  boolean here(byte[] bytes, int from, int to);
}
