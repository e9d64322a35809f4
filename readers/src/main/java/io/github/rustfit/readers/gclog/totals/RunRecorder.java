package io.github.rustfit.readers.gclog.totals;

import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.LiveBasis;
import io.github.rustfit.rules.evidence.gc.MutatorUtilisation;
import io.github.rustfit.rules.evidence.gc.RunHistory;

/**
 * What happened when in one run of one JVM, and how often. Times are in nanoseconds since the start
 * of what the log tells of the run. Not thread-safe.
 */
public final class RunRecorder {

  private static final int INCIDENTS = GcIncident.values().length;

  private final RunHistory.Builder history = new RunHistory.Builder();
  private final MutatorUtilisation.Builder utilisation = new MutatorUtilisation.Builder();
  private final long[] incidents = new long[INCIDENTS];
  private long now = Cursor.NONE;
  private boolean unplaced;
  private long promoted;
  private boolean promotionKnown;
  private boolean safepointsKnown;

  /** Says what time it is; {@link Cursor#NONE} when the log does not tell. */
  public void now(long nanos) {
    now = nanos;
  }

  /**
   * Adds a pause; sizes in bytes or {@link Cursor#NONE}.
   *
   * @param start when it began, {@link Cursor#NONE} when unknown
   */
  public void pause(
      long start, long nanos, String kind, String cause, long before, long after, long committed) {
    if (start == Cursor.NONE) {
      unplaced = true;
      return;
    }
    history.pause(start, nanos, kind, cause, before, after, committed);
    utilisation.add(start, nanos);
  }

  /** Adds what a collection that ends now left in the heap, in bytes. */
  void live(LiveBasis basis, long bytes) {
    if (now != Cursor.NONE) {
      history.live(basis, now, bytes);
    }
  }

  /** Counts an incident. */
  public void count(GcIncident incident) {
    incidents[incident.ordinal()]++;
  }

  /** Counts a collection if its cause is an incident. */
  public void cause(String cause) {
    GcIncident.ofCause(cause).ifPresent(this::count);
  }

  /** Adds bytes that moved to the old generation. */
  public void promoted(long bytes) {
    promoted = Math.min(GcTotals.MOST, promoted + Math.max(0, bytes));
    promotionKnown = true;
  }

  /** Says that a safepoint was printed. */
  public void safepointSeen() {
    safepointsKnown = true;
  }

  long counted(GcIncident incident) {
    return incidents[incident.ordinal()];
  }

  long promoted() {
    return promoted;
  }

  boolean promotionKnown() {
    return promotionKnown;
  }

  boolean safepointsKnown() {
    return safepointsKnown;
  }

  RunHistory history(int number, GcRun run) {
    String name = run.collectorName();
    return history.build(number, name == null ? "" : name, run.nanos(), run.maxHeap());
  }

  /** The least that was left to the program in this run. */
  MutatorUtilisation utilisation(GcRun run) {
    return unplaced || !run.pausesKnown()
        ? MutatorUtilisation.UNKNOWN
        : utilisation.build(run.nanos());
  }
}
