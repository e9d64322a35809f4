package io.github.rustfit.readers.gclog.legacy;

import io.github.rustfit.readers.gc.GcRecorder;
import io.github.rustfit.readers.gclog.text.Cursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Enters collections into the totals once nothing that follows can speak against them, and keeps
 * account of damage. Not thread-safe.
 */
final class Ledger {

  /** How far a duration and the clock may disagree, in nanoseconds. */
  private static final long TOLERANCE = 1_000_000_000L;

  /** Damaged lines that are remembered. */
  private static final int SHOWN = 5;

  /** The collection that is open or was the last. */
  final LegacyCollection collection = new LegacyCollection();

  private final GcRecorder recorder = new GcRecorder();
  private LegacyRun run = new LegacyRun(recorder);
  private boolean whole;
  private boolean timesSeen;
  private boolean certain;
  private boolean collected;
  private boolean begun;
  private long number;
  private long offset;
  private long startNumber;
  private long startOffset;
  private long damages;
  private final List<Long> damaged = new ArrayList<>();
  private @Nullable String first;

  GcRecorder recorder() {
    return recorder;
  }

  LegacyRun run() {
    return run;
  }

  /** Says which line is being read. */
  void at(long newNumber, long newOffset) {
    number = newNumber;
    offset = newOffset;
  }

  /** Sees the time in front of any line. */
  void sees(Stamp stamp) {
    if (!run.precedes(stamp)) {
      run.see(stamp);
    }
  }

  /** Whether any collection began. */
  boolean begun() {
    return begun;
  }

  /** Opens a collection. */
  void starts(Cursor text, Stamp stamp) {
    begun = true;
    enter(stamp.uptime());
    if (run.precedes(stamp)) {
      next();
    }
    run.starts(stamp);
    collection.start(text, stamp);
    timesSeen = false;
    startNumber = number;
    startOffset = offset;
  }

  /** Another JVM starts, unless none was seen yet. */
  void restarts() {
    enter(Cursor.NONE);
    if (run.anything()) {
      next();
    }
  }

  private void next() {
    run.end();
    run = new LegacyRun(recorder);
  }

  /** Closes it; its duration is in nanoseconds or {@link Cursor#NONE}. */
  void ends(long duration) {
    if (duration == Cursor.NONE) {
      unended();
    } else {
      collection.end(duration);
      whole = true;
      certain = true;
    }
  }

  /** Takes heap use that is printed behind the collection, in bytes. */
  void heapBehind(long before, long after, long committed) {
    if (whole && collection.before() == Cursor.NONE) {
      collection.heap(before, after, committed);
    }
  }

  /** Takes use of the young generation that is printed behind the collection, in bytes. */
  void youngBehind(long before, long after) {
    if (whole) {
      collection.young(before, after);
    }
  }

  /** Takes CPU and elapsed time of the collection, in nanoseconds. */
  void times(long user, long system, long real) {
    if (!whole || timesSeen) {
      return;
    }
    timesSeen = true;
    if (collection.duration() > real + TOLERANCE) {
      impossible();
    } else {
      run.recorder.cpu(user, system);
      run.recorder.pauseTimes(user, system, real);
    }
  }

  /** Whether any collection had its end. */
  boolean certain() {
    return certain;
  }

  /** Whether any collection was entered. */
  boolean collected() {
    return collected;
  }

  private void enter(long nextStart) {
    if (!whole) {
      return;
    }
    long start = collection.uptime();
    if (start != Cursor.NONE
        && nextStart >= start
        && start + collection.duration() > nextStart + TOLERANCE) {
      impossible();
      return;
    }
    whole = false;
    String cause = collection.cause();
    if (!run.recorder.paused(cause, collection.duration())) {
      impossible();
      return;
    }
    if (collection.full()) {
      run.recorder.fullCollections(1);
      run.recorder.fullCause(cause, collection.duration());
    }
    run.add(collection);
    collected = true;
  }

  private void impossible() {
    whole = false;
    damage("tells of a pause longer than the time that passed", startNumber, startOffset);
  }

  /** Says that a collection has no end, or one without a duration. */
  void unended() {
    damage("has a collection without an end", startNumber, startOffset);
  }

  /** Says that a collection has no beginning. */
  void unbegun() {
    damage("has the end of something that did not begin", number, offset);
  }

  private void damage(String what, long line, long at) {
    damages++;
    if (damaged.size() < SHOWN) {
      damaged.add(line);
    }
    if (first == null) {
      first = what + " in line " + line + " (byte " + at + ")";
    }
  }

  /** How many places are damaged. */
  long damages() {
    return damages;
  }

  /** Lines of the first few damaged places. */
  List<Long> damaged() {
    return damaged;
  }

  /** What is wrong, or {@code null}. */
  @Nullable String problem() {
    if (first == null) {
      return null;
    }
    String more = damages == 1 ? "" : ", and " + (damages - 1) + " more damaged places";
    return first + more + "; such pauses are not counted";
  }

  /** Enters what is open and ends the run. */
  void finish() {
    enter(Cursor.NONE);
    if (begun && !collected) {
      run.recorder.collections(1);
    }
    run.end();
  }
}
