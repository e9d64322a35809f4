package io.github.rustfit.readers.gclog.wrapping;

/** Takes the lines that a wrapping held. */
@FunctionalInterface
public interface Lines {

  /**
   * Takes one.
   *
   * @param source who wrote it, as the wrapping says; empty where it does not
   * @param clock when it was written, in nanoseconds since 1970, as the wrapping says; else -1
   */
  void line(byte[] bytes, int from, int to, String source, long clock);
}
