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
 * @param jvms which JVMs and collectors they are of
 * @param time how long was watched
 * @param pauses all stop-the-world pauses
 * @param causes pauses by the cause the JVM gives, e.g. {@code G1 Evacuation Pause}
 * @param count how many collections there were
 * @param allocation bytes allocated by the application, over the time it could be derived
 * @param gcCpu CPU time of the collector in nanoseconds (user + system), over the time it was
 *     reported
 * @param heap how large the heap was
 * @param details everything else
 */
public record GcSummary(
    Jvms jvms,
    Time time,
    PauseHistogram pauses,
    SortedMap<String, PauseTotal> causes,
    Count count,
    Tally allocation,
    Tally gcCpu,
    Heap heap,
    GcDetails details) {

  /** Nothing read: the identity of {@link #merge}. */
  public static final GcSummary EMPTY =
      new GcSummary(
          Jvms.UNKNOWN,
          Time.NONE,
          PauseHistogram.EMPTY,
          Collections.emptySortedMap(),
          Count.NONE,
          Tally.UNKNOWN,
          Tally.UNKNOWN,
          Heap.UNKNOWN,
          GcDetails.UNKNOWN);

  /**
   * Which JVMs a summary is of.
   *
   * @param collectors names as the JVM prints them: {@code G1}, {@code ZGC}, {@code Generational
   *     ZGC}, {@code Shenandoah}, {@code Generational Shenandoah}, {@code Parallel}, {@code
   *     Serial}, {@code CMS}, {@code Epsilon}
   * @param jvmVersions versions of the JVMs, e.g. {@code 17.0.15+6}; empty when not printed
   */
  public record Jvms(SortedSet<String> collectors, SortedSet<String> jvmVersions) {

    /** Nothing said of them. */
    public static final Jvms UNKNOWN =
        new Jvms(Collections.emptySortedSet(), Collections.emptySortedSet());

    public Jvms {
      collectors = Collections.unmodifiableSortedSet(new TreeSet<>(collectors));
      jvmVersions = Collections.unmodifiableSortedSet(new TreeSet<>(jvmVersions));
    }

    Jvms completedBy(Jvms other) {
      return new Jvms(
          collectors.isEmpty() ? other.collectors : collectors,
          jvmVersions.isEmpty() ? other.jvmVersions : jvmVersions);
    }

    Jvms merge(Jvms other) {
      return new Jvms(both(collectors, other.collectors), both(jvmVersions, other.jvmVersions));
    }

    private static SortedSet<String> both(SortedSet<String> some, SortedSet<String> more) {
      SortedSet<String> all = new TreeSet<>(some);
      all.addAll(more);
      return all;
    }
  }

  /**
   * How long the JVMs of a summary were watched.
   *
   * @param wallNanos time covered, in nanoseconds
   * @param pauseObservedNanos the part of {@code wallNanos} whose log carries pauses; 0 means that
   *     pauses are unknown, not that there were none
   */
  public record Time(long wallNanos, long pauseObservedNanos) {

    /** No time at all. */
    public static final Time NONE = new Time(0, 0);

    public Time {
      if (wallNanos < 0 || pauseObservedNanos < 0 || pauseObservedNanos > wallNanos) {
        throw new IllegalArgumentException(
            "pauses observed for " + pauseObservedNanos + " of " + wallNanos + " ns");
      }
    }

    /** This, and what lies between logs; may be negative where they overlap. */
    private Time across(long wall, long observed) {
      long seen = Math.max(0, pauseObservedNanos + observed);
      return new Time(Math.max(seen, wallNanos + wall), seen);
    }

    private Time merge(Time other) {
      return new Time(wallNanos + other.wallNanos, pauseObservedNanos + other.pauseObservedNanos);
    }
  }

  /**
   * How many collections a summary counts.
   *
   * @param collections collections of any kind, concurrent cycles included
   * @param fullCollections stop-the-world collections of the whole heap
   */
  public record Count(long collections, long fullCollections) {

    /** None. */
    public static final Count NONE = new Count(0, 0);

    public Count {
      if (collections < 0 || fullCollections < 0) {
        throw new IllegalArgumentException("negative count");
      }
    }

    private Count without(long common) {
      return new Count(Math.max(0, collections - common), fullCollections);
    }

    private Count merge(Count other) {
      return new Count(collections + other.collections, fullCollections + other.fullCollections);
    }
  }

  /**
   * How large the heaps of a summary were.
   *
   * @param maxHeapBytes largest heap limit seen; 0 when unknown
   * @param largestLiveBytes largest heap use left after an old-generation collection (full, mixed,
   *     major); 0 when none was seen
   */
  public record Heap(long maxHeapBytes, long largestLiveBytes) {

    /** Nothing said of it. */
    public static final Heap UNKNOWN = new Heap(0, 0);

    public Heap {
      if (maxHeapBytes < 0 || largestLiveBytes < 0) {
        throw new IllegalArgumentException("negative count");
      }
    }

    private Heap completedBy(Heap other) {
      return new Heap(
          maxHeapBytes > 0 ? maxHeapBytes : other.maxHeapBytes,
          largestLiveBytes > 0 ? largestLiveBytes : other.largestLiveBytes);
    }

    private Heap merge(Heap other) {
      return new Heap(
          Math.max(maxHeapBytes, other.maxHeapBytes),
          Math.max(largestLiveBytes, other.largestLiveBytes));
    }
  }

  public GcSummary {
    causes = Collections.unmodifiableSortedMap(new TreeMap<>(causes));
  }

  /** Names of the collectors; see {@link Jvms}. */
  public SortedSet<String> collectors() {
    return jvms.collectors;
  }

  /** Versions of the JVMs; see {@link Jvms}. */
  public SortedSet<String> jvmVersions() {
    return jvms.jvmVersions;
  }

  /** Time covered, in nanoseconds; see {@link Time}. */
  public long wallNanos() {
    return time.wallNanos;
  }

  /** Time in which pauses were observed, in nanoseconds; see {@link Time}. */
  public long pauseObservedNanos() {
    return time.pauseObservedNanos;
  }

  /** Collections of any kind; see {@link Count}. */
  public long collections() {
    return count.collections;
  }

  /** Stop-the-world collections of the whole heap; see {@link Count}. */
  public long fullCollections() {
    return count.fullCollections;
  }

  /** Largest heap limit seen, in bytes; see {@link Heap}. */
  public long maxHeapBytes() {
    return heap.maxHeapBytes;
  }

  /** Largest heap use left after an old-generation collection, in bytes; see {@link Heap}. */
  public long largestLiveBytes() {
    return heap.largestLiveBytes;
  }

  /** The same summary with these details. */
  public GcSummary with(GcDetails others) {
    return new GcSummary(jvms, time, pauses, causes, count, allocation, gcCpu, heap, others);
  }

  /** The same summary with the digest of the input it was read from. */
  public GcSummary from(String digest) {
    return with(details.of(digest));
  }

  /**
   * The same that shows no more than so many runs over time, the longest; their number and every
   * sum stay.
   */
  public GcSummary keeping(int most) {
    return with(details.keeping(most));
  }

  /** Whether anything was read. */
  public boolean known() {
    return time.wallNanos > 0;
  }

  /** Whether the inputs carry pauses at all. */
  public boolean pausesKnown() {
    return time.pauseObservedNanos > 0;
  }

  /**
   * Whether rates can be stated. A log without time stamps proves no time but that of the pauses
   * themselves, so it tells how long they were and not how often they came.
   */
  public boolean timed() {
    return pausesKnown() && time.pauseObservedNanos > pauses.totalNanos();
  }

  /**
   * Whether what was allocated is a lower bound where it is known: Shenandoah does not log what the
   * application allocates while it collects.
   */
  public boolean allocationAtLeast() {
    return collectors().stream().anyMatch(name -> name.contains("Shenandoah"));
  }

  /** Share of the observed time that was spent in pauses, 0..1; 0 when unknown. */
  public double pauseRatio() {
    return pausesKnown() ? Math.min(1, (double) pauses.totalNanos() / time.pauseObservedNanos) : 0;
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
    long theirs = other.time.pauseObservedNanos;
    return new GcSummary(
        jvms.completedBy(other.jvms),
        theirPauses ? new Time(Math.max(time.wallNanos, theirs), theirs) : time,
        theirPauses ? other.pauses : pauses,
        theirPauses ? other.causes : causes,
        count,
        allocation.known() ? allocation : other.allocation,
        gcCpu.known() ? gcCpu : other.gcCpu,
        heap.completedBy(other.heap),
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
    return new GcSummary(
        jvms,
        time.across(wall, observed),
        pauses,
        causes,
        count.without(common),
        across(allocation, allocated, allocatedOver),
        across(gcCpu, 0, cpuOver),
        heap,
        joined);
  }

  /** The same with these in the place of the largest live set and the least utilisation. */
  GcSummary of(long live, MutatorUtilisation least) {
    Heap other = new Heap(heap.maxHeapBytes, live);
    return new GcSummary(
        jvms, time, pauses, causes, count, allocation, gcCpu, other, details.of(least));
  }

  private static Tally across(Tally tally, long amount, long overNanos) {
    long over = tally.overNanos() + overNanos;
    return over > 0 ? new Tally(Math.max(0, tally.amount() + amount), over) : tally;
  }

  /** Both together. */
  public GcSummary merge(GcSummary other) {
    SortedMap<String, PauseTotal> allCauses = new TreeMap<>(causes);
    other.causes.forEach((cause, total) -> allCauses.merge(cause, total, PauseTotal::merge));
    return new GcSummary(
        jvms.merge(other.jvms),
        time.merge(other.time),
        pauses.merge(other.pauses),
        allCauses,
        count.merge(other.count),
        allocation.merge(other.allocation),
        gcCpu.merge(other.gcCpu),
        heap.merge(other.heap),
        details.merge(other.details));
  }
}
