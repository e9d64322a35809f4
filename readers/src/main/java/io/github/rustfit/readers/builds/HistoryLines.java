package io.github.rustfit.readers.builds;

import io.github.rustfit.rules.builds.RecordedBuild;
import io.github.rustfit.rules.evidence.base.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The lines of a history as they are, readable or not.
 *
 * @param lines those that are ended, or whole
 * @param rest what stands behind the last one and is no whole line; empty for nothing
 * @param problems what is wrong with lines
 */
record HistoryLines(List<Line> lines, byte[] rest, List<Problem> problems) {

  /**
   * A line.
   *
   * @param number from 1
   * @param bytes its content without the end
   * @param build what it says; empty when it cannot be read
   */
  record Line(int number, byte[] bytes, Optional<RecordedBuild> build) {}

  /** Longest line, in bytes. */
  static final int MOST_BYTES = 1 << 20;

  private static final String KEEP = "The other lines count. Repair it, or delete that line.";

  static HistoryLines of(String path, byte[] content) {
    HistoryLine reader = new HistoryLine();
    List<Line> lines = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    byte[] rest = new byte[0];
    int number = 0;
    for (int start = 0; start < content.length; ) {
      int end = start;
      while (end < content.length && content[end] != '\n') {
        end++;
      }
      number++;
      boolean ended = end < content.length;
      byte[] bytes = Arrays.copyOfRange(content, start, end);
      start = end + 1;
      if (blank(bytes)) {
        continue;
      }
      try {
        lines.add(new Line(number, bytes, Optional.of(read(reader, bytes))));
      } catch (HistoryLine.Unreadable e) {
        if (ended) {
          lines.add(new Line(number, bytes, Optional.empty()));
          problems.add(problem(path, number, "The line cannot be read: " + e.getMessage(), KEEP));
        } else {
          rest = bytes;
          problems.add(
              problem(
                  path,
                  number,
                  "The last line is cut off after "
                      + bytes.length
                      + " bytes: what wrote it was ended.",
                  "The lines above count. rustfit:add-run moves it to "
                      + path
                      + HistoryFile.REST
                      + " and adds below the whole ones."));
        }
      }
    }
    return new HistoryLines(lines, rest, problems);
  }

  private static RecordedBuild read(HistoryLine reader, byte[] bytes)
      throws HistoryLine.Unreadable {
    if (bytes.length > MOST_BYTES) {
      throw new HistoryLine.Unreadable("it has more than " + MOST_BYTES + " bytes");
    }
    return reader.read(bytes);
  }

  private static boolean blank(byte[] bytes) {
    for (byte one : bytes) {
      if (one != ' ' && one != '\r' && one != '\t') {
        return false;
      }
    }
    return true;
  }

  /** The builds of a project, each once. */
  HistoryReading reading(String path, String project) {
    List<RecordedBuild> builds = new ArrayList<>();
    List<Problem> all = new ArrayList<>(problems);
    Map<SortedSet<String>, Integer> known = new HashMap<>();
    SortedMap<String, Integer> byInput = new TreeMap<>();
    SortedMap<String, Integer> others = new TreeMap<>();
    for (Line line : lines) {
      if (line.build.isEmpty()) {
        continue;
      }
      RecordedBuild build = line.build.get();
      if (!build.project().equals(project)) {
        others.merge(build.project(), 1, Integer::sum);
        continue;
      }
      Integer same =
          build.inputs().isEmpty() ? null : known.putIfAbsent(build.inputs(), line.number);
      if (same != null) {
        all.add(
            problem(
                path,
                line.number,
                "It is the build of line " + same + " again and counts once.",
                "Delete one of both lines."));
        continue;
      }
      build.inputs().stream()
          .flatMap(input -> Optional.ofNullable(byInput.putIfAbsent(input, line.number)).stream())
          .findFirst()
          .ifPresent(
              earlier ->
                  all.add(
                      problem(
                          path,
                          line.number,
                          "It has a recording or log in common with line "
                              + earlier
                              + ", so that both are no builds of their own.",
                          "Record each build anew (mvn clean verify), and delete the line.")));
      builds.add(build);
    }
    others.forEach(
        (other, count) ->
            all.add(
                problem(
                    path,
                    0,
                    count
                        + (count == 1 ? " line is" : " lines are")
                        + " of another project, "
                        + other
                        + ", not of "
                        + project
                        + ", and not counted.",
                    "Keep one history for each project (rustfit.runHistory).")));
    return new HistoryReading(builds, all);
  }

  private static Problem problem(String path, int line, String message, String remedy) {
    return new Problem(path, line, message, remedy);
  }
}
