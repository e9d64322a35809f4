package io.github.rustfit.trial.bench;

import io.github.rustfit.rules.evidence.trial.TrialOutputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the differential test found.
 *
 * @param outputs whether both gave the same; empty where that was not found out
 * @param said what it said of the method
 */
record Equality(Optional<TrialOutputs> outputs, List<String> said) {

  private static final Pattern EQUAL =
      Pattern.compile(".*: EQUAL in ([0-9]{1,18}) calls; Rust left ([0-9]{1,18}) more to Java.*");
  private static final Pattern REAL = Pattern.compile(".*: ([0-9]{1,18}) captured calls .*");

  /** Other faults of the test are no difference: nothing was found out then. */
  private static final Pattern DIFFERS =
      Pattern.compile(
          ".*: FAULT: (Java gives |Java throws |Rust panicked where |afterwards argument ).*");

  private static final int MOST_LINES = 12;

  /**
   * Reads what the test printed.
   *
   * @param method as the test calls it
   */
  static Equality of(String method, List<String> lines) {
    boolean captured = false;
    boolean mine = false;
    Optional<TrialOutputs> outputs = Optional.empty();
    List<String> said = new ArrayList<>();
    for (String line : lines) {
      if (!line.startsWith(" ")) {
        mine = line.startsWith(method + ":") || line.startsWith(method + " through ");
      }
      if (!mine) {
        continue;
      }
      said.add(line);
      Matcher equal = EQUAL.matcher(line);
      Matcher real = REAL.matcher(line);
      if (equal.matches()) {
        outputs =
            Optional.of(
                new TrialOutputs(
                    Long.parseLong(equal.group(1)), Long.parseLong(equal.group(2)), captured, ""));
      } else if (real.matches()) {
        captured = !real.group(1).equals("0");
      } else if (DIFFERS.matcher(line).matches()) {
        outputs = Optional.of(new TrialOutputs(0, 0, captured, "outputs differ"));
      }
    }
    return new Equality(outputs, said);
  }

  /** Whether a line tells of a fault. */
  static boolean fault(String line) {
    return line.contains(": FAULT: ");
  }

  /** Whether no body was there to compare. */
  boolean open() {
    return said.stream().anyMatch(line -> line.contains(": OPEN: "));
  }

  /** What it said, for people. */
  String text() {
    return said.stream()
        .limit(MOST_LINES)
        .map(line -> "    " + line)
        .collect(Collectors.joining("\n"));
  }
}
