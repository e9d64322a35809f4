package io.github.rustfit.readers.input;

import io.github.rustfit.rules.evidence.base.InputKind;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.testing.GcBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Claims content that begins with {@code LINES}; its "wall time" is the number of bytes. */
class LineReader implements InputReader {
  @Override
  public InputKind kind() {
    return InputKind.GC_LOG;
  }

  @Override
  public boolean claims(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith("LINES");
  }

  @Override
  public Reading read(Content content) throws IOException {
    try (InputStream in = content.open()) {
      return Reading.read(ProfileSummary.EMPTY, bytes(in.readAllBytes().length));
    }
  }

  static GcSummary bytes(long count) {
    return GcBuilder.gc().nanos(count, 0).build();
  }

  /** Reads by file; claims {@code FILES}. */
  static final class ByFile extends LineReader {
    @Override
    public InputKind kind() {
      return new InputKind("by-file");
    }

    @Override
    public boolean claims(byte[] head) {
      return new String(head, StandardCharsets.ISO_8859_1).startsWith("FILES");
    }

    @Override
    public Reading read(Content content) throws IOException {
      return Reading.read(ProfileSummary.EMPTY, bytes(Files.size(content.file())));
    }
  }

  /** Reads one byte only; claims {@code SHORT}. */
  static final class Lazy extends LineReader {
    @Override
    public InputKind kind() {
      return new InputKind("lazy");
    }

    @Override
    public boolean claims(byte[] head) {
      return new String(head, StandardCharsets.ISO_8859_1).startsWith("SHORT");
    }

    @Override
    public Reading read(Content content) throws IOException {
      try (InputStream in = content.open()) {
        return Reading.partial("Stopped. Go on.", ProfileSummary.EMPTY, bytes(in.read()));
      }
    }
  }

  /** Fails; claims {@code BREAK}. */
  static final class Broken extends LineReader {
    @Override
    public InputKind kind() {
      return new InputKind("broken");
    }

    @Override
    public boolean claims(byte[] head) {
      return new String(head, StandardCharsets.ISO_8859_1).startsWith("BREAK");
    }

    @Override
    public Reading read(Content content) throws IOException {
      try (InputStream in = content.open()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return text.contains("DEEP") ? deeper(content) : unchecked();
      }
    }

    @SuppressWarnings("InfiniteRecursion")
    private Reading deeper(Content content) {
      return deeper(content);
    }

    private static Reading unchecked() {
      throw new IllegalStateException("a secret path");
    }
  }
}
