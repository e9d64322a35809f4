package io.github.rustfit.rules.evidence.gc;

import io.github.rustfit.rules.evidence.base.Tally;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a GC log, or the GC events of a recording, say.
 *
 * @param collectors names as the JVM prints them: {@code G1}, {@code ZGC}, {@code Generational
 *     ZGC}, {@code Shenandoah}, {@code Generational Shenandoah}, {@code Parallel}, {@code Serial},
 *     {@code CMS}, {@code Epsilon}
 * @param jvmVersions versions of the JVMs, e.g. {@code 17.0.15+6}; empty when not printed
 * @param wallNanos time covered, in nanoseconds
 * @param pauseObservedNanos the part of {@code wallNanos} whose log carries pauses; 0 means that
 *     pauses are unknown, not that there were none
 * @param pauses all stop-the-world pauses
 * @param causes pauses by the cause the JVM gives, e.g. {@code G1 Evacuation Pause}
 * @param collections collections of any kind, concurrent cycles included
 * @param fullCollections stop-the-world collections of the whole heap
 * @param allocation bytes allocated by the application, over the time it could be derived
 * @param gcCpu CPU time of the collector in nanoseconds (user + system), over the time it was
 *     reported
 * @param maxHeapBytes largest heap limit seen; 0 when unknown
 * @param largestLiveBytes largest heap use left after an old-generation collection (full, mixed,
 *     major); 0 when none was seen
 * @param details everything else
 */
