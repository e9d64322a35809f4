package io.github.rustfit.capture.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the agent is told, a file of lines {@code name=value} in UTF-8: a value may hold whatever a
 * command line would split or change.
 *
 * @param methods what to capture
 * @param place a folder, in which each JVM makes a file; or a file that ends in {@link #ENDING}
 * @param calls most captured calls of a method and class of sizes
 * @param bytes most bytes of all captured calls
 * @param share most of the elapsed time that copying may take, 0..1
 * @param seconds between two writings of the file
 */
record Options(List<Target> methods, Path place, int calls, long bytes, double share, int seconds) {

  static final String ENDING = ".rustfit-capture";

  private static final Map<String, String> DEFAULTS =
      Map.of("calls", "64", "bytes", String.valueOf(64L << 20), "share", "0.01", "seconds", "30");

  Options {
    methods = List.copyOf(methods);
    if (calls < 1 || bytes < 1 || !(share > 0) || seconds < 1) {
      throw new IllegalArgumentException("a limit is not above 0");
    }
  }

  static Options read(Path file) throws IOException {
    Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      int sign = line.indexOf('=');
      if (sign > 0) {
        values.put(line.substring(0, sign), line.substring(sign + 1));
      }
    }
    return new Options(
        Target.all(values.getOrDefault("methods", "")),
        Path.of(values.getOrDefault("place", "rustfit-captured")),
        Integer.parseInt(values.getOrDefault("calls", "")),
        // A small heap must not be filled by what is captured in it.
        Math.min(
            Long.parseLong(values.getOrDefault("bytes", "")),
            Runtime.getRuntime().maxMemory() / 16),
        Double.parseDouble(values.getOrDefault("share", "")),
        Integer.parseInt(values.getOrDefault("seconds", "")));
  }
}
