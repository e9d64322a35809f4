package io.github.rustfit.readers.input;

import io.github.rustfit.rules.evidence.base.InputKind;

/**
 * Reads one kind of recording or log. Found by {@link java.util.ServiceLoader}; an implementation
 * is stateless, thread-safe and has a public constructor without parameters.
 */
public interface InputReader {

  /** What it reads, the same on every call; no other reader may name it. */
  InputKind kind();

  /**
   * Whether this content is of this reader's kind, judged by the content alone and never by a file
   * name.
   *
   * @param head the first bytes of the uncompressed content, at most {@link Content#HEAD_BYTES};
   *     all of it when it is shorter
   */
  boolean claims(byte[] head);

  /**
   * Whether this content is of this reader's kind, though nothing in its head says so: a log may
   * begin far behind the text of a program. Asked only of text that no reader {@link #claims}.
   *
   * @param content more than {@link Content#HEAD_BYTES} bytes
   * @throws java.io.IOException only when the storage fails, not when the content is bad
   */
  default boolean claimsLater(Content content) throws java.io.IOException {
    return false;
  }

  /** Whether it heeds {@link Content#window}; otherwise nothing is read of inputs of this kind. */
  default boolean readsWindows() {
    return false;
  }

  /**
   * Reads the content in one pass. Content is hostile: a damaged place ends the reading with {@code
   * PARTIAL} and keeps what was read before it; nothing is thrown for bad content, no length in it
   * is trusted.
   *
   * @throws java.io.IOException only when the storage fails, not when the content is bad
   */
  Reading read(Content content) throws java.io.IOException;
}