public record GcSummary(
    SortedSet<String> collectors,
    SortedSet<String> jvmVersions,
    long wallNanos,
    long pauseObservedNanos,
    PauseHistogram pauses,
    SortedMap<String, PauseTotal> causes,
    long collections,
    long fullCollections,
    Tally allocation,
    Tally gcCpu,
    long maxHeapBytes,
    long largestLiveBytes,
    GcDetails details) {

  /** Nothing read: the identity of {@link #merge}. */
  public static final GcSummary EMPTY =
      new GcSummary(
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          0,
          0,
          PauseHistogram.EMPTY,
          Collections.emptySortedMap(),
          0,
          0,
          Tally.UNKNOWN,
          Tally.UNKNOWN,
          0,
          0);

  public GcSummary {
    collectors = Collections.unmodifiableSortedSet(new TreeSet<>(collectors));
    jvmVersions = Collections.unmodifiableSortedSet(new TreeSet<>(jvmVersions));
    causes = Collections.unmodifiableSortedMap(new TreeMap<>(causes));
    if (wallNanos < 0 || pauseObservedNanos < 0 || pauseObservedNanos > wallNanos) {
      throw new IllegalArgumentException(
          "pauses observed for " + pauseObservedNanos + " of " + wallNanos + " ns");
    }
    if (collections < 0 || fullCollections < 0 || maxHeapBytes < 0 || largestLiveBytes < 0) {
      throw new IllegalArgumentException("negative count");
    }
  }

  /** A summary whose details are unknown. */
  public GcSummary(
      SortedSet<String> collectors,
      SortedSet<String> jvmVersions,
      long wallNanos,
      long pauseObservedNanos,
      PauseHistogram pauses,
      SortedMap<String, PauseTotal> causes,
      long collections,
      long fullCollections,
      Tally allocation,
      Tally gcCpu,
      long maxHeapBytes,
      long largestLiveBytes) {
    this(
        collectors,
        jvmVersions,
        wallNanos,
        pauseObservedNanos,
        pauses,
        causes,
        collections,
        fullCollections,
        allocation,
        gcCpu,
        maxHeapBytes,
        largestLiveBytes,
        GcDetails.UNKNOWN);
  }

  /** The same summary with these details. */
  public GcSummary with(GcDetails others) {
    return new GcSummary(
        collectors,
        jvmVersions,
        wallNanos,
        pauseObservedNanos,
        pauses,
        causes,
        collections,
        fullCollections,
        allocation,
        gcCpu,
        maxHeapBytes,
        largestLiveBytes,
        others);
  }

  /** The same summary with the digest of the input it was read from. */
  public GcSummary from(String digest) {
    return with(details.of(digest));
  }

  /** Whether anything was read. */
  public boolean known() {
    return wallNanos > 0;
  }

  /** Whether the inputs carry pauses at all. */
  public boolean pausesKnown() {
    return pauseObservedNanos > 0;
  }

  /**
   * Whether rates can be stated. A log without time stamps proves no time but that of the pauses
   * themselves, so it tells how long they were and not how often they came.
   */
  public boolean timed() {
    return pausesKnown() && pauseObservedNanos > pauses.totalNanos();
  }

  /** Share of the observed time that was spent in pauses, 0..1; 0 when unknown. */
  public double pauseRatio() {
    return pausesKnown() ? Math.min(1, (double) pauses.totalNanos() / pauseObservedNanos) : 0;
  }

  /** Share of the observed time that was not spent in pauses, 0..1; 1 when unknown. */
  public double throughput() {
    return 1 - pauseRatio();
  }

  /**
   * This summary, with what it does not carry taken from another source of the same runs: a plain
   * log prints no collector CPU, a plain ZGC log no pauses, and a recording may have both.
   */
  public GcSummary completedBy(GcSummary other) {
    boolean theirPauses = !pausesKnown() && other.pausesKnown();
    return new GcSummary(
        collectors.isEmpty() ? other.collectors : collectors,
        jvmVersions.isEmpty() ? other.jvmVersions : jvmVersions,
        theirPauses ? Math.max(wallNanos, other.pauseObservedNanos) : wallNanos,
        theirPauses ? other.pauseObservedNanos : pauseObservedNanos,
        theirPauses ? other.pauses : pauses,
        theirPauses ? other.causes : causes,
        collections,
        fullCollections,
        allocation.known() ? allocation : other.allocation,
        gcCpu.known() ? gcCpu : other.gcCpu,
        maxHeapBytes > 0 ? maxHeapBytes : other.maxHeapBytes,
        largestLiveBytes > 0 ? largestLiveBytes : other.largestLiveBytes,
        details.completedBy(other.details, theirPauses));
  }

  /**
   * This sum of logs, with what lies between the logs of one run. Nanoseconds may be negative where
   * the logs overlap; nothing falls below zero.
   */
  GcSummary across(
      long wall,
      long observed,
      long allocated,
      long allocatedOver,
      long cpuOver,
      long common,
      GcDetails joined) {
    long seen = Math.max(0, pauseObservedNanos + observed);
    return new GcSummary(
        collectors,
        jvmVersions,
        Math.max(seen, wallNanos + wall),
        seen,
        pauses,
        causes,
        Math.max(0, collections - common),
        fullCollections,
        across(allocation, allocated, allocatedOver),
        across(gcCpu, 0, cpuOver),
        maxHeapBytes,
        largestLiveBytes,
        joined);
  }

  /** The same with these in the place of the largest live set and the least utilisation. */
  GcSummary of(long live, MutatorUtilisation least) {
    return new GcSummary(
        collectors,
        jvmVersions,
        wallNanos,
        pauseObservedNanos,
        pauses,
        causes,
        collections,
        fullCollections,
        allocation,
        gcCpu,
        maxHeapBytes,
        live,
        details.of(least));
  }

  private static Tally across(Tally tally, long amount, long overNanos) {
    long over = tally.overNanos() + overNanos;
    return over > 0 ? new Tally(Math.max(0, tally.amount() + amount), over) : tally;
  }

  /** Both together. */
  public GcSummary merge(GcSummary other) {
    SortedSet<String> allCollectors = new TreeSet<>(collectors);
    allCollectors.addAll(other.collectors);
    SortedSet<String> versions = new TreeSet<>(jvmVersions);
    versions.addAll(other.jvmVersions);
    SortedMap<String, PauseTotal> allCauses = new TreeMap<>(causes);
    other.causes.forEach((cause, total) -> allCauses.merge(cause, total, PauseTotal::merge));
    return new GcSummary(
        allCollectors,
        versions,
        wallNanos + other.wallNanos,
        pauseObservedNanos + other.pauseObservedNanos,
        pauses.merge(other.pauses),
        allCauses,
        collections + other.collections,
        fullCollections + other.fullCollections,
        allocation.merge(other.allocation),
        gcCpu.merge(other.gcCpu),
        Math.max(maxHeapBytes, other.maxHeapBytes),
        Math.max(largestLiveBytes, other.largestLiveBytes),
        details.merge(other.details));
  }
}
