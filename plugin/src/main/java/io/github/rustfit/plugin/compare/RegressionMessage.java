package io.github.rustfit.plugin.compare;

import io.github.rustfit.engine.compare.Change;
import io.github.rustfit.engine.compare.Comparison;
import io.github.rustfit.plugin.report.text.Show;
import io.github.rustfit.plugin.report.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a comparison fails the build. */
public final class RegressionMessage {

  private static final int MOST = 10;

  private RegressionMessage() {}

  /**
   * The message; empty when nothing became worse and nothing stands in the way of saying so.
   *
   * @param page where the page is
   */
  public static Optional<String> of(Comparison comparison, String page) {
    List<Comparison.Named> worse = comparison.figures(Change.WORSE);
    if (worse.isEmpty()) {
      return lost(comparison);
    }
    List<String> lines = new ArrayList<>();
    lines.add("rustfit: " + Show.plural(worse.size(), "figure") + " became worse beyond noise.");
    worse.stream().limit(MOST).forEach(one -> lines.add(Texts.terminal(line(one))));
    if (worse.size() > MOST) {
      lines.add("+ " + (worse.size() - MOST) + " more");
    }
    lines.add(
        "If the load grew, declare it with rustfit.loadRatio; rustfit.tolerance says how much may"
            + " change.");
    lines.add("Report: " + Texts.terminal(page));
    return Optional.of(String.join("\n  ", lines));
  }

  private static String line(Comparison.Named one) {
    return (one.component().isEmpty() ? "process" : one.component())
        + ": "
        + one.figure().measure().title()
        + " "
        + CompareText.before(one.figure())
        + " → "
        + CompareText.after(one.figure())
        + ", "
        + CompareText.effect(one.figure());
  }

  /** What was measured before and is not now can be worse without anybody knowing. */
  private static Optional<String> lost(Comparison comparison) {
    if (comparison.statements() == 0
        && Math.min(comparison.before().runs(), comparison.after().runs()) == 1) {
      return Optional.of(
          "rustfit: nobody can say that nothing became worse: a side has a single run, and two runs"
              + " of an unchanged program differ. Record at least 3 runs of each side and name them"
              + " all, e.g. -Drustfit.before=a.jfr,b.jfr,c.jfr, or set"
              + " rustfit.failOnRegression=false.");
    }
    boolean samples = comparison.before().cpuSamples() > 0 && comparison.after().cpuSamples() == 0;
    boolean collections = comparison.before().gcNanos() > 0 && comparison.after().gcNanos() == 0;
    if (comparison.statements() > 0 && !samples && !collections) {
      return Optional.empty();
    }
    return Optional.of(
        "rustfit: nobody can say that nothing became worse: "
            + (samples
                ? "the side after has no CPU samples"
                : collections ? "the side after has no GC figures" : "no figure is on both sides")
            + ". Record it as the side before, or set rustfit.failOnRegression=false.");
  }
}
