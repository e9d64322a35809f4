package io.github.rustfit.engine.enforcement;

import io.github.rustfit.engine.runs.RunTest;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.stats.Runs;
import java.util.Locale;

/**
 * What became of something that the baseline accepts.
 *
 * @param state what became of it
 * @param text what was seen, as part of a sentence; for what could not be told, why, as a sentence
 *     of its own
 * @param weak whether even twice as much could have been noise
 */
public record Since(State state, String text, boolean weak) {

  /** What may have become of it. */
  public enum State {
    /** It is worse, beyond noise and by more than the margin. */
    WORSE,
    /** It was tested and is not worse beyond noise. */
    NOT_WORSE,
    /**
     * Nobody can say: runs of one unchanged program differ, and there are too few or unlike ones.
     */
    UNTOLD
  }

  /** It was not measured then. */
  static final Since UNKNOWN = untold("The baseline does not have this figure.");

  /** Beyond that growth a figure says nothing but that there are too few runs. */
  private static final double TENFOLD = 9;

  /**
   * A standard deviation between runs of one program on one machine, for examples where none was
   * measured: some per cent are common (Georges, Buytaert and Eeckhout, OOPSLA 2007).
   */
  private static final double USUAL_VARIATION = 0.05;

  /** Runs that cannot tell that a figure doubled are few, or of different programs or loads. */
  private static final double WEAK = 1;

  private static final int EXAMPLE_RUNS = 3;

  static Since worse(String text) {
    return new Since(State.WORSE, text, false);
  }

  static Since notWorse(String text) {
    return new Since(State.NOT_WORSE, text, false);
  }

  static Since untold(String text) {
    return new Since(State.UNTOLD, text, false);
  }

  /**
   * A figure of which less is better.
   *
   * @param outside probability that it is called worse when it is not
   */
  static Since of(Runs then, Runs now, double outside) {
    return then.several() && now.several()
        ? of(
            RunTest.of(then, now), then.count() + " runs then and " + now.count() + " now", outside)
        : untold(tooFew(count(then), then, now, outside));
  }

  /**
   * A figure of which less is better, held against that of earlier builds. A build is one draw from
   * how builds differ, however many runs it has. So what is tested is how far it lies from the mean
   * of n builds, of which the variance is s² + s²/n: as if they differed by s·√(n + 1). How much
   * the runs of the build itself differ is added.
   *
   * @param then each of them a build
   * @param outside probability that it is called worse when it is not
   */
  static Since ofBuilds(Runs then, Runs now, double outside) {
    if (!then.several() || !now.several()) {
      return untold(
          tooFew(
              then.several() ? then.count() + " builds" : "fewer than two builds",
              then,
              now,
              outside));
    }
    Runs further =
        new Runs(then.count(), then.mean(), then.deviation() * Math.sqrt(then.count() + 1.0));
    return of(
        RunTest.of(further, now),
        then.count() + " builds then and " + now.count() + " runs now",
        outside);
  }

  private static Since of(RunTest test, String runs, double outside) {
    if (test.grew(outside, RunTest.MARGIN)) {
      return worse(
          String.format(
              Locale.ROOT,
              "this is worse beyond noise: %s by %s (at least %s)",
              factor(test.ratio()),
              runs,
              factor(test.low(outside))));
    }
    double tells = Math.max(RunTest.MARGIN, test.tells(outside));
    return new Since(
        State.NOT_WORSE,
        "it is not worse beyond noise ("
            + runs
            + (tells > TENFOLD
                ? " tell not even ten times as much from noise"
                : " tell a growth by " + percent(tells) + " from noise")
            + ")",
        tells > WEAK);
  }

  private static String tooFew(String before, Runs then, Runs now, double outside) {
    Runs known = then.several() ? then : now;
    boolean measured = known.several() && known.mean() > 0 && known.deviation() > 0;
    double variation = measured ? known.variation() : USUAL_VARIATION;
    int three = Math.max(EXAMPLE_RUNS, known.count());
    return "It rests on "
        + before
        + " then and "
        + count(now)
        + " now, and two runs of an unchanged program differ by more than the noise within them,"
        + " so nobody can tell whether it got worse. "
        + (measured
            ? "Runs differ by " + percent(variation) + " here (standard deviation): "
            : "Where runs differ by " + percent(variation) + " (standard deviation), ")
        + three
        + " runs then and "
        + three
        + " now tell a growth by "
        + percent(RunTest.tells(variation, three, three, outside))
        + ", and one by "
        + percent(RunTest.MARGIN)
        + " takes "
        + RunTest.runsFor(RunTest.MARGIN, variation, outside)
        + " each.";
  }

  private static String count(Runs runs) {
    return switch (runs.count()) {
      case 0 -> "an unknown number of runs";
      case 1 -> "one run";
      default -> runs.count() + " runs";
    };
  }

  private static String percent(double part) {
    return Format.number(Math.rint(part * 1000) / 10) + " %";
  }

  private static String factor(double ratio) {
    return Format.factor(ratio);
  }
}
