package io.github.rustfit.readers.gclog;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * Logs that JDK 17.0.15 and 25.0.3 wrote on a machine named {@code demo}; a small program allocated
 * 48 MB in a heap of 24 MB and asked for three full collections.
 */
final class RealLogs {

  static final List<String> NAMES =
      List.of(
          "jdk17-g1-all-decorators.log",
          "jdk17-serial-no-decorators.log",
          "jdk17-shenandoah-plain.log",
          "jdk17-z-time.log",
          "jdk25-epsilon.log",
          "jdk25-parallel-no-tags.log",
          "jdk25-serial-safepoint.log",
          "jdk25-shenandoah-generational-plain.log",
          "jdk25-z-plain.log");

  private RealLogs() {}

  static byte[] bytes(String name) throws IOException {
    try (InputStream in = RealLogs.class.getResourceAsStream("/gclog/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
