package io.github.rustfit.readers.input;

import java.io.IOException;

/** Compressed data that cannot be decompressed any further; the message says why and where. */
final class DamagedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /** Damage that only another copy heals. */
  DamagedException(String message) {
    this(message, "Copy or record it again.");
  }

  DamagedException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /** What to do about it, in one sentence. */
  String remedy() {
    return remedy;
  }
}
