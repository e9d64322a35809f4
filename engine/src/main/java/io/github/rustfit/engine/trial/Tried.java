package io.github.rustfit.engine.trial;

import static io.github.rustfit.rules.stats.Format.factor;

import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.stats.Share;
import java.util.Locale;

/**
 * A trial, and what it counts for in a report.
 *
 * @param trial what was tried
 * @param state what it counts for
 * @param covered share of the component's CPU samples that pass through the method
 */
public record Tried(Trial trial, State state, Share covered) {

  /** What a trial counts for. */
  public enum State {
    /** Its gain counts. */
    COUNTS,
    /** Java and Rust did not give the same: it measures nothing. */
    OUTPUTS_DIFFER,
    /** The Java code is another since: it measures nothing any more. */
    STALE,
    /** It was stopped before there were pairs enough. */
    TOO_FEW_PAIRS,
    /** No sample passes through the method, so nobody knows how much of the time it is. */
    NOT_SAMPLED
  }

  /** Of a trial whose method these samples pass through. */
  static Tried of(Trial trial, Share covered) {
    State state =
        !trial.outputs().equal()
            ? State.OUTPUTS_DIFFER
            : !trial.changed().isEmpty()
                ? State.STALE
                : !trial.measures()
                    ? State.TOO_FEW_PAIRS
                    : covered.known() && covered.value() > 0 ? State.COUNTS : State.NOT_SAMPLED;
    return new Tried(trial, state, covered);
  }

  /** In the report's id. */
  public String stateId() {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it says, in a sentence. */
  public String text() {
    String method = MethodId.shortOf(trial.entry());
    String again = "Try it again with rustfit:trial.";
    return switch (state) {
      case COUNTS -> port() + " of " + method + " " + measured(figures()) + ".";
      case OUTPUTS_DIFFER ->
          "The trial of "
              + method
              + " of "
              + trial.day()
              + " measures nothing: Java and Rust did not give the same. "
              + again;
      case STALE ->
          "The trial of "
              + method
              + " of "
              + trial.day()
              + " measures nothing any more: "
              + String.join(", ", trial.changed())
              + " has changed since. "
              + again;
      case TOO_FEW_PAIRS ->
          "The trial of "
              + method
              + " of "
              + trial.day()
              + " was stopped after "
              + trial.figures().map(TrialFigures::pairs).orElse(0)
              + " pairs and measures nothing yet: "
              + TrialFigures.FEWEST_PAIRS
              + " are needed. "
              + again;
      case NOT_SAMPLED ->
          port()
              + " of "
              + method
              + " "
              + measured(figures())
              + ", but no CPU sample passes through it, so it says nothing of the process.";
    };
  }

  private TrialFigures figures() {
    return trial.figures().orElseThrow();
  }

  private String port() {
    return switch (trial.port()) {
      case MACHINE -> "A straight port by machine";
      case OPEN -> "A first port";
      case FINISHED -> "A finished port";
    };
  }

  private static String measured(TrialFigures figures) {
    Gain gain = figures.counted();
    return "runs at "
        + factor(gain.value())
        + " ("
        + factor(gain.low())
        + " – "
        + factor(gain.high())
        + ") of the speed of "
        + (gain.value() < figures.gain().value() ? "the best Java tried" : "Java")
        + ", through the boundary, on "
        + (figures.captured() ? "captured" : "made")
        + " arguments";
  }
}
