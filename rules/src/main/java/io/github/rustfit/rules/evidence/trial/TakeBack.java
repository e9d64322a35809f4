package io.github.rustfit.rules.evidence.trial;

/**
 * When a port is to be taken back: agreed when it was tried, so that nobody has to argue about it
 * later. Any of them is enough.
 *
 * @param gainBelow a gain that lies below this for certain; 0 for none agreed
 * @param crossingAbove a part of the CPU time of the port's calls, 0..1, that goes to the boundary
 *     for certain and not to Rust; 0 for none agreed
 * @param memoryAbove bytes of memory outside of the Java heap that the process holds for certain; 0
 *     for none agreed
 */
public record TakeBack(double gainBelow, double crossingAbove, long memoryAbove) {

  /** Nothing agreed. */
  public static final TakeBack NONE = new TakeBack(0, 0, 0);

  /** Gains are written with four decimals. */
  private static final double SCALE = 1e4;

  /** A gain of more is none that anybody measured. */
  private static final double MOST_GAIN = 1e6;

  public TakeBack {
    gainBelow = Math.rint(gainBelow * SCALE) / SCALE;
    crossingAbove = Math.rint(crossingAbove * SCALE) / SCALE;
    if (!(gainBelow >= 0 && gainBelow <= MOST_GAIN)
        || !(crossingAbove >= 0 && crossingAbove < 1)
        || memoryAbove < 0) {
      throw new IllegalArgumentException(
          "no condition: " + gainBelow + ", " + crossingAbove + ", " + memoryAbove);
    }
  }

  /**
   * What a trial agrees on by itself: the port is taken back when it is slower than {@code
   * gainBelow} times Java. The part of the boundary at which it is follows from what a call took,
   * the kernel itself being as fast as it was: {@code 1 - gainBelow * alone / java}.
   *
   * @param memoryAbove as above: no trial of one method tells what a process may hold
   */
  public static TakeBack of(double gainBelow, TrialBars bars, long memoryAbove) {
    double crossing =
        bars.alone() > 0 && bars.java() > 0 ? 1 - gainBelow * bars.alone() / bars.java() : 0;
    return new TakeBack(gainBelow, Math.max(0, Math.min(crossing, 1 - 1 / SCALE)), memoryAbove);
  }

  /** Whether anything is agreed. */
  public boolean agreed() {
    return gainBelow > 0 || crossingAbove > 0 || memoryAbove > 0;
  }
}
