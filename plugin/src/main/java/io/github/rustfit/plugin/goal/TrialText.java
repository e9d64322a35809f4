package io.github.rustfit.plugin.goal;

import io.github.rustfit.plugin.report.text.GainText;
import io.github.rustfit.plugin.report.text.NativeText;
import io.github.rustfit.rules.evidence.trial.OtherJava;
import io.github.rustfit.rules.evidence.trial.Trial;
import io.github.rustfit.rules.evidence.trial.TrialBars;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.evidence.trial.TrialSize;
import io.github.rustfit.rules.stats.Format;
import java.util.ArrayList;
import java.util.List;

/** What a trial measured, for the log. */
final class TrialText {

  private TrialText() {}

  static List<String> lines(Trial trial) {
    TrialFigures figures = trial.figures().orElseThrow();
    TrialBars bars = figures.bars();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "  "
            + trial.entry()
            + ": Rust through the boundary ("
            + trial.machine().technique()
            + ") is "
            + GainText.of(figures.gain())
            + " as fast as Java, in CPU time");
    lines.add(
        "    a call takes in Java           "
            + GainText.nanos(bars.java())
            + allocates(bars.javaBytes()));
    lines.add(
        "    in Rust through the boundary   "
            + GainText.nanos(bars.rust())
            + allocates(bars.rustBytes()));
    lines.add(
        "    in Rust on data of its own     " + GainText.nanos(bars.alone()) + crossing(bars));
    if (bars.leftToJava() > 0) {
      lines.add(
          "    Rust leaves "
              + Format.percent(bars.leftToJava() / 1000.0)
              + " of the calls to Java");
    }
    for (TrialSize size : figures.sizes()) {
      lines.add(
          "    up to "
              + (size.most() == Long.MAX_VALUE ? "any number of" : Format.count(size.most()))
              + " elements: "
              + GainText.of(size.gain())
              + (size.calls() > 0 ? ", " + Format.count(size.calls()) + " calls of the run" : ""));
    }
    figures.other().ifPresent(other -> lines.add(other(other)));
    lines.add(
        "    "
            + figures.pairs()
            + " pairs of processes on "
            + (figures.captured() ? "captured" : "made")
            + " arguments; outputs equal in "
            + Format.count(trial.outputs().compared())
            + " calls");
    if (trial.takeBack().agreed()) {
      lines.add("    agreed: it goes back at " + NativeText.agreed(trial.takeBack()));
    }
    lines.add("");
    return lines;
  }

  private static String crossing(TrialBars bars) {
    return bars.rust() > bars.alone()
        ? ", so crossing and copying take " + GainText.nanos(bars.rust() - bars.alone())
        : ": crossing and copying are lost in the noise";
  }

  private static String other(OtherJava other) {
    return "    the other Java ("
        + other.name()
        + ") is "
        + GainText.of(other.gain())
        + " as fast as the present one; Rust is "
        + GainText.of(other.rust())
        + " as fast as that";
  }

  private static String allocates(long bytes) {
    return bytes == 0 ? "" : " and allocates " + Format.bytes(bytes);
  }
}
