package io.github.rustfit.readers.jfr.format;

/** Bytes that contradict the format; never leaves this package. */
public final class DamagedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, as a clause that can follow a byte offset and a colon. */
  public DamagedException(String what) {
    super(what, null, false, false);
  }
}
