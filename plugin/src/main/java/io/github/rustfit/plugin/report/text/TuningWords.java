package io.github.rustfit.plugin.report.text;

import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration.Result;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.rules.stats.Format;
import java.util.ArrayList;
import java.util.List;

/** What is said of measured configurations, the same in the log and on the page. */
public final class TuningWords {

  private TuningWords() {}

  /** What one takes as a part of what the present one takes: {@code 0.20× (0.19 – 0.21)}. */
  public static String ratio(Gain gain) {
    return Format.ratio(1 / gain.value(), 1 / gain.high(), 1 / gain.low());
  }

  /** What a comparison says, in a word or two. */
  public static String word(Result result) {
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

  /** What follows from all of it, in sentences. */
  public static List<String> conclusion(Tuning tuning) {
    if (!tuning.noise().doubt().isEmpty()) {
      return List.of(
          "Nothing is claimed. " + tuning.noise().doubt(),
          "Measure again on a quiet machine, or with longer runs.");
    }
    if (!tuning.foundBetter()) {
      return List.of(
          "None of them is better than the present configuration beyond noise and by more than 3 %."
              + " Keep it.");
    }
    TunedConfiguration best = tuning.taken();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Take \""
            + best.name()
            + (best.needsJvm() ? "\", on JDK " + best.jdk() : "\", which needs no JVM")
            + ": it takes "
            + ratio(best.gain().orElseThrow())
            + " the "
            + tuning.aim().text()
            + ".");
    List<String> alike = alike(tuning, best);
    if (!alike.isEmpty()) {
      lines.add("Not told apart from it: " + String.join(", ", alike) + ".");
    }
    return lines;
  }

  /** Those whose interval reaches that of the best. */
  private static List<String> alike(Tuning tuning, TunedConfiguration best) {
    double least = best.gain().orElseThrow().low();
    return tuning.configurations().stream()
        .filter(one -> one != best && one.result() == Result.BETTER)
        .filter(one -> one.gain().filter(gain -> gain.high() >= least).isPresent())
        .map(one -> '"' + one.name() + '"')
        .toList();
  }
}
