package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.legacy.Stamp;
import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.input.Window;
import io.github.rustfit.readers.input.Window.Edge;
import io.github.rustfit.readers.input.Window.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says of each line of a log where it stands to a window, by the times in front of it; one without
 * stands where the line before it does. Not thread-safe.
 */
final class LogWindow {

  /** Where a line stands. */
  enum Place {
    BEFORE,
    INSIDE,
    AFTER
  }

  private static final long UNKNOWN = Cursor.NONE;

  private final Window window;
  private final Span offsets;
  private final UnifiedLine line = new UnifiedLine();
  private final Stamp stamp = new Stamp();
  private Place place = Place.BEFORE;
  private long uptime = UNKNOWN;
  private long clock = UNKNOWN;
  private long firstClock = UNKNOWN;
  private long past;
  private boolean timed;
  private boolean undated;
  private boolean passedLines;

  LogWindow(Window window) {
    this.window = window;
    this.offsets = window.sinceStart();
  }

  /**
   * Where a line stands.
   *
   * @param written when it was, in nanoseconds since 1970, if something else says so; else -1
   */
  Place of(byte[] bytes, int from, int to, long written) {
    line.parse(bytes, from, to, written);
    long newUptime = line.uptime();
    long newClock = line.clock();
    if (newUptime == UNKNOWN && newClock == UNKNOWN && from < to && Cursor.isDigit(bytes[from])) {
      stamp.at(bytes, from, to);
      newUptime = stamp.uptime();
      newClock = stamp.clock();
    }
    if (newUptime == UNKNOWN && newClock == UNKNOWN) {
      return place;
    }
    timed = true;
    uptime = newUptime;
    clock = newClock;
    firstClock = firstClock == UNKNOWN ? newClock : firstClock;
    place = place();
    passedLines |= place == Place.BEFORE;
    return place;
  }

  private Place place() {
    long sinceStart = uptime != UNKNOWN ? uptime : clock - firstClock;
    undated |= window.byClock() && clock == UNKNOWN;
    if (sinceStart < offsets.from()) {
      return Place.BEFORE;
    }
    past = offsets.from() == Long.MIN_VALUE ? UNKNOWN : sinceStart - offsets.from();
    long begin = clock(window.from());
    if (begin != UNKNOWN) {
      if (clock < begin) {
        return Place.BEFORE;
      }
      past = past == UNKNOWN ? clock - begin : Math.min(past, clock - begin);
    }
    long end = clock(window.to());
    if (sinceStart >= offsets.to()) {
      past = sinceStart - offsets.to();
      return Place.AFTER;
    }
    if (end != UNKNOWN && clock >= end) {
      past = clock - end;
      return Place.AFTER;
    }
    return Place.INSIDE;
  }

  private long clock(Optional<Edge> edge) {
    return clock == UNKNOWN ? UNKNOWN : edge.filter(Edge::clock).map(Edge::nanos).orElse(UNKNOWN);
  }

  /**
   * The uptime of the edge that the latest line is behind, or else -1; 0 where clock and uptime of
   * the line contradict each other.
   */
  long edgeUptime() {
    return uptime == UNKNOWN || past == UNKNOWN ? UNKNOWN : Math.max(0, uptime - past);
  }

  /** The time of the clock of that edge, or else -1. */
  long edgeClock() {
    return clock == UNKNOWN || past == UNKNOWN ? UNKNOWN : Math.max(0, clock - past);
  }

  /** Whether any line with a time stands before the window. */
  boolean passedLines() {
    return passedLines;
  }

  /** Why the window could not be cut, or null. */
  @Nullable String problem() {
    if (!timed) {
      return "has no time stamps, so no window can be cut from it";
    }
    if (undated) {
      return "has no dates, so that no window of the clock can be cut from it (log with the time"
          + " decorator, or give rustfit.from and rustfit.to as times since the start of the JVM)";
    }
    return null;
  }
}
