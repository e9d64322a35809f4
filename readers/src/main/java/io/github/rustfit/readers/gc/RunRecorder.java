package io.github.rustfit.readers.gc;

import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.LiveBasis;
import io.github.rustfit.rules.evidence.gc.MutatorUtilisation;
import io.github.rustfit.rules.evidence.gc.PausePoint;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one run of one JVM, event by event. Times are in nanoseconds since the start of
 * what is known of the run, sizes in bytes; both are -1 where the source does not tell. Not
 * thread-safe.
 */
public final class RunRecorder {

  /** Nothing that happens in a run is longer or further apart, in nanoseconds. */
  public static final long LONGEST = 366L * 24 * 3600 * 1_000_000_000L;

  static final long UNKNOWN = PausePoint.UNKNOWN;

  private static final GcIncident[] INCIDENTS = GcIncident.values();

  private final GcRecorder all;
  private final RunHistory.Builder history = new RunHistory.Builder();
  private final MutatorUtilisation.Builder utilisation = new MutatorUtilisation.Builder();
  private final HeapUse heap = new HeapUse(this);

  /** Since the last observation. */
  private final long[] incidents = new long[INCIDENTS.length];

  private String collector = "";
  private long now = UNKNOWN;
  private long nanos;
  private long covered;
  private long limit;
  private long promoted;
  private long promotedRegions;
  private long pauseNanos;
  private boolean promotionKnown;
  private boolean promotedRegionsKnown;
  private boolean pausesKnown;
  private boolean cpuKnown;
  private boolean unplaced;
  private boolean pausesSeen;
  private boolean cpuSeen;
  private boolean safepointSeen;

  RunRecorder(GcRecorder all) {
    this.all = all;
  }

  /** What heap figures tell. */
  public HeapUse heap() {
    return heap;
  }

  /** How its JVM was set up. */
  public SetupSets setup() {
    return all.setup;
  }

  /** Adds the version that the JVM says of itself. */
  public void version(String version) {
    all.version(version);
  }

  /** Adds the name of a collector, as {@code GcSummary} has them. */
  public void collector(String name) {
    all.collectors.add(name);
    collector = collector.isEmpty() || name.compareTo(collector) < 0 ? name : collector;
  }

  /** Sees a limit of the heap. */
  public void limit(long bytes) {
    limit = Math.max(limit, bytes);
  }

  /** Says what time it is. */
  public void now(long time) {
    now = time;
  }

  /**
   * Adds a pause.
   *
   * @param start when it began
   * @return false, and nothing is added, when no source can hold that much pause time
   */
  public boolean pause(
      long start, long length, String kind, String cause, long before, long after, long committed) {
    boolean added = paused(cause, length);
    if (added) {
      place(start, length, kind, cause, before, after, committed);
    }
    return added;
  }

  /**
   * Counts a pause whose place in time is told by {@link #place} or not at all.
   *
   * @return false, and nothing is added, when no source can hold that much pause time
   */
  public boolean paused(String cause, long length) {
    if (!all.pauses.add(length)) {
      return false;
    }
    all.causes.add(cause, length);
    pauseNanos += length;
    pausesSeen = true;
    return true;
  }

  /** Says what a pause is and when it was, but does not count it. */
  public void place(
      long start, long length, String kind, String cause, long before, long after, long committed) {
    all.kinds.add(kind, length);
    if (start == UNKNOWN) {
      unplaced = true;
      return;
    }
    history.pause(start, length, kind, cause, before, after, committed);
    utilisation.add(start, length);
  }

  /** Says that there may be pauses that are not placed in time. */
  public void unplaced() {
    unplaced = true;
  }

  /** Whether any pause was counted since the last observation. */
  public boolean pausesSeen() {
    return pausesSeen;
  }

  /** Adds collections of any kind, concurrent cycles included. */
  public void collections(long number) {
    all.collections += number;
  }

  /** Adds stop-the-world collections of the whole heap. */
  public void fullCollections(long number) {
    all.full += number;
  }

  /** Says why a collection of the whole heap was, and how long it stopped the world. */
  public void fullCause(String cause, long length) {
    all.fullCauses.add(cause, length);
  }

  /** Adds a cycle or a phase that ran beside the application. */
  public void concurrent(String name, long length) {
    all.concurrent.add(name, length);
  }

  /** Counts an incident. */
  public void incident(GcIncident incident) {
    incidents[incident.ordinal()]++;
  }

  /** Counts a collection if its cause is an incident. */
  public void cause(String cause) {
    GcIncident.ofCause(cause).ifPresent(this::incident);
  }

