package io.github.rustfit.rules.evidence.gc;

import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * GC logs that tell of the same run of a JVM: two outputs of its logging, or copies of its log at
 * two times. They are recognised by their pauses, which are equally long at the same times. A log
 * that others hold whole is not counted; one that they hold in part is not counted either, and is a
 * problem. A view of evidence, so it is the same whatever order evidence was merged in.
 */
public final class GcOverlap {

  /** Time stamps are rounded to milliseconds, and logs differ in which of them. */
  private static final long ROUNDING = 2_000_000L;

  /** The clock may be set by less while a JVM runs. */
  private static final long CLOCK_STEP = 60_000_000_000L;

  /** Where only the longest pauses are kept, what one log covers more than the other. */
  private static final long SLACK = 1_000_000_000L;

  /** As many pauses are alike by chance. */
  private static final int CHANCE = 1;

  /** Share of pauses that must be the same where two logs tell of the same time. */
  private static final double ALIKE = 0.9;

  /**
   * A run of a log.
   *
   * @param base where its times begin, in nanoseconds since the JVM's start or since 1970
   * @param uptime whether since the JVM's start
   * @param started when that was, in nanoseconds since 1970; {@value GcRunPart#NONE} when unknown
   */
  private record Run(RunHistory history, long base, boolean uptime, long started) {

    List<PausePoint> points() {
      return history.pauses().points();
    }

    /** What a pause is longer than if it is certainly kept. */
    long least() {
      return history.pauses().complete()
          ? -1
          : points().stream().mapToLong(PausePoint::nanos).min().orElse(-1);
    }

    /** Where its times begin on the axis of another run; {@value GcRunPart#NONE} without one. */
    long baseFor(Run other) {
      if (uptime == other.uptime) {
        boolean apart =
            started != GcRunPart.NONE
                && other.started != GcRunPart.NONE
                && Math.abs(started - other.started) > CLOCK_STEP;
        return apart ? GcRunPart.NONE : base;
      }
      return uptime ? (started == GcRunPart.NONE ? GcRunPart.NONE : later(started, base)) : base;
    }

    private static long later(long time, long nanos) {
      return time > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : time + nanos;
    }
  }

  /** A log with its runs. */
  private record Log(String digest, GcSummary summary, List<Run> runs) {

    /** Whether every run is known in full. */
    boolean complete() {
      return summary.details().runs().count() == summary.details().runs().kept().size();
    }

    long pauses() {
      return summary.pauses().count();
    }

    /** How many kinds of facts it tells. */
    int details() {
      GcDetails details = summary.details();
      return details.incidents().counts().size()
          + (details.safepoints().known() ? 1 : 0)
          + (details.promotion().known() ? 1 : 0)
          + (summary.gcCpu().known() ? 1 : 0)
          + (summary.allocation().known() ? 1 : 0)
          + details.kinds().size();
    }
  }

  private static final Comparator<Log> BEST =
      Comparator.comparingLong(Log::pauses)
          .thenComparingInt(Log::details)
          .thenComparingLong(log -> log.summary.wallNanos())
          .reversed()
          .thenComparing(Log::digest);

  /** What two runs have in common. */
  private record Common(int same, boolean whole) {}

  private final Map<String, String> names = new TreeMap<>();
  private final List<Log> counted = new ArrayList<>();
  private final SortedMap<String, GcSummary> logs;
  private final SortedSet<Problem> problems = new TreeSet<>();

  private GcOverlap(Collection<Input> inputs, SortedMap<String, GcSummary> logs) {
    this.logs = logs;
    inputs.forEach(
        input -> names.merge(input.sha256(), input.path(), (a, b) -> a.compareTo(b) < 0 ? a : b));
  }

  /**
   * The overlap that evidence holds.
   *
   * @param inputs what was offered, with its names
   * @param logs the GC logs that were read, by digest
   * @param gcRuns the first and the last run in each log, by digest
   */
  public static GcOverlap of(
      Collection<Input> inputs,
      SortedMap<String, GcSummary> logs,
      Map<String, List<GcRunPart>> gcRuns) {
    GcOverlap overlap = new GcOverlap(inputs, logs);
    if (logs.size() > 1) {
      List<Log> all = new ArrayList<>();
      logs.forEach(
          (digest, summary) ->
              all.add(
                  new Log(digest, summary, runs(summary, gcRuns.getOrDefault(digest, List.of())))));
      all.sort(BEST);
      overlap.choose(all);
    }
    return overlap;
  }

  private static List<Run> runs(GcSummary summary, List<GcRunPart> parts) {
    List<Run> runs = new ArrayList<>();
    for (RunHistory history : summary.details().runs().kept()) {
      boolean last = history.number() == summary.details().runs().count();
      if (parts.isEmpty() || history.pauses().points().isEmpty()) {
        continue;
      }
      if (history.number() == 1 || last) {
        GcRunPart part = history.number() == 1 ? parts.get(0) : parts.get(parts.size() - 1);
        runs.add(
            new Run(history, part.span().begin(), part.clock().uptime(), part.clock().started()));
      } else if (parts.get(0).clock().uptime()) {
        runs.add(new Run(history, 0, true, GcRunPart.NONE));
      }
    }
    return runs;
  }

