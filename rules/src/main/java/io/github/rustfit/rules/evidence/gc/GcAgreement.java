package io.github.rustfit.rules.evidence.gc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * A GC log and a recording that cover the same time of the same run, and whether they tell the same
 * pauses.
 *
 * <p>Nothing is assumed of their clocks: a log may carry uptime alone. The recording is moved along
 * the log until most of its pauses meet one that starts within {@value #APART_NANOS} ns and is as
 * long, to {@value #RELATIVE} of it and {@value #ABSOLUTE_NANOS} ns; both print the same pause, but
 * measure it a few microseconds apart. Where fewer than half of them do, it is another run or
 * another time, which is no contradiction. Once the place is found, pauses that start together are
 * the same, however long: on a busy machine the thread that measures waits itself, and logs were
 * seen to print up to 2.5 ms more than the recording.
 *
 * @param recorded pauses in the recording, within the time that both cover
 * @param logged pauses in the log, within that time
 * @param both pauses that both tell of
 * @param recordedNanos time of the recorded ones, in nanoseconds
 * @param loggedNanos time of the logged ones, in nanoseconds
 */
public record GcAgreement(
    int recorded, int logged, int both, long recordedNanos, long loggedNanos) {

  private static final long APART_NANOS = 5_000_000;
  private static final double RELATIVE = 0.02;
  private static final long ABSOLUTE_NANOS = 200_000;

  /** Fewer pauses may meet by chance. */
  private static final int FEWEST = 10;

  /** How many of the longest recorded pauses are tried as the first to meet. */
  private static final int ANCHORS = 5;

  /** Most places that an anchor is tried at. */
  private static final int TRIES = 100;

  /** One in fifty pauses may be cut off at the ends, or be told by a phase more or less. */
  private static final double TOLERATED = 0.02;

  private static final Comparator<PausePoint> LONGEST_FIRST =
      Comparator.comparingLong(PausePoint::nanos).reversed().thenComparing(PausePoint::compareTo);

  /** Where log and recording were found to cover the same time, in the order of the runs. */
  public static List<GcAgreement> of(List<RunHistory> logs, List<RunHistory> recordings) {
    List<GcAgreement> found = new ArrayList<>();
    for (RunHistory recording : recordings) {
      logs.stream()
          .map(log -> of(log.pauses(), recording.pauses()))
          .flatMap(Optional::stream)
          .max(Comparator.comparingInt(GcAgreement::both))
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /** One log against one recording; empty when they do not cover the same time. */
  static Optional<GcAgreement> of(PauseTimeline log, PauseTimeline recording) {
    // Of a long run only the longest pauses are kept: compare those that both would have kept.
    long least = Math.max(leastKept(log), leastKept(recording));
    List<PausePoint> logged = longerThan(least, log);
    List<PausePoint> recorded = longerThan(least, recording);
    if (recorded.size() < FEWEST || logged.size() < FEWEST) {
      return Optional.empty();
    }
    int most = 0;
    long shift = 0;
    for (PausePoint anchor : recorded.stream().sorted(LONGEST_FIRST).limit(ANCHORS).toList()) {
      for (PausePoint place :
          logged.stream().filter(point -> alike(point, anchor)).limit(TRIES).toList()) {
        long tried = place.startNanos() - anchor.startNanos();
        int met = meet(logged, recorded, tried, GcAgreement::alike).size();
        if (met > most) {
          most = met;
          shift = tried;
        }
      }
    }
    return most < FEWEST || 2 * most < recorded.size()
        ? Optional.empty()
        : Optional.of(within(logged, recorded, shift, least));
  }

  private static GcAgreement within(
      List<PausePoint> logged, List<PausePoint> recorded, long shift, long least) {
    List<Meeting> met = meet(logged, recorded, shift, (inLog, inRecording) -> true);
    Set<PausePoint> metInLog = met.stream().map(Meeting::logged).collect(Collectors.toSet());
    Set<PausePoint> metInRecording =
        met.stream().map(Meeting::recorded).collect(Collectors.toSet());
    long from = met.get(0).recorded().startNanos();
    long to = met.get(met.size() - 1).recorded().startNanos();
    List<PausePoint> inLog =
        logged.stream()
            .filter(
                point ->
                    point.startNanos() >= from + shift - APART_NANOS
                        && point.startNanos() <= to + shift + APART_NANOS)
            .filter(point -> metInLog.contains(point) || clearlyLonger(point, least))
            .toList();
    List<PausePoint> inRecording =
        recorded.stream()
            .filter(point -> point.startNanos() >= from && point.startNanos() <= to)
            .filter(point -> metInRecording.contains(point) || clearlyLonger(point, least))
            .toList();
    return new GcAgreement(
        inRecording.size(), inLog.size(), met.size(), nanos(inRecording), nanos(inLog));
  }

  /**
   * Whether the other side would have kept the pause as well: clocks differ a little, so one that
   * is hardly longer than the shortest kept may be missing there.
   */
  private static boolean clearlyLonger(PausePoint point, long least) {
    return point.nanos() - (ABSOLUTE_NANOS + RELATIVE * point.nanos()) > least;
  }

  /** A pause that both tell. */
  private record Meeting(PausePoint logged, PausePoint recorded) {}

  /** The recorded pauses that meet a logged one that fits, each logged one at most once. */
  private static List<Meeting> meet(
      List<PausePoint> logged,
      List<PausePoint> recorded,
      long shift,
      BiPredicate<PausePoint, PausePoint> fits) {
    List<Meeting> met = new ArrayList<>();
    int next = 0;
    for (PausePoint point : recorded) {
      long start = point.startNanos() + shift;
      while (next < logged.size() && logged.get(next).startNanos() < start - APART_NANOS) {
        next++;
      }
      for (int i = next;
          i < logged.size() && logged.get(i).startNanos() <= start + APART_NANOS;
          i++) {
        if (fits.test(logged.get(i), point)) {
          met.add(new Meeting(logged.get(i), point));
          next = i + 1;
          break;
        }
      }
    }
    return met;
  }

  private static boolean alike(PausePoint a, PausePoint b) {
    return Math.abs(a.nanos() - b.nanos())
        <= ABSOLUTE_NANOS + RELATIVE * Math.max(a.nanos(), b.nanos());
  }

  private static long leastKept(PauseTimeline pauses) {
    return pauses.complete()
        ? -1
        : pauses.points().stream().mapToLong(PausePoint::nanos).min().orElse(-1);
  }

  private static List<PausePoint> longerThan(long nanos, PauseTimeline pauses) {
    return pauses.points().stream().filter(point -> point.nanos() > nanos).toList();
  }

  private static long nanos(List<PausePoint> points) {
    return points.stream().mapToLong(PausePoint::nanos).sum();
  }

  /** Whether they tell the same pauses. */
  public boolean agrees() {
    return recorded - both <= TOLERATED * recorded && logged - both <= TOLERATED * logged;
  }
}