  /** Adds how long a thread waited for memory. */
  public void stall(long length) {
    incident(GcIncident.ALLOCATION_STALL);
    all.stalls.add("", length);
  }

  /** Adds how long a thread waited for a critical region of JNI, or for the collection before. */
  public void lockerWait(long length) {
    all.lockerWaits.add("", length);
  }

  /** Sees how many regions large objects took up. */
  public void humongousRegions(long regions) {
    all.humongousRegions = Math.max(all.humongousRegions, regions);
  }

  /** Adds bytes that moved to the old generation; sizes are rounded, so they may be negative. */
  public void promoted(long bytes) {
    promoted = TallySum.plus(promoted, Math.max(0, bytes));
    promotionKnown = true;
  }

  /** The same in regions, whose size the log does not tell. */
  public void promotedRegions(long regions) {
    promotedRegions = TallySum.plus(promotedRegions, Math.max(0, regions));
    promotedRegionsKnown = true;
  }

  /** Adds CPU time of the collector. */
  public void cpu(long user, long system) {
    all.cpu.add(user, 0);
    all.cpu.add(system, 0);
    cpuSeen = true;
  }

  /** Adds the CPU time of a pause against its elapsed time. */
  public void pauseTimes(long user, long system, long real) {
    all.times(user, system, real);
  }

  /**
   * Adds a safepoint.
   *
   * @param stopped how long threads were stopped
   * @param reaching the part of it until the last one stood still
   * @param operation what asked for it; {@code null} when not told
   */
  public void safepoint(long stopped, long reaching, @Nullable String operation) {
    safepointSeen = true;
    all.stopped.add(stopped);
    if (reaching != UNKNOWN) {
      all.reaching.add(reaching);
    }
    if (operation != null) {
      all.operations.add(operation, stopped);
    }
  }

  /** Adds what a collection that ends now left in the heap. */
  void live(LiveBasis basis, long bytes) {
    if (now != UNKNOWN) {
      history.live(basis, now, bytes);
    }
  }

  /** Says what was watched for how long, since the last time that this was said. */
  public void observed(Observation stretch) {
    boolean pauses = stretch.pauses() || pausesSeen;
    boolean cpu = stretch.cpu() || cpuSeen;
    long span = all.cover(stretch.nanos(), pauses);
    nanos += stretch.nanos();
    covered += span;
    pausesKnown |= pauses;
    cpuKnown |= cpu;
    all.cpu.add(0, cpu ? span : 0);
    // Without time stamps the pauses prove some time.
    long proven = Math.max(1, Math.max(span, pauseNanos));
    all.safepointsOver(stretch.safepoints() || safepointSeen ? proven : 0);
    for (GcIncident incident : INCIDENTS) {
      long count = incidents[incident.ordinal()];
      if (count > 0 || stretch.incidents().contains(incident)) {
        all.incidents.computeIfAbsent(incident, key -> new TallySum()).add(count, proven);
        incidents[incident.ordinal()] = 0;
      }
    }
    pauseNanos = 0;
    pausesSeen = false;
    cpuSeen = false;
    safepointSeen = false;
  }

  /** Ends the run; everything must have been observed. */
  public void end() {
    if (heap.allocationKnown() && covered > 0) {
      all.allocation.add(
          heap.allocated(), heap.allocatedOver() > 0 ? heap.allocatedOver() : covered);
    }
    if (promotionKnown) {
      all.promotion.add(promoted, nanos);
    }
    if (promotedRegionsKnown) {
      all.promotedRegions.add(promotedRegions, nanos);
    }
    all.least(unplaced || !pausesKnown ? MutatorUtilisation.UNKNOWN : utilisation.build(nanos));
    all.end(history, collector, nanos, limit, heap.largestLive());
  }

  /**
   * Ends the run of a log, which may go on in another file.
   *
   * @param opening collections at the beginning
   * @param closing the latest collections
   */
  public void end(RunSpan span, GcRunPart.Ids opening, GcRunPart.Ids closing) {
    end();
    if (span.known()) {
      all.part(
          new GcRunPart(
              new GcRunPart.Clock(span.uptime(), span.started()),
              new GcRunPart.Span(
                  span.first(),
                  span.last(),
                  span.coveredFrom(),
                  span.fromStart(),
                  span.startDeclared(),
                  span.nanos()),
              new GcRunPart.Edges(opening, closing),
              new GcRunPart.Heap(
                  heap.before(), heap.after(), heap.cycleBefore(), heap.cycleAfter()),
              new GcRunPart.Known(pausesKnown, heap.allocationKnown(), cpuKnown)));
    }
  }
}
