package io.github.rustfit.rules.evidence.gc;

import io.github.rustfit.rules.evidence.base.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One run of a JVM that goes on from log to log, put together as if one log told of it.
 *
 * <p>What the pieces add up to is summed elsewhere; this is what lies between them: the time from
 * one piece to the next, which is watched for all that any piece tells of, and what two pieces tell
 * only together.
 */
final class JoinedRun {

  /**
   * What one log holds of the run.
   *
   * @param part where it begins and ends
   * @param log all that the log tells
   * @param alone whether the log tells of no other run
   * @param history how it went; empty where the log has too many runs to keep it
   */
  record Piece(GcRunPart part, GcSummary log, boolean alone, Optional<RunHistory> history) {

    /** Whether its history is known, at times that can be added up. */
    private boolean placed() {
      return history.filter(run -> run.endsBefore(GcRunPart.MOST)).isPresent();
    }

    private SortedMap<LiveBasis, LiveSeries> live() {
      return history.map(RunHistory::live).orElseGet(TreeMap::new);
    }

    /** Whether a collection told more closely what is live than concurrent marking does. */
    private boolean closeToLive() {
      return live().keySet().stream().anyMatch(basis -> basis != LiveBasis.AT_MOST);
    }

    /**
     * The pauses that a window may share with another piece; empty unless each of them is kept with
     * its time.
     */
    private Optional<List<PausePoint>> edges() {
      PauseTimeline line = history.map(RunHistory::pauses).orElse(PauseTimeline.EMPTY);
      if (!placed() || (alone && line.count() != log.pauses().count())) {
        return Optional.empty();
      }
      if (line.complete()) {
        return Optional.of(line.points());
      }
      long last = history.orElseThrow().nanos() - LONGEST_WINDOW;
      return last < 0
          ? Optional.empty()
          : line.pauses(0, LONGEST_WINDOW)
              .flatMap(
                  first ->
                      line.pauses(
                              Math.max(last, LONGEST_WINDOW + line.bucketNanos()), Long.MAX_VALUE)
                          .map(end -> Stream.concat(first.stream(), end.stream()).toList()));
    }
  }

  private static final long LONGEST_WINDOW = MutatorUtilisation.WINDOWS.last();

  private final List<Piece> pieces;
  private final long gap;

  /** A run of at least two pieces, in order of time. */
  JoinedRun(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
    long between = 0;
    for (int i = 1; i < pieces.size(); i++) {
      between += pieces.get(i).part.nanosSince(pieces.get(i - 1).part);
    }
    gap = between;
  }

  /** The logs that tell of this run alone. */
  List<GcSummary> logs() {
    return pieces.stream().filter(Piece::alone).map(Piece::log).toList();
  }

  /** The sum of logs, with what lies between the pieces. */
  GcSummary within(GcSummary sum) {
    boolean allocation = pieces.stream().anyMatch(piece -> piece.part.known().allocation());
    long allocated = 0;
    long common = 0;
    GcRunPart.Ids known = pieces.get(0).part.edges().closing();
    GcRunPart figures = pieces.get(0).part;
    for (int i = 1; i < pieces.size(); i++) {
      GcRunPart after = pieces.get(i).part;
      allocation |= after.allocationSinceKnown(figures);
      allocated += after.allocatedSince(figures);
      common += after.edges().opening().common(known);
      known = known.with(after.edges().closing());
      figures = after.heap().heapBefore() == GcRunPart.NONE ? figures : after;
    }
    return sum.across(
        gap,
        over(piece -> piece.part.known().pauses()),
        allocated,
        allocation ? gap + without(piece -> piece.part.known().allocation()) : 0,
        over(piece -> piece.part.known().cpu()),
        common,
        within(sum.details()));
  }

  /**
   * Time that must be added to what the pieces watched for something, in nanoseconds: from piece to
   * piece, and the pieces that say nothing of it because nothing of the kind happened in them.
   */
  private long over(Predicate<Piece> watched) {
    return pieces.stream().anyMatch(watched) ? gap + without(watched) : 0;
  }

  private long without(Predicate<Piece> watched) {
    return pieces.stream()
        .filter(watched.negate())
        .mapToLong(piece -> piece.part.span().nanos())
        .sum();
  }

