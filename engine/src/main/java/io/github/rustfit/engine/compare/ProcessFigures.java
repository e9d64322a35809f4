package io.github.rustfit.engine.compare;

import io.github.rustfit.engine.runs.GcFigures;
import io.github.rustfit.engine.runs.RunFigures;
import io.github.rustfit.engine.runs.RunValues;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The figures of the whole process. */
final class ProcessFigures {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MINUTE = 60e9;
  private static final double NANOS_PER_HOUR = 3600e9;

  private ProcessFigures() {}

  static List<Draft> of(Side before, RunFigures runsBefore, Side after, RunFigures runsAfter) {
    GcSummary from = before.assessment().gc();
    GcSummary to = after.assessment().gc();
    return List.of(
        Draft.of(ComparedMetric.CPU_CORES, sampled(before), sampled(after), 1)
            .over(runsBefore.rate(SampleKind.CPU), runsAfter.rate(SampleKind.CPU)),
        over(
            Draft.of(
                ComparedMetric.ALLOCATION_RATE,
                inCollections(from.allocation(), from),
                inCollections(to.allocation(), to),
                NANOS_PER_SECOND),
            runs -> runs.gc(GcFigures::allocation).times(NANOS_PER_SECOND),
            runsBefore,
            runsAfter),
        over(
            Draft.of(ComparedMetric.PAUSES, pauses(from), pauses(to), NANOS_PER_MINUTE),
            runs -> runs.gc(GcFigures::pauses).times(NANOS_PER_MINUTE),
            runsBefore,
            runsAfter),
        percentile(ComparedMetric.PAUSE_P50, from, to, 50, runsBefore, runsAfter),
        percentile(ComparedMetric.PAUSE_P99, from, to, 99, runsBefore, runsAfter),
        percentile(ComparedMetric.PAUSE_P999, from, to, 99.9, runsBefore, runsAfter),
        Draft.shown(ComparedMetric.PAUSE_MAX, longest(from), longest(to)),
        over(
            Draft.of(ComparedMetric.PAUSE_TIME, inPauses(from), inPauses(to), 1),
            runs -> runs.gc(GcFigures::paused),
            runsBefore,
            runsAfter),
        over(
            Draft.of(ComparedMetric.FULL_COLLECTIONS, full(from), full(to), NANOS_PER_HOUR),
            runs -> runs.gc(GcFigures::fullRate).times(NANOS_PER_HOUR),
            runsBefore,
            runsAfter),
        over(
            Draft.of(
                ComparedMetric.GC_CPU,
                inCollections(from.gcCpu(), from),
                inCollections(to.gcCpu(), to),
                1),
            runs -> runs.gc(GcFigures::cpu),
            runsBefore,
            runsAfter),
        over(
            Draft.shown(ComparedMetric.PROCESS_CPU, cores(before), cores(after)),
            runs -> runs.profile(ProcessFigures::cores),
            runsBefore,
            runsAfter));
  }

  private static Draft over(
      Draft draft, Function<RunFigures, RunValues> figure, RunFigures before, RunFigures after) {
    return draft.over(figure.apply(before), figure.apply(after));
  }

  /** It is reported every second or so, and regularly. */
  private static Optional<RunValues.Value> cores(ProfileSummary profile) {
    Tally cpu = profile.processCpu();
    return cpu.known()
        ? Optional.of(RunValues.Value.ofPortions(cpu.perNano(), cpu.overNanos() / NANOS_PER_SECOND))
        : Optional.empty();
  }

  /**
   * An amount that was counted, not sampled. What it would be in another run is judged as if it
   * came in as many independent portions as there were collections. They come more regularly than
   * that, so that the interval is too wide rather than too narrow.
   */
  private static Optional<Rate> inCollections(Tally amount, GcSummary gc) {
    return amount.known() && (gc.collections() > 0 || amount.amount() == 0)
        ? Optional.of(
            new Rate(
                amount.amount(), amount.overNanos(), amount.amount() == 0 ? 0 : gc.collections()))
        : Optional.empty();
  }

  /** All CPU samples, whoever owns them. */
  private static Optional<Rate> sampled(Side side) {
    ProfileSummary profile = side.assessment().profile();
    Weight all = profile.total(SampleKind.CPU);
    long over = profile.observed().getOrDefault(SampleKind.CPU, 0L);
    return over > 0 && all.amount() > 0
        ? Optional.of(new Rate(all.amount(), over, all.effectiveSamples()))
        : Optional.empty();
  }

  private static Optional<Rate> pauses(GcSummary gc) {
    long count = gc.pauses().count();
    return gc.timed()
        ? Optional.of(new Rate(count, gc.pauseObservedNanos(), count))
        : Optional.empty();
  }

  private static Optional<Rate> inPauses(GcSummary gc) {
    long total = gc.pauses().totalNanos();
    return gc.timed()
        ? Optional.of(
            new Rate(total, gc.pauseObservedNanos(), total == 0 ? 0 : gc.pauses().effectiveCount()))
        : Optional.empty();
  }

  private static Optional<Rate> full(GcSummary gc) {
    return gc.known()
        ? Optional.of(new Rate(gc.fullCollections(), gc.wallNanos(), gc.fullCollections()))
        : Optional.empty();
  }

  private static boolean anyPause(GcSummary gc) {
    return gc.pausesKnown() && gc.pauses().count() > 0;
  }

  private static Draft percentile(
      ComparedMetric measure,
      GcSummary from,
      GcSummary to,
      double percent,
      RunFigures before,
      RunFigures after) {
    return new Draft(
        measure,
        percentile(from, percent),
        percentile(to, percent),
        anyPause(from) && anyPause(to)
            ? Optional.of(z -> Intervals.percentile(from.pauses(), to.pauses(), percent, z))
            : Optional.empty(),
        before.gc(gc -> GcFigures.pause(gc, percent)),
        after.gc(gc -> GcFigures.pause(gc, percent)));
  }

  private static OptionalDouble percentile(GcSummary gc, double percent) {
    return anyPause(gc)
        ? OptionalDouble.of(gc.pauses().percentileNanos(percent))
        : OptionalDouble.empty();
  }

  private static OptionalDouble longest(GcSummary gc) {
    return anyPause(gc) ? OptionalDouble.of(gc.pauses().maxNanos()) : OptionalDouble.empty();
  }

  private static OptionalDouble cores(Side side) {
    Tally cpu = side.assessment().profile().processCpu();
    return cpu.known() ? OptionalDouble.of(cpu.perNano()) : OptionalDouble.empty();
  }
}
