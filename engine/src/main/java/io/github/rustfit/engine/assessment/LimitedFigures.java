package io.github.rustfit.engine.assessment;

import io.github.rustfit.engine.runs.GcFigures;
import io.github.rustfit.engine.runs.RunFigures;
import io.github.rustfit.engine.runs.RunValues;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.stats.MeasuredValue;
import io.github.rustfit.rules.stats.Runs;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The figures that limits are held against.
 *
 * @param profile all recordings together
 * @param gc all GC logs together
 * @param runs the same, run by run
 */
record LimitedFigures(ProfileSummary profile, GcSummary gc, RunFigures runs) {

  private static final double MIB = 1 << 20;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  /**
   * Every figure that is known, by the id that its violation would have, and the CPU time of
   * components.
   */
  Map<String, MeasuredValue> all(List<ComponentAssessment> components) {
    Map<String, MeasuredValue> figures = new TreeMap<>();
    for (Metric metric : Metric.values()) {
      if (!metric.perComponent()) {
        ofProcess(metric).ifPresent(value -> figures.put(metric.id(), value));
      }
      if (metric.ofComponents()) {
        for (ComponentAssessment one : components) {
          of(metric, one)
              .ifPresent(
                  value -> figures.put(Violation.id(metric.id(), one.component().name()), value));
        }
      }
    }
    for (ComponentAssessment one : components) {
      if (one.cpu().known()) {
        Runs taken = runs.rate(one.component(), SampleKind.CPU).runs();
        figures.put(
            Violation.id(Violation.CPU_TIME, one.component().name()),
            MeasuredValue.exact(taken.mean()).over(taken));
      }
    }
    return figures;
  }

  /** A figure of the process; empty when nothing was recorded that shows it. */
  Optional<MeasuredValue> ofProcess(Metric metric) {
    return process(metric).map(value -> value.over(runs(metric)));
  }

  /** The figure of the process over the runs. */
  private Runs runs(Metric metric) {
    RunValues values =
        switch (metric) {
          case ALLOCATION_RATE -> runs.gc(GcFigures::allocation).times(NANOS_PER_SECOND / MIB);
          case GC_PAUSE_P99 -> runs.gc(gc -> GcFigures.pause(gc, 99)).times(1 / NANOS_PER_MILLI);
          case GC_THROUGHPUT -> runs.gc(GcFigures::paused).times(100);
          case FULL_COLLECTIONS -> runs.gc(GcFigures::full);
          case CPU_SHARE, ALLOCATION_SHARE, HOT_PATH_FINDINGS -> RunValues.NONE;
        };
    Runs over = values.runs();
    return metric == Metric.GC_THROUGHPUT && over.count() > 0
        ? new Runs(over.count(), 100 - over.mean(), over.deviation())
        : over;
  }

  private Optional<MeasuredValue> process(Metric metric) {
    return switch (metric) {
      case ALLOCATION_RATE -> exact(gc.allocation().known(), gc.allocation().perSecond() / MIB);
      case GC_PAUSE_P99 ->
          exact(gc.pausesKnown(), gc.pausesKnown() ? gc.pauses().percentileNanos(99) / 1e6 : 0);
      case GC_THROUGHPUT -> exact(gc.timed(), gc.timed() ? gc.throughput() * 100 : 0);
      case FULL_COLLECTIONS -> exact(gc.known(), gc.fullCollections());
      case CPU_SHARE, ALLOCATION_SHARE, HOT_PATH_FINDINGS -> Optional.empty();
    };
  }

  /** Whether a figure of the process is a lower bound. */
  boolean atLeast(Metric metric) {
    return metric == Metric.ALLOCATION_RATE && gc.allocationAtLeast();
  }

  /**
   * What samples of allocation that were left out amount to at most, in MiB a second: they may
   * count bytes from before the recording.
   */
  double rateLeftOut() {
    long nanos = profile.observed().getOrDefault(SampleKind.ALLOCATION, 0L);
    long bytes = profile.facts().sampling().leftOut().getOrDefault(SampleKind.ALLOCATION, 0L);
    return nanos == 0 ? 0 : bytes / MIB / (nanos / 1e9);
  }

  /** A figure of a component; empty when nothing was recorded that shows it. */
  Optional<MeasuredValue> of(Metric metric, ComponentAssessment component) {
    return switch (metric) {
      case CPU_SHARE -> share(component, component.cpu(), SampleKind.CPU);
      case ALLOCATION_SHARE -> share(component, component.allocation(), SampleKind.ALLOCATION);
      case ALLOCATION_RATE ->
          rate(component)
              .map(
                  value ->
                      value.over(
                          runs.rate(component.component(), SampleKind.ALLOCATION)
                              .times(NANOS_PER_SECOND / MIB)
                              .runs()));
      case HOT_PATH_FINDINGS ->
          exact(
              component.cpu().known() || component.allocation().known(),
              HotPathLimit.findings(component).size());
      case GC_PAUSE_P99, GC_THROUGHPUT, FULL_COLLECTIONS -> Optional.empty();
    };
  }

  /** What its recordings saw it allocate in the time in which they looked, with its interval. */
  private Optional<MeasuredValue> rate(ComponentAssessment component) {
    Share share = component.allocation();
    long nanos = profile.observed().getOrDefault(SampleKind.ALLOCATION, 0L);
    if (!share.known() || nanos <= 0 || share.value() == 0) {
      return share.known() && nanos > 0 ? Optional.of(MeasuredValue.exact(0)) : Optional.empty();
    }
    double rate = component.allocatedBytes() / MIB / (nanos / 1e9);
    double unit = rate / share.value();
    return Optional.of(
        new MeasuredValue(
            rate,
            Math.min(rate, share.low() * unit),
            Math.max(rate, share.high() * unit),
            0,
            Runs.UNKNOWN));
  }

  private Optional<MeasuredValue> share(
      ComponentAssessment component, Share share, SampleKind kind) {
    return share.known()
        ? Optional.of(MeasuredValue.of(share).over(runs.share(component.component(), kind).runs()))
        : Optional.empty();
  }

  private static Optional<MeasuredValue> exact(boolean known, double value) {
    return known ? Optional.of(MeasuredValue.exact(value)) : Optional.empty();
  }
}
