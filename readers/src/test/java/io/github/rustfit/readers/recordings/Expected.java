package io.github.rustfit.readers.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What other tools say of the recordings in {@code src/test/resources/recordings}, out of {@code
 * expected.tsv}; the README beside it says how these figures came about.
 *
 * @param rows those of one recording
 */
record Expected(List<Row> rows) {

  /**
   * @param figure what is stated, e.g. {@code count}
   * @param event name of the event it is stated of
   * @param name a method or class, or empty
   * @param tool who says so
   */
  record Row(
      String recording, String figure, String event, String name, String value, String tool) {
    private static Row parse(String line) {
      String[] cells = line.split("\t", -1);
      return new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
    }
  }

  static Path folder() {
    URL table = Objects.requireNonNull(Expected.class.getResource("/recordings/expected.tsv"));
    try {
      return Objects.requireNonNull(Path.of(table.toURI()).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Expected of(String recording) {
    try (Stream<String> lines = Files.lines(folder().resolve("expected.tsv"))) {
      return new Expected(
          lines
              .filter(line -> !line.startsWith("#"))
              .map(Row::parse)
              .filter(row -> row.recording().equals(recording))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The events it has. */
  Set<String> events() {
    return rows.stream().map(Row::event).collect(Collectors.toSet());
  }

  /** Values of a figure by name; tools that state the same thing must agree. */
  Map<String, Long> values(String figure, String event) {
    Map<String, Long> values = new TreeMap<>();
    for (Row row : rows) {
      if (row.figure().equals(figure) && row.event().equals(event)) {
        Long before = values.put(row.name(), Long.valueOf(row.value()));
        if (before != null && !before.toString().equals(row.value())) {
          throw new IllegalStateException(row + " against " + before);
        }
      }
    }
    return values;
  }

  /** The same of a figure that has no name; 0 where nothing is stated. */
  long value(String figure, String event) {
    return values(figure, event).getOrDefault("", 0L);
  }

  /** Shares in percent by class, as {@code jfr view} rounds them. */
  Map<String, Double> percentages() {
    return rows.stream()
        .filter(row -> row.figure().equals("percent"))
        .collect(Collectors.toMap(Row::name, row -> Double.valueOf(row.value())));
  }
}
