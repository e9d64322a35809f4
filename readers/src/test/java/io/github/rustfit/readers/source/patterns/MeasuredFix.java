package io.github.rustfit.readers.source.patterns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A row of {@code benchmarks/fixes/results.csv}.
 *
 * @param lines where the finding is confirmed; empty where none is
 * @param cpu share of CPU samples that the finding counts, 0..1
 * @param allocation share of allocated bytes
 * @param gain CPU before ÷ after, the middle of the pairs of runs
 * @param low the smallest of them
 * @param high the largest
 * @param left bytes after ÷ before
 */
record MeasuredFix(
    String pair,
    String pattern,
    int jdk,
    List<Integer> lines,
    double cpu,
    double allocation,
    double gain,
    double low,
    double high,
    double left,
    String verdict) {

  static final Path FOLDER =
      Path.of("").toAbsolutePath().resolve("../benchmarks/fixes").normalize();

  static List<MeasuredFix> all() throws IOException {
    List<MeasuredFix> rows = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("results.csv"))) {
      if (!line.startsWith("pair,")) {
        rows.add(of(line.split(",", -1)));
      }
    }
    return rows;
  }

  private static MeasuredFix of(String[] row) {
    boolean confirmed = !row[3].isEmpty();
    return new MeasuredFix(
        row[0],
        row[1],
        Integer.parseInt(row[2]),
        confirmed ? Arrays.stream(row[3].split(" ", -1)).map(Integer::valueOf).toList() : List.of(),
        confirmed ? Double.parseDouble(row[4]) : 0,
        confirmed ? Double.parseDouble(row[5]) : 0,
        Double.parseDouble(row[7]),
        Double.parseDouble(row[8]),
        Double.parseDouble(row[9]),
        Double.parseDouble(row[10]),
        row[11]);
  }

  /** For instance {@code 2.4 (2.0–2.6) on JDK 17, all bytes left}. */
  String text() {
    return times(gain) + " (" + times(low) + "–" + times(high) + ") on JDK " + jdk + ", " + bytes();
  }

  private String bytes() {
    return left < 0.005
        ? "no bytes left"
        : left > 0.995 ? "all bytes left" : percent(left) + " of the bytes left";
  }

  static String times(double value) {
    return String.format(
        Locale.ROOT, value < 1.995 ? "%.2f" : value < 9.95 ? "%.1f" : "%.0f", value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
