package io.github.rustfit.readers.gclog.legacy;

import io.github.rustfit.readers.gclog.text.Cursor;

/**
 * The time that a run of one JVM covers in its log: by its uptime, else by the clock. Time stamps
 * are of the start of what they stand in front of. Not thread-safe.
 */
final class LegacySpan {

  /** Threads may log out of order by less; a larger step back is another JVM or a set clock. */
  private static final long BACKWARD = 1_000_000_000L;

  /**
   * The first collection of a JVM comes sooner; a file whose heading is followed by a later one was
   * begun by log rotation.
   */
  private static final long SOON = 60_000_000_000L;

  private static final long MOST = Long.MAX_VALUE / 64;

  private long first = Cursor.NONE;
  private long last = Cursor.NONE;
  private long earlier;
  private boolean uptime;
  private boolean heading;
  private boolean rotated;
  private long started = Cursor.NONE;

  /** Says that a line stands here that a JVM prints at its start, or at the start of a file. */
  void heading() {
    heading = true;
  }

  /** Says that rotation began this file, so that the heading is not of the JVM's start. */
  void rotated() {
    rotated |= first == Cursor.NONE;
  }

  /** Whether this time lies before what was seen, so that it belongs to another run. */
  boolean stepsBack(long newUptime, long latestStart) {
    return uptime && newUptime != Cursor.NONE && newUptime < latestStart - BACKWARD;
  }

  /** Sees something that starts at this time and takes this long; all in nanoseconds. */
  void see(long newUptime, long clock, long duration) {
    if (newUptime != Cursor.NONE) {
      if (!uptime) {
        first = Cursor.NONE;
        earlier = 0;
      }
      uptime = true;
      if (started == Cursor.NONE && clock != Cursor.NONE) {
        started = Math.max(0, clock - newUptime);
      }
      see(newUptime, duration);
    } else if (!uptime && clock != Cursor.NONE) {
      if (first != Cursor.NONE && clock < last - BACKWARD) {
        earlier = Math.min(MOST, earlier + Math.min(MOST, last - first));
        first = Cursor.NONE;
      }
      see(clock, duration);
    }
  }

  private void see(long start, long duration) {
    if (first == Cursor.NONE) {
      first = start;
      last = start;
    }
    last = Math.max(last, start + Math.min(MOST, duration));
  }

  /** Whether the log reaches back to the start of the JVM. */
  boolean fromStart() {
    return heading && uptime && first <= SOON && !rotated;
  }

  /** Whether any line had a time. */
  boolean known() {
    return first != Cursor.NONE;
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
    return first;
  }

  /** Where the time covered begins, in nanoseconds. */
  long coveredFrom() {
    return fromStart() ? 0 : first;
  }

  /** Time of the last line, in nanoseconds. */
  long last() {
    return last;
  }

  /**
   * When something with these time stamps began, in nanoseconds since the start of the span, or
   * {@link Cursor#NONE} without a time.
   */
  long begin(long newUptime, long clock) {
    long time = uptime ? newUptime : clock;
    return time == Cursor.NONE || first == Cursor.NONE
        ? Cursor.NONE
        : Math.max(0, earlier + Math.min(MOST, time - (fromStart() ? 0 : first)));
  }

  /** How long it is, in nanoseconds. */
  long nanos() {
    return first == Cursor.NONE ? 0 : earlier + Math.min(MOST, last - (fromStart() ? 0 : first));
  }
}
