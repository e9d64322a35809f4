package io.github.rustfit.readers.codec;

/** A file that is not evidence as rustfit writes it; the message names the place and the remedy. */
public final class EvidenceFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A failure with what is wrong, where, and what to do. */
  EvidenceFormatException(String message) {
    super(message);
  }
}
