package io.github.rustfit.readers.pprof;

/** Bytes that are no message; the message says why, {@link #at()} where. */
final class WireException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long at;
  private final boolean cut;

  /** Something that no message holds. */
  WireException(String message, long at) {
    this(message, at, false);
  }

  /**
   * @param cut whether there are only too few bytes
   */
  WireException(String message, long at, boolean cut) {
    super(message);
    this.at = at;
    this.cut = cut;
  }

  /** Whether more bytes could have made it right. */
  boolean cut() {
    return cut;
  }

  /** Offset in the content, in bytes. */
  long at() {
    return at;
  }
}
