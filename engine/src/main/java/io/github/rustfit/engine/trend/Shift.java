package io.github.rustfit.engine.trend;

import io.github.rustfit.rules.builds.RecordedBuild;
import java.util.List;

/**
 * A figure that changed for good.
 *
 * @param point the levels before and after
 * @param likely the builds between which it most likely changed: neighbours
 * @param certain the builds between which it changed with a confidence of 95 %, see {@link Place}
 * @param change what became of the figure
 * @param alongside what the builds before and after were measured with differs in, e.g. {@code jvm
 *     17.0.15+6 → 21.0.7+6}
 */
public record Shift(
    ChangePoint point, Between likely, Between certain, Change change, List<String> alongside) {

  public Shift {
    alongside = List.copyOf(alongside);
  }

  /** What becomes of a figure. */
  public enum Change {
    /** There is less of what less is better of. */
    BETTER,
    /** There is more of it. */
    WORSE,
    /** Neither direction is better. */
    MOVED
  }

  /**
   * Two builds.
   *
   * @param before the last one at the old level
   * @param after the first one at the new level
   */
  public record Between(Numbered before, Numbered after) {}

  /**
   * A build and its number, from 1, in the order of the history.
   *
   * @param number its number
   * @param build what it measured
   */
  public record Numbered(int number, RecordedBuild build) {}

  /** The level after divided by that before; infinite from 0. */
  public double ratio() {
    return point.after().mean() / point.before().mean();
  }
}
