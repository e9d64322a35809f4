package io.github.rustfit.readers.gc;

import io.github.rustfit.rules.evidence.gc.LiveBasis;

/**
 * What the heap figures of one JVM tell: bytes allocated, and what is left after collections. Not
 * thread-safe.
 *
 * <p>A collector that stops the world leaves nothing to allocate meanwhile, so what was allocated
 * is the sum of use before a collection less use after the one before. Concurrent collectors:
 *
 * <ul>
 *   <li>ZGC allocates during its cycles, so only its heap table ({@code gc,heap}) tells; without it
 *       the allocation is unknown.
 *   <li>Shenandoah copies during its cycles, so only the first figure of a cycle counts: a lower
 *       bound.
 *   <li>CMS frees during its cycles: a lower bound.
 * </ul>
 */
public final class HeapUse {

  private long first = RunRecorder.UNKNOWN;
  private long firstCleaned = RunRecorder.UNKNOWN;
  private final RunRecorder recorder;
  private long after = RunRecorder.UNKNOWN;
  private long cleaned = RunRecorder.UNKNOWN;
  private long afterTime;
  private long allocated;
  private long allocatedOver;
  private boolean allocationKnown;
  private long live;
  private long liveAtMost;
  private long youngLive;

  /** Tells the recorder what is left after collections. */
  HeapUse(RunRecorder recorder) {
    this.recorder = recorder;
  }

  /** Says that the log reaches back to the start of the JVM, when the heap was empty. */
  public void reachesBack() {
    after = after == RunRecorder.UNKNOWN ? 0 : after;
  }

  /** Says that what was used last is not known, as what follows is not looked at from there on. */
  public void forget() {
    after = RunRecorder.UNKNOWN;
  }

  /**
   * Use before a collection, in bytes, at a time of any clock in nanoseconds. What grew since the
   * collection before was allocated in the time between.
   */
  public void before(long bytes, long time) {
    long elapsed = time - afterTime;
    if (after != RunRecorder.UNKNOWN && elapsed > 0 && elapsed <= RunRecorder.LONGEST) {
      allocate(bytes);
      allocatedOver = TallySum.plus(allocatedOver, elapsed);
    }
    after = RunRecorder.UNKNOWN;
  }

  /** Use after a collection, in bytes, at a time of the same clock. */
  public void after(long bytes, long time) {
    after = bytes;
    afterTime = time;
  }

  /** Use before and after a pause, in bytes. */
  public void pause(long before, long afterwards) {
    allocate(before);
    after = afterwards;
  }

  /** Use before and after a part of a Shenandoah cycle that frees memory, in bytes. */
  public void cleanup(long collection, long before, long afterwards) {
    if (collection != cleaned) {
      firstCleaned = first == RunRecorder.UNKNOWN ? collection : firstCleaned;
      allocate(before);
    } else {
      liveAtMost(afterwards);
    }
    cleaned = collection;
    after = afterwards;
  }

  /** A ZGC cycle's table: heap use at its start and end, in bytes. */
  public void cycle(long atStart, long atEnd) {
    allocate(atStart);
    after = atEnd;
  }

  /** Bytes allocated in the course of a ZGC cycle. */
  public void allocatedInCycle(long bytes) {
    add(bytes);
  }

  /** The heap only ever grew to this many bytes (Epsilon). */
  public void grewTo(long used) {
    add(Math.max(0, used - Math.max(0, after)));
    after = used;
  }

  private void allocate(long before) {
    if (after != RunRecorder.UNKNOWN) {
      // Sizes are rounded, so the difference may come out slightly negative.
      add(Math.max(0, before - after));
    }
    if (first == RunRecorder.UNKNOWN) {
      first = before;
    }
  }

  private void add(long bytes) {
    allocated = TallySum.plus(allocated, bytes);
    allocationKnown = true;
  }

  /** Use left by a collection of old objects, in bytes. */
  public void live(LiveBasis basis, long bytes) {
    live = Math.max(live, bytes);
    recorder.live(basis, bytes);
  }

  /** Use at the end of concurrent marking or of a concurrent cycle: live plus new garbage. */
  public void liveAtMost(long bytes) {
    liveAtMost = Math.max(liveAtMost, bytes);
    recorder.live(LiveBasis.AT_MOST, bytes);
  }

  /**
   * Live bytes by ZGC's marking.
   *
   * @param generation {@code Y} for the young generation of a major collection, {@code O} for the
   *     old one, which follows it, 0 without generations
   */
  public void liveByMarking(char generation, long bytes) {
    switch (generation) {
      case 'Y' -> youngLive = bytes;
      case 'O' -> {
        live(LiveBasis.MARKED, youngLive + bytes);
        youngLive = 0;
      }
      default -> live(LiveBasis.MARKED, bytes);
    }
  }

  /** Use before the first collection, in bytes, or -1. */
  long before() {
    return first;
  }

  /** Use after the last collection, in bytes, or -1. */
  long after() {
    return after;
  }

  /** The Shenandoah cycle of {@link #before()}, or -1. */
  long cycleBefore() {
    return firstCleaned;
  }

  /** The latest Shenandoah cycle, or -1. */
  long cycleAfter() {
    return cleaned;
  }

  /** Bytes allocated, as far as {@link #allocationKnown()}. */
  long allocated() {
    return allocated;
  }

  /** The time between collections in which it was, in nanoseconds; 0 when it is the whole run. */
  long allocatedOver() {
    return allocatedOver;
  }

  boolean allocationKnown() {
    return allocationKnown;
  }

  /** Largest use left after a collection of old objects in bytes; 0 when none was seen. */
  long largestLive() {
    return live > 0 ? live : liveAtMost;
  }
}