  private GcDetails within(GcDetails sum) {
    SortedMap<GcIncident, Tally> counts = new TreeMap<>(sum.incidents().counts());
    counts.replaceAll(
        (incident, tally) ->
            longer(tally, over(piece -> piece.log.details().incidents().of(incident).known())));
    SafepointTotals stops = sum.safepoints();
    return GcDetails.builder()
        .kinds(sum.kinds())
        .concurrent(sum.concurrent())
        .incidents(
            new GcIncidents(
                counts,
                sum.incidents().fullCauses(),
                sum.incidents().stalls(),
                sum.incidents().humongousRegions(),
                sum.incidents().lockerWaits()))
        .safepoints(
            new SafepointTotals(
                Math.max(
                    0,
                    stops.observedNanos()
                        + over(piece -> piece.log.details().safepoints().known())),
                stops.stopped(),
                stops.reaching(),
                stops.operations()))
        .cpu(sum.cpu())
        .metaspace(sum.metaspace())
        .promotion(promotion(sum.promotion()))
        .promotedRegions(promotedRegions(sum.promotedRegions()))
        .utilisation(sum.utilisation())
        .setup(sum.setup())
        .runs(within(sum.runs()))
        .build();
  }

  /**
   * What was promoted, with the regions of pieces that do not tell how large one is: of one run
   * they are all of the size that its first piece tells.
   */
  private Tally promotion(Tally sum) {
    Optional<Tally> regions = regionsOfOneSize();
    boolean untold = regions.isEmpty() && pieces.stream().anyMatch(JoinedRun::inRegions);
    Tally all =
        regions
            .map(tally -> new Tally(bytes(tally), tally.overNanos()))
            .map(sum::merge)
            .orElse(sum);
    return untold
        ? all
        : longer(all, over(piece -> piece.log.details().promotion().known() || inRegions(piece)));
  }

  private long bytes(Tally regions) {
    long size = regionBytes().first();
    return regions.amount() > Long.MAX_VALUE / 4 / size
        ? Long.MAX_VALUE / 4
        : regions.amount() * size;
  }

  private static boolean inRegions(Piece piece) {
    return piece.log.details().promotedRegions().known();
  }

  private SortedSet<Long> regionBytes() {
    SortedSet<Long> sizes = new TreeSet<>();
    pieces.forEach(piece -> sizes.addAll(piece.log.details().setup().regionBytes()));
    return sizes;
  }

  /** Regions whose size another piece tells; empty when there are none, or it is not certain. */
  private Optional<Tally> regionsOfOneSize() {
    List<Piece> without = pieces.stream().filter(JoinedRun::inRegions).toList();
    return without.isEmpty()
            || regionBytes().size() != 1
            || !without.stream().allMatch(Piece::alone)
        ? Optional.empty()
        : without.stream().map(piece -> piece.log.details().promotedRegions()).reduce(Tally::merge);
  }

  /** What is left of them once their size is known. */
  private Tally promotedRegions(Tally sum) {
    Tally sized = regionsOfOneSize().orElse(Tally.UNKNOWN);
    long over = sum.overNanos() - sized.overNanos();
    return over <= 0 ? Tally.UNKNOWN : new Tally(sum.amount() - sized.amount(), over);
  }

  private static Tally longer(Tally tally, long nanos) {
    long over = tally.overNanos() + nanos;
    return tally.known() && over > 0 ? new Tally(tally.amount(), over) : tally;
  }

  private GcRuns within(GcRuns sum) {
    Optional<RunHistory> joined = history();
    List<RunHistory> kept = new ArrayList<>(sum.kept());
    if (joined.isEmpty()) {
      return new GcRuns(Math.max(kept.size(), sum.count() - (pieces.size() - 1)), kept);
    }
    pieces.forEach(piece -> piece.history.ifPresent(kept::remove));
    long others = Math.max(kept.size(), sum.count() - pieces.size());
    return new GcRuns(others, kept).merge(GcRuns.of(joined.get()));
  }

