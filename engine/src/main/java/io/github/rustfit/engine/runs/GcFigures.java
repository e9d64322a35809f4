package io.github.rustfit.engine.runs;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.util.Optional;

/** The figures of a run's collector. */
public final class GcFigures {

  /** Buckets of pauses are so wide, of their length. */
  private static final double BUCKET = 0.001;

  private GcFigures() {}

  /**
   * Bytes allocated per nanosecond. The log of a run tells of them in portions, one a collection.
   */
  public static Optional<RunValues.Value> allocation(GcSummary gc) {
    return inPortions(gc.allocation(), gc);
  }

  /** CPU time of the collector per nanosecond. */
  public static Optional<RunValues.Value> cpu(GcSummary gc) {
    return inPortions(gc.gcCpu(), gc);
  }

  private static Optional<RunValues.Value> inPortions(Tally amount, GcSummary gc) {
    if (!amount.known() || (gc.collections() == 0 && amount.amount() > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        RunValues.Value.ofPortions(amount.perNano(), amount.amount() == 0 ? 0 : gc.collections()));
  }

  /**
   * A percentile of the pauses, in nanoseconds.
   *
   * @param percent above 0, below 100
   */
  public static Optional<RunValues.Value> pause(GcSummary gc, double percent) {
    if (!gc.pausesKnown() || gc.pauses().count() == 0) {
      return Optional.empty();
    }
    double nanos = gc.pauses().percentileNanos(percent);
    double beyond = gc.pauses().count() * (1 - percent / 100);
    return Optional.of(new RunValues.Value(nanos, nanos * BUCKET, beyond));
  }

  /** The longest pause, in nanoseconds. */
  public static Optional<RunValues.Value> longest(GcSummary gc) {
    return gc.pausesKnown() && gc.pauses().count() > 0
        ? Optional.of(
            new RunValues.Value(gc.pauses().maxNanos(), gc.pauses().maxNanos() * BUCKET, 0))
        : Optional.empty();
  }

  /** Pauses per nanosecond. */
  public static Optional<RunValues.Value> pauses(GcSummary gc) {
    double count = gc.pauses().count();
    return gc.timed()
        ? Optional.of(RunValues.Value.ofPortions(count / gc.pauseObservedNanos(), count))
        : Optional.empty();
  }

  /** Part of the time that was spent in pauses, 0..1. */
  public static Optional<RunValues.Value> paused(GcSummary gc) {
    return gc.timed()
        ? Optional.of(
            RunValues.Value.ofPortions(
                gc.pauseRatio(), gc.pauses().totalNanos() == 0 ? 0 : gc.pauses().effectiveCount()))
        : Optional.empty();
  }

  /** Stop-the-world collections of the whole heap per nanosecond. */
  public static Optional<RunValues.Value> fullRate(GcSummary gc) {
    return gc.known()
        ? Optional.of(
            RunValues.Value.ofEvents(
                (double) gc.fullCollections() / gc.wallNanos(), gc.fullCollections()))
        : Optional.empty();
  }

  /** Stop-the-world collections of the whole heap. */
  public static Optional<RunValues.Value> full(GcSummary gc) {
    return gc.known()
        ? Optional.of(RunValues.Value.ofEvents(gc.fullCollections(), gc.fullCollections()))
        : Optional.empty();
  }
}
