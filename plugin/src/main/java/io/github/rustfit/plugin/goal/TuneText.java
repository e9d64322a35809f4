package io.github.rustfit.plugin.goal;

import io.github.rustfit.engine.tuning.Tuned;
import io.github.rustfit.plugin.report.text.GainText;
import io.github.rustfit.plugin.report.text.TuningWords;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.rules.evidence.tuning.TuningCost;
import io.github.rustfit.rules.stats.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was measured of configurations, for the log. */
final class TuneText {

  private static final double MUCH_MORE = 1.5;

  private TuneText() {}

  static List<String> lines(Tuning tuning, List<String> leftOut) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "  What each configuration takes of "
            + tuning.aim().text()
            + ", the present one 1 ("
            + tuning.noise().rounds()
            + " rounds"
            + (tuning.noise().spread() > 0
                ? "; twice in a round it differs by " + Format.percent(tuning.noise().spread())
                : "")
            + "):");
    int width =
        tuning.configurations().stream().mapToInt(one -> one.name().length()).max().orElse(0);
    tuning.configurations().forEach(one -> lines.add(row(tuning, one, width)));
    if (!leftOut.isEmpty()) {
      lines.add(
          leftOut.stream()
              .map(one -> '"' + one + '"')
              .collect(Collectors.joining(", ", "  For want of time not tried: ", ".")));
    }
    drift(tuning).ifPresent(lines::add);
    lines.add("");
    lines.addAll(conclusion(tuning));
    lines.add("");
    return lines;
  }

  /** What is said of a machine whose figures move one way. */
  private static Optional<String> drift(Tuning tuning) {
    double drift = tuning.noise().drift();
    return drift == 1
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "  The figures drift: the last runs of the present configuration took %.2f× what its"
                    + " first took. Comparisons are within rounds, in random order, which a drift"
                    + " meets all alike.",
                drift));
  }

  private static String row(Tuning tuning, TunedConfiguration one, int width) {
    String ratio = one.gain().map(TuningWords::ratio).orElse("");
    return String.format(
                Locale.ROOT,
                "    %-" + Math.max(1, width) + "s  %-25s  %-14s %s",
                one.name(),
                ratio,
                TuningWords.word(one.result()),
                one.cost().runs() == 0 ? "" : cost(tuning.aim(), one.cost()))
            .stripTrailing()
        + (one.said().isEmpty() ? "" : " – " + one.said());
  }

  private static String cost(Aim aim, TuningCost cost) {
    List<String> parts = new ArrayList<>();
    parts.add("CPU " + GainText.nanos(cost.cpuNanos()));
    parts.add("time " + GainText.nanos(cost.wallNanos()));
    if (cost.residentBytes() > 0) {
      parts.add("memory " + Format.bytes(cost.residentBytes()));
    }
    if (cost.latencyMicros() > 0) {
      parts.add("latency " + Format.millis(cost.latencyMicros() / 1e3));
    }
    if (cost.startUpNanos() > 0) {
      parts.add("ready after " + GainText.nanos(cost.startUpNanos()));
    }
    if (cost.longestPauseNanos() > 0) {
      parts.add("longest pause " + GainText.nanos(cost.longestPauseNanos()));
    }
    return String.join(", ", parts);
  }

  private static List<String> conclusion(Tuning tuning) {
    List<String> lines = new ArrayList<>();
    TuningWords.conclusion(tuning).forEach(line -> lines.add("  " + line));
    if (!tuning.tells() || !tuning.foundBetter()) {
      return lines;
    }
    TunedConfiguration best = tuning.taken();
    lines.addAll(dearer(tuning.present().cost(), best.cost()));
    if (!best.needsJvm()) {
      return executable(tuning, best, lines);
    }
    if (!best.code().isEmpty()) {
      lines.add(
          "  That is other code: take \""
              + best.code()
              + "\" over; the options are those that it ran with.");
    }
    String options = String.join(" ", best.options());
    if (!options.isEmpty()) {
      lines.add("    options      " + options);
      lines.add("    Dockerfile   ENV JAVA_TOOL_OPTIONS=\"" + options.replace("\"", "\\\"") + "\"");
      lines.add(
          "    Kubernetes   env: [{name: JAVA_TOOL_OPTIONS, value: '"
              + options.replace("'", "''")
              + "'}]");
      lines.add("    Maven        .mvn/jvm.config or MAVEN_OPTS with the same options");
    }
    return lines;
  }

  /** An executable has no options of a JVM to copy; what is best on a JVM is told as well. */
  private static List<String> executable(
      Tuning tuning, TunedConfiguration best, List<String> lines) {
    String options = String.join(" ", best.options());
    lines.add(
        "  That is an executable: ship it in place of the JVM"
            + (options.isEmpty() ? "." : ", with " + options + "."));
    TunedConfiguration other = Tuned.best(tuning);
    other
        .gain()
        .filter(gain -> other.result() == TunedConfiguration.Result.BETTER)
        .ifPresent(
            gain ->
                lines.add(
                    "  On a JVM \""
                        + other.name()
                        + "\" is the best: "
                        + TuningWords.ratio(gain)
                        + ", on JDK "
                        + other.jdk()
                        + " with "
                        + String.join(" ", other.options())
                        + "."));
    return lines;
  }

  /** What it takes much more of. */
  private static List<String> dearer(TuningCost present, TuningCost best) {
    List<String> lines = new ArrayList<>();
    if (best.residentBytes() > MUCH_MORE * present.residentBytes()) {
      lines.add(
          "  It takes more memory: "
              + Format.bytes(best.residentBytes())
              + " instead of "
              + Format.bytes(present.residentBytes())
              + " (rustfit.maxMemory sets a bound).");
    }
    if (best.longestPauseNanos() > MUCH_MORE * present.longestPauseNanos()) {
      lines.add(
          "  Its longest pause is longer: "
              + GainText.nanos(best.longestPauseNanos())
              + " instead of "
              + GainText.nanos(present.longestPauseNanos())
              + ".");
    }
    if (best.wallNanos() > MUCH_MORE * present.wallNanos()) {
      lines.add(
          "  It takes longer: "
              + GainText.nanos(best.wallNanos())
              + " instead of "
              + GainText.nanos(present.wallNanos())
              + " for the same work.");
    }
    return lines;
  }
}