  /** How the whole run went; empty where that of a piece is not known. */
  private Optional<RunHistory> history() {
    if (!pieces.stream().allMatch(Piece::placed)) {
      return Optional.empty();
    }
    PauseTimeline.Builder pauses = new PauseTimeline.Builder();
    SortedMap<LiveBasis, LiveSeries.Builder> live = new TreeMap<>();
    SortedSet<String> collectors = new TreeSet<>();
    long nanos = gap;
    long limit = 0;
    for (Piece piece : pieces) {
      RunHistory part = piece.history.orElseThrow();
      long shift = shift(piece);
      pauses.addAll(part.pauses(), shift);
      part.live()
          .forEach(
              (basis, series) ->
                  live.computeIfAbsent(basis, key -> new LiveSeries.Builder())
                      .addAll(series, shift));
      collectors.add(part.collector());
      nanos += part.nanos();
      limit = Math.max(limit, part.maxHeapBytes());
    }
    collectors.remove("");
    SortedMap<LiveBasis, LiveSeries> series = new TreeMap<>();
    live.forEach((basis, builder) -> series.put(basis, builder.build()));
    RunHistory first = pieces.get(0).history.orElseThrow();
    return Optional.of(
        new RunHistory(
            first.source(),
            first.number(),
            collectors.isEmpty() ? "" : collectors.first(),
            Math.max(0, nanos),
            limit,
            pauses.build(),
            series));
  }

  /** From the start of what is known of the run to where the piece begins, in nanoseconds. */
  private long shift(Piece piece) {
    return Math.max(0, piece.part.span().begin() - pieces.get(0).part.span().begin());
  }

  /**
   * The least that was left to the program, windows from piece to piece included. Unknown unless
   * each pause is kept that such a window may hold.
   */
  MutatorUtilisation utilisation() {
    if (pieces.stream().noneMatch(piece -> piece.part.known().pauses())
        || pieces.stream().anyMatch(piece -> piece.edges().isEmpty())) {
      return MutatorUtilisation.UNKNOWN;
    }
    MutatorUtilisation.Builder builder = new MutatorUtilisation.Builder();
    MutatorUtilisation least = MutatorUtilisation.UNKNOWN;
    long nanos = gap;
    for (Piece piece : pieces) {
      for (PausePoint point : piece.edges().orElseThrow()) {
        builder.add(point.startNanos() + shift(piece), point.nanos());
      }
      nanos += piece.history.orElseThrow().nanos();
      least = piece.alone ? least.merge(piece.log.details().utilisation()) : least;
    }
    return least.merge(builder.build(nanos));
  }

  /**
   * Largest use that is close to what was live, in bytes: collections that tell it closely rule out
   * those that do not.
   */
  long largestLive() {
    boolean close = pieces.stream().anyMatch(Piece::closeToLive);
    return pieces.stream()
        .filter(piece -> !close || piece.closeToLive())
        .mapToLong(piece -> piece.log.largestLiveBytes())
        .max()
        .orElse(0);
  }

  /** The history of a run of a log, by its number from 1. */
  static Optional<RunHistory> history(GcSummary log, long number) {
    return log.details().runs().kept().stream().filter(run -> run.number() == number).findFirst();
  }

  /** These very logs: others may say the same. */
  private static Set<GcSummary> logsOf(List<JoinedRun> runs) {
    Set<GcSummary> joined = Collections.newSetFromMap(new IdentityHashMap<>());
    runs.forEach(run -> joined.addAll(run.logs()));
    return joined;
  }

  /** Largest use that is close to what was live, of these logs and runs. */
  static long largestLive(Map<String, GcSummary> logs, List<JoinedRun> runs) {
    Set<GcSummary> joined = logsOf(runs);
    long most = runs.stream().mapToLong(JoinedRun::largestLive).max().orElse(0);
    for (GcSummary log : logs.values()) {
      most = joined.contains(log) ? most : Math.max(most, log.largestLiveBytes());
    }
    return most;
  }

  /** The least that was left to the program in any of these logs and runs. */
  static MutatorUtilisation utilisation(Map<String, GcSummary> logs, List<JoinedRun> runs) {
    Set<GcSummary> joined = logsOf(runs);
    MutatorUtilisation least =
        runs.stream()
            .map(JoinedRun::utilisation)
            .reduce(MutatorUtilisation.UNKNOWN, MutatorUtilisation::merge);
    for (GcSummary log : logs.values()) {
      least = joined.contains(log) ? least : least.merge(log.details().utilisation());
    }
    return least;
  }
}
