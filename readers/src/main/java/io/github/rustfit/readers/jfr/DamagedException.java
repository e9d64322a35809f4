package io.github.rustfit.readers.jfr;

/** Bytes that contradict the format; never leaves this package. */
final class DamagedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, as a clause that can follow a byte offset and a colon. */
  DamagedException(String what) {
    super(what, null, false, false);
  }
}
