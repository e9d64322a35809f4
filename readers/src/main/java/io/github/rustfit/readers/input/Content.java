package io.github.rustfit.readers.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;

/** The uncompressed content of one input. */
public interface Content {

  /** How many bytes {@link InputReader#claims} gets to see. */
  int HEAD_BYTES = 64 * 1024;

  /** Path relative to the project's root with {@code /}; for messages. */
  String path();

  /** Opens the uncompressed content; the caller closes it. */
  InputStream open() throws IOException;

  /**
   * The uncompressed content as a file, for readers that need random access. The same file for each
   * call; whoever made this content deletes it if it is temporary.
   */
  Path file() throws IOException;

  /**
   * Told by readers that work on {@link #file} how far they are, so that the user sees progress.
   *
   * @param bytes read so far, from the start of the content
   */
  default void readTo(long bytes) {}

  /** The part of it to look at. */
  default Window window() {
    return Window.ALL;
  }

  /**
   * Parts of the content that another input holds too and that were counted there, so that they are
   * to be passed over: chunks of recordings, by what tells them apart ({@link
   * io.github.rustfit.rules.evidence.profile.SamplingFacts#chunks()}).
   */
  default Set<String> countedElsewhere() {
    return Set.of();
  }
}