  private void choose(List<Log> all) {
    List<Log> partly = new ArrayList<>();
    for (Log log : all) {
      if (counted.stream().noneMatch(other -> overlap(log, other))) {
        counted.add(log);
      } else if (!within(log)) {
        partly.add(log);
      }
    }
    for (Log log : partly) {
      if (!within(log)) {
        problems.add(problem(log));
      }
    }
  }

  private static boolean overlap(Log one, Log other) {
    return one.runs.stream()
        .anyMatch(run -> other.runs.stream().anyMatch(its -> common(run, its).same > 0));
  }

  /** Whether all that a log tells of pauses is told by those that count. */
  private boolean within(Log log) {
    return log.complete()
        && log.runs.stream()
            .allMatch(
                run -> {
                  int same = 0;
                  for (Log other : counted) {
                    for (Run its : other.runs) {
                      Common common = common(run, its);
                      if (common.whole) {
                        return true;
                      }
                      same += common.same;
                    }
                  }
                  return same >= run.history.pauses().count();
                });
  }

  private static Common common(Run run, Run other) {
    long base = run.baseFor(other);
    long its = other.baseFor(run);
    if (base == GcRunPart.NONE || its == GcRunPart.NONE) {
      return new Common(0, false);
    }
    long least = Math.max(run.least(), other.least());
    long from = Math.max(base, its) - ROUNDING;
    long end = Math.min(base + run.history.nanos(), its + other.history.nanos()) + ROUNDING;
    List<PausePoint> mine = points(run, base, least, from, end);
    List<PausePoint> theirs = points(other, its, least, from, end);
    if (mine.isEmpty() || theirs.isEmpty()) {
      return new Common(0, false);
    }
    int same = 0;
    int at = 0;
    for (PausePoint point : mine) {
      long start = point.startNanos() + base;
      while (at < theirs.size() && theirs.get(at).startNanos() + its < start - ROUNDING) {
        at++;
      }
      int found = at;
      while (found < theirs.size()
          && theirs.get(found).startNanos() + its <= start + ROUNDING
          && !alike(point, theirs.get(found))) {
        found++;
      }
      if (found < theirs.size() && theirs.get(found).startNanos() + its <= start + ROUNDING) {
        same++;
        at = Math.max(at, found);
      }
    }
    boolean started = run.started != GcRunPart.NONE && other.started != GcRunPart.NONE;
    boolean enough = same > CHANCE || (same > 0 && started);
    boolean alike = enough && same >= ALIKE * Math.max(mine.size(), theirs.size());
    if (!alike) {
      return new Common(0, false);
    }
    boolean inside =
        base >= its - SLACK
            && base + run.history.nanos() <= its + other.history.nanos() + SLACK
            && run.history.pauses().count() <= other.history.pauses().count();
    boolean whole =
        same == mine.size()
            && (run.history.pauses().complete() ? same == run.history.pauses().count() : inside);
    return new Common(same, whole);
  }

  private static List<PausePoint> points(Run run, long base, long least, long from, long end) {
    Stream<PausePoint> longer =
        run.points().stream()
            .filter(point -> point.nanos() > least)
            .filter(point -> base + point.startNanos() >= from)
            .filter(point -> base + point.startNanos() <= end);
    return longer.toList();
  }

  private static boolean alike(PausePoint one, PausePoint other) {
    return one.nanos() == other.nanos()
        && same(one.beforeBytes(), other.beforeBytes())
        && same(one.afterBytes(), other.afterBytes());
  }

  private static boolean same(long one, long other) {
    return one == other || one == PausePoint.UNKNOWN || other == PausePoint.UNKNOWN;
  }

  private Problem problem(Log log) {
    Log other = counted.stream().filter(one -> overlap(log, one)).findFirst().orElse(log);
    return new Problem(
        names.getOrDefault(log.digest, log.digest),
        0,
        "The GC log tells in part of the same run of a JVM as "
            + names.getOrDefault(other.digest, other.digest)
            + ", so that its pauses would count twice: it is not counted.",
        "Give one log of each JVM, or logs that do not overlap.");
  }

  /** The logs that count, by digest. */
  public SortedMap<String, GcSummary> counted() {
    if (counted.isEmpty()) {
      return logs;
    }
    SortedMap<String, GcSummary> kept = new TreeMap<>();
    counted.forEach(log -> kept.put(log.digest, log.summary));
    return Collections.unmodifiableSortedMap(kept);
  }

  /** A problem for each log that cannot be counted, though others do not tell all that it does. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
