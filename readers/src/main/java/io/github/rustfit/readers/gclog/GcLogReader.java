package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.InputKind;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the GC logs of HotSpot JVMs, whatever the collector, the level and the decorators: those of
 * JDK 9 and later ({@code -Xlog:gc*}) and those of JDK 7 and 8 ({@code -XX:+PrintGCDetails} and its
 * like).
 */
public final class GcLogReader implements InputReader {

  @Override
  public InputKind kind() {
    return InputKind.GC_LOG;
  }

  @Override
  public boolean claims(byte[] head) {
    return GcLogHead.claims(head);
  }

  @Override
  public boolean claimsLater(Content content) throws IOException {
    try (InputStream in = content.open()) {
      return GcLogHead.claims(in);
    }
  }

  @Override
  public boolean readsWindows() {
    return true;
  }

  @Override
  public Reading read(Content content) throws IOException {
    return GcLogReading.of(content);
  }
}
