package io.github.rustfit.fleet.table;

import io.github.rustfit.rules.stats.Share;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A figure with the ends of its 95 % confidence interval.
 *
 * @param value what was measured
 * @param low near end
 * @param high far end
 */
public record Interval(double value, double low, double high) implements Serializable {

  private static final long serialVersionUID = 1;

  /** A share; null where it is unknown. */
  public static @Nullable Interval of(Share share) {
    return share.known() ? new Interval(share.value(), share.low(), share.high()) : null;
  }

  /** The same times something that is known exactly; null where that is null. */
  public static @Nullable Interval times(@Nullable Interval one, @Nullable Double by) {
    return one == null || by == null
        ? null
        : new Interval(one.value * by, one.low * by, one.high * by);
  }

  /** Of two, the one with the larger value; the other where one is null. */
  public static @Nullable Interval larger(@Nullable Interval one, @Nullable Interval other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.value >= other.value ? one : other;
  }

  /** Both together, of disjoint parts; the other where one is null. */
  public static @Nullable Interval sum(@Nullable Interval one, @Nullable Interval other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return new Interval(one.value + other.value, one.low + other.low, one.high + other.high);
  }
}
