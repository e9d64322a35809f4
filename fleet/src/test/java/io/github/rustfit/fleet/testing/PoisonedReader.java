package io.github.rustfit.fleet.testing;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.InputKind;
import java.nio.charset.StandardCharsets;

/** A reader that fails in the way that the content says. */
public final class PoisonedReader implements InputReader {

  /** How poisoned content begins. */
  public static final String MARK = "POISON ";

  @Override
  public InputKind kind() {
    return new InputKind("poison");
  }

  @Override
  public boolean claims(byte[] head) {
    return text(head).startsWith(MARK);
  }

  @Override
  public Reading read(Content content) throws java.io.IOException {
    String how;
    try (var in = content.open()) {
      how = text(in.readAllBytes()).substring(MARK.length()).strip();
    }
    switch (how) {
      case "memory" -> throw new OutOfMemoryError("as the test wants it");
      case "stack" -> throw new StackOverflowError("as the test wants it");
      case "class" -> throw new NoClassDefFoundError("as the test wants it");
      case "error" -> throw new AssertionError("as the test wants it");
      default -> throw new IllegalStateException("as the test wants it");
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
