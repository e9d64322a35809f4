package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.text.Cursor;

/**
 * The time that a run of one JVM covers in its log: from the JVM's start if the log reaches back
 * that far, else from its first line. Not thread-safe.
 */
final class Span {

  /** Threads may log out of order by less; a larger step back is another JVM or a set clock. */
  static final long BACKWARD = 1_000_000_000L;

  /** A JVM's first line comes sooner; a later one counts from the machine's start instead. */
  private static final long SOON = 60_000_000_000L;

  /** The uptime is rounded to milliseconds. */
  private static final long ROUNDING = 1_000_000L;

  private long first = Cursor.NONE;
  private long last = Cursor.NONE;
  private long opened;
  private long earlier;
  private long started = Cursor.NONE;
  private boolean fromStart;
  private boolean declared;
  private boolean paused;
  private boolean uptime;
  private boolean doubtful;

  /** Whether the time of this line lies before what was seen, so that it belongs to another run. */
  boolean stepsBack(UnifiedLine line) {
    return uptime && line.uptime() != Cursor.NONE && line.uptime() < last - BACKWARD;
  }

  /** Sees the time of a line that ends something of this duration, in nanoseconds. */
  void see(UnifiedLine line, long duration) {
    if (line.uptime() != Cursor.NONE) {
      if (!uptime) {
        first = Cursor.NONE;
        earlier = 0;
      }
      uptime = true;
      if (started == Cursor.NONE && line.clock() != Cursor.NONE && !line.uptimeDoubtful()) {
        started = Math.max(0, line.clock() - line.uptime());
      }
      see(line.uptime(), duration);
      doubtful = line.uptimeDoubtful();
    } else if (!uptime && line.clock() != Cursor.NONE) {
      if (first != Cursor.NONE && line.clock() < last - BACKWARD) {
        earlier += last - first;
        first = Cursor.NONE;
      }
      see(line.clock(), duration);
    }
  }

  private void see(long time, long duration) {
    if (first == Cursor.NONE) {
      first = time;
      last = time;
      opened = time;
    }
    // A log that was rotated amid a pause starts with the pause, not with its first line; there
    // may be another pause inside that one.
    if (duration > 0 && !(fromStart && uptime) && (!paused || time <= opened + BACKWARD)) {
      first = Math.min(first, Math.max(0, time - duration));
    }
    paused |= duration > 0;
    last = Math.max(last, time);
  }

  /** Says that the log reaches back to the start of the JVM. */
  void reachesBack() {
    fromStart = true;
  }

  /** Says that the JVM itself says in the log that it starts. */
  void declared() {
    declared = true;
  }

  /** Whether the JVM itself says in the log that it starts. */
  boolean startDeclared() {
    return declared;
  }

  /** Whether any line had a time. */
  boolean known() {
    return first != Cursor.NONE;
  }

  /** Whether something may have lasted this long by now, in nanoseconds. */
  boolean allows(long duration) {
    return !known() || duration <= nanos() + ROUNDING;
  }

  /** Whether times are since the JVM's start. */
  boolean uptime() {
    return uptime;
  }

  /** When the JVM started in nanoseconds since 1970, or {@link Cursor#NONE}. */
  long started() {
    return started;
  }

  /** Time of the first line, in nanoseconds. */
  long first() {
    return opened;
  }

  /** Where the time covered begins, in nanoseconds. */
  long coveredFrom() {
    return fromZero() ? 0 : first;
  }

  /** Time of the last line, in nanoseconds. */
  long last() {
    return last;
  }

  /** Whether the log reaches back to the JVM's start. */
  boolean fromStart() {
    return fromStart;
  }

  /**
   * When something that ended with this line began, in nanoseconds since the start of the span, or
   * {@link Cursor#NONE} without a time.
   */
  long begin(UnifiedLine line, long duration) {
    long time = uptime ? line.uptime() : line.clock();
    return time == Cursor.NONE || !known()
        ? Cursor.NONE
        : Math.max(0, earlier + time - (fromZero() ? 0 : first) - duration);
  }

  private boolean fromZero() {
    return uptime && fromStart && !(doubtful && first > SOON);
  }

  /** How long it is, in nanoseconds. */
  long nanos() {
    return known() ? earlier + last - (fromZero() ? 0 : first) : 0;
  }
}
