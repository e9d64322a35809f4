package io.github.rustfit.readers.gclog.text;

import io.github.rustfit.readers.gc.RunRecorder;

/**
 * Lines that tell of a safepoint. Since JDK 13 they name the operation and give nanoseconds;
 * before, and in legacy logs, they give seconds, since JDK 8 with the time that stopping took.
 */
public final class SafepointLine {

  private static final byte[] NAMED = Cursor.ascii("Safepoint \"");
  private static final byte[] REACHING = Cursor.ascii("Reaching safepoint: ");
  private static final byte[] TOTAL = Cursor.ascii("Total: ");

  /** {@code ", Time since last: 1 ns} stands in between. */
  private static final int SHORTEST_SINCE = 24;

  /** {@code ns, At safepoint: 1 ns} stands in between. */
  private static final int SHORTEST_REST = 23;

  private static final byte[] STOPPED =
      Cursor.ascii("Total time for which application threads were stopped: ");
  private static final byte[] STOPPING = Cursor.ascii(" seconds, Stopping threads took: ");
  private static final byte[] NANOS = Cursor.ascii(" ns");
  private static final byte[] SECONDS = Cursor.ascii(" seconds");
  private static final long SECOND = 1_000_000_000L;

  private final Names names = new Names();

  /** Whether such a line starts here; cheap. */
  public static boolean starts(Cursor text) {
    return text.at(NAMED) || text.at(STOPPED);
  }

  /** Takes the line if it is whole. */
  public void take(Cursor text, RunRecorder run) {
    if (text.skip(NAMED)) {
      named(text, run);
    } else if (text.skip(STOPPED)) {
      stopped(text, run);
    }
  }

  private void named(Cursor text, RunRecorder run) {
    int start = text.at;
    while (text.at < text.end && text.bytes[text.at] != '"') {
      text.at++;
    }
    int end = text.at;
    text.at = Math.min(text.end, end + SHORTEST_SINCE);
    long reaching = text.skipPast(REACHING) ? nanos(text) : Cursor.NONE;
    text.at = Math.min(text.end, text.at + SHORTEST_REST);
    long total = text.skipPast(TOTAL) ? nanos(text) : Cursor.NONE;
    if (reaching != Cursor.NONE && total != Cursor.NONE && reaching <= total) {
      run.safepoint(total, reaching, names.of(text.bytes, start, end));
    }
  }

  private static long nanos(Cursor text) {
    long value = text.digits();
    return value <= RunRecorder.LONGEST && text.at(NANOS) ? value : Cursor.NONE;
  }

  private static void stopped(Cursor text, RunRecorder run) {
    long total = text.decimal(SECOND);
    if (total == Cursor.NONE || total > RunRecorder.LONGEST || !text.at(SECONDS)) {
      return;
    }
    long reaching = text.skip(STOPPING) ? text.decimal(SECOND) : Cursor.NONE;
    run.safepoint(total, reaching <= total && text.at(SECONDS) ? reaching : Cursor.NONE, null);
  }
}
