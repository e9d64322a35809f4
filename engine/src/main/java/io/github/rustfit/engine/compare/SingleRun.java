package io.github.rustfit.engine.compare;

import io.github.rustfit.engine.runs.RecordedRuns;
import io.github.rustfit.engine.runs.RunTest;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.stats.Format;
import java.util.Optional;

/** What a single run on a side cannot tell, and how many runs would. */
final class SingleRun {

  private static final int EXAMPLE_RUNS = 3;

  /** A usual standard deviation between runs of one program on one machine, for an example. */
  private static final double EXAMPLE_VARIATION = 0.05;

  private SingleRun() {}

  /**
   * What is said where a side has fewer than two runs.
   *
   * @param figures how many would be tested if there were more
   */
  static Optional<Problem> problem(Side before, Side after, int figures) {
    int from = RecordedRuns.of(before.evidence()).count();
    int to = RecordedRuns.of(after.evidence()).count();
    if (Math.min(from, to) >= RunTest.FEWEST) {
      return Optional.empty();
    }
    double outside = RunTest.FALSE_ALARMS / Math.max(1, figures);
    return Optional.of(
        new Problem(
            "",
            0,
            "There "
                + (from == 1 ? "is one run" : "are " + from + " runs")
                + " before and "
                + to
                + " after. Two runs of an unchanged program differ by more than the noise within"
                + " them, so nothing is said to have changed, and the intervals are those of the"
                + " noise within the runs. Where runs differ by "
                + percent(EXAMPLE_VARIATION)
                + " (standard deviation), "
                + EXAMPLE_RUNS
                + " on each side tell a growth by "
                + percent(RunTest.tells(EXAMPLE_VARIATION, EXAMPLE_RUNS, EXAMPLE_RUNS, outside))
                + " of any of "
                + Format.count(figures)
                + " figures from noise, and one by "
                + percent(RunTest.MARGIN)
                + " takes "
                + RunTest.runsFor(RunTest.MARGIN, EXAMPLE_VARIATION, outside)
                + " each.",
            "Record several runs of each side under the same load and name them all, e.g."
                + " -Drustfit.before=a.jfr,b.jfr,c.jfr (folders and globs likewise)."));
  }

  private static String percent(double part) {
    return Format.number(Math.rint(part * 1000) / 10) + " %";
  }
}
