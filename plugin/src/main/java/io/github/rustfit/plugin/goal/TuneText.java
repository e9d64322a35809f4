package io.github.rustfit.plugin.goal;

import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration.Result;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.rules.evidence.tuning.TuningCost;
import io.github.rustfit.plugin.report.text.GainText;
import io.github.rustfit.rules.stats.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
            + " rounds; the present one twice in a round differs by "
            + Format.percent(tuning.noise().spread())
            + "):");
    int width =
        tuning.configurations().stream().mapToInt(one -> one.name().length()).max().orElse(0);
    tuning.configurations().forEach(one -> lines.add(row(tuning, one, width)));
    if (!leftOut.isEmpty()) {
      lines.add("  For want of time not tried: " + String.join(", ", leftOut) + ".");
    }
    lines.add("");
    lines.addAll(conclusion(tuning));
    lines.add("");
    return lines;
  }

  private static String row(Tuning tuning, TunedConfiguration one, int width) {
    String ratio =
        one.gain()
            .map(
                gain ->
                    String.format(
                        Locale.ROOT,
                        "%.2f× (%.2f – %.2f)",
                        1 / gain.value(),
                        1 / gain.high(),
                        1 / gain.low()))
            .orElse("");
    return String.format(
            Locale.ROOT,
            "    %-" + Math.max(1, width) + "s  %-21s  %-14s %s",
            one.name(),
            ratio,
            word(one.result()),
            one.cost().runs() == 0 ? "" : cost(tuning.aim(), one.cost()))
        .stripTrailing()
        + (one.said().isEmpty() ? "" : " – " + one.said());
  }

  private static String word(Result result) {
    return switch (result) {
      case PRESENT -> "present";
      case AGAIN -> "noise";
      case BETTER -> "better";
      case SAME -> "no difference";
      case WORSE -> "worse";
      case OPEN -> "not told";
      case OUT_OF_BOUNDS -> "out of bounds";
      case FAILED -> "failed";
    };
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
    if (!tuning.noise().doubt().isEmpty()) {
      return List.of(
          "  Nothing is claimed. " + tuning.noise().doubt(),
          "  Measure again on a quiet machine, or with longer runs.");
    }
    if (!tuning.foundBetter()) {
      return List.of(
          "  None of them is better than the present configuration beyond noise and by more than"
              + " 3 %. Keep it.");
    }
    TunedConfiguration best = tuning.taken();
    List<String> lines = new ArrayList<>();
    lines.add("  Take \"" + best.name() + "\", on JDK " + best.jdk() + ".");
    List<String> alike = alike(tuning, best);
    if (!alike.isEmpty()) {
      lines.add("  Not told apart from it: " + String.join(", ", alike) + ".");
    }
    lines.addAll(dearer(tuning.present().cost(), best.cost()));
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

  /** Those whose interval reaches the estimate of the best. */
  private static List<String> alike(Tuning tuning, TunedConfiguration best) {
    double most = best.gain().orElseThrow().low();
    return tuning.configurations().stream()
        .filter(one -> one != best && one.result() == Result.BETTER)
        .filter(one -> one.gain().filter(gain -> gain.high() >= most).isPresent())
        .map(TunedConfiguration::name)
        .toList();
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
