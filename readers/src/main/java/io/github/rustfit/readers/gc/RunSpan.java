package io.github.rustfit.readers.gc;

/**
 * The time that a run of one JVM covers in its log: from the JVM's start if the log reaches back
 * that far, else from its first line; by the uptime, without one by the clock. All times are in
 * nanoseconds, -1 when unknown. Not thread-safe.
 */
public final class RunSpan {

  /** Threads may log out of order by less; a larger step back is another JVM or a set clock. */
  private static final long BACKWARD = 1_000_000_000L;

  /**
   * A JVM's first line comes sooner. A later one counts from the machine's start instead, or stands
   * below the heading of a file that log rotation has begun.
   */
  private static final long SOON = 60_000_000_000L;

  private static final long UNKNOWN = RunRecorder.UNKNOWN;

  /** A damaged time stamp stands in one line, or in a few that a thread printed at once. */
  private static final int MOST_AHEAD = 2;

  private long first = UNKNOWN;
  private long last = UNKNOWN;
  private long opened = UNKNOWN;
  private long earlier;
  private long started = UNKNOWN;
  private boolean reachesBack;
  private boolean declared;
  private boolean heading;
  private boolean rotated;
  private boolean paused;
  private boolean entered;
  private boolean uptime;
  private boolean doubtful;

  /** The latest time before the last stretch without any line. */
  private long beforeGap = UNKNOWN;

  /** Lines since then. */
  private int sinceGap;

  /** Lines in a row that are further ahead than any JVM is silent. */
  private int ahead;

  private long damaged;

  /** Says that the log reaches back to the start of the JVM. */
  public void reachesBack() {
    reachesBack = true;
  }

  /** Says that the JVM itself says in the log that it starts. */
  public void declared() {
    declared = true;
  }

  /** Says that a line stands here that a JVM prints at its start, or at the start of a file. */
  public void heading() {
    heading = true;
  }

  /** Says that rotation began this file, so that the heading is not of the JVM's start. */
  public void rotated() {
    rotated |= first == UNKNOWN;
  }

  /**
   * Says that only what follows is looked at, from a moment with these times on, if any line stood
   * before it; -1 where a time is not known.
   *
   * @param linesBefore whether lines with an earlier time were passed over
   * @return whether anything of the run lies before it
   */
  public boolean enter(long newUptime, long clock, boolean linesBefore) {
    boolean byUptime = first == UNKNOWN ? newUptime != UNKNOWN : uptime;
    long time = byUptime ? newUptime : clock;
    boolean fromEarlier = linesBefore || reachesBack || heading;
    if (time == UNKNOWN || (first == UNKNOWN ? !fromEarlier : time <= coveredFrom())) {
      return false;
    }
    uptime = byUptime;
    entered = true;
    first = time;
    opened = time;
    last = time;
    earlier = 0;
    beforeGap = UNKNOWN;
    reachesBack = false;
    heading = false;
    rotated = true;
    paused = false;
    return true;
  }

  /** Says whether the uptime of what comes next may be the machine's instead of the JVM's. */
  public void doubtful(boolean machine) {
    doubtful = machine;
  }

  /** Whether this uptime lies before what was seen until then, so that it is of another run. */
  public boolean stepsBack(long newUptime, long seen) {
    return uptime && newUptime != UNKNOWN && newUptime < seen - BACKWARD;
  }

  /** Whether this time goes on from before a few lines that were far ahead, so those are wrong. */
  public boolean returns(long time) {
    return beforeGap != UNKNOWN && sinceGap <= MOST_AHEAD && time >= beforeGap - BACKWARD;
  }

  /** Takes back how far the latest lines were ahead. */
  public void goBack() {
    last = beforeGap;
    beforeGap = UNKNOWN;
    damaged++;
  }

  /** How many time stamps could not be right. */
  public long damaged() {
    return damaged;
  }

  /** Whether no JVM is silent for so long that this could be its next line. */
  private boolean tooFar(long time) {
    return first != UNKNOWN && time > last && time - last > RunRecorder.LONGEST;
  }

  /**
   * Sees something with these time stamps.
   *
   * @param before how long it took until then
   * @param after how long it takes from then on
   */
  public void see(long newUptime, long clock, long before, long after) {
    if (newUptime != UNKNOWN) {
      if (uptime && tooFar(newUptime)) {
        damaged++;
        return;
      }
      if (!uptime) {
        first = UNKNOWN;
        earlier = 0;
      }
      uptime = true;
      if (started == UNKNOWN && clock != UNKNOWN && !doubtful) {
        started = Math.max(0, clock - newUptime);
      }
      see(newUptime, before, after);
    } else if (!uptime && clock != UNKNOWN) {
      seeClock(clock, before, after);
    }
  }

  private void seeClock(long clock, long before, long after) {
    if (tooFar(clock)) {
      damaged++;
      if (++ahead <= MOST_AHEAD) {
        return;
      }
      part();
    } else if (first != UNKNOWN && clock < last - BACKWARD) {
      if (returns(clock)) {
        goBack();
      } else {
        damaged += last - clock > RunRecorder.LONGEST ? 1 : 0;
        part();
      }
    }
    ahead = 0;
    see(clock, before, after);
  }

  /** The time between here and what comes next is not known. */
  private void part() {
    earlier = TallySum.plus(earlier, last - first);
    first = UNKNOWN;
  }

  private void see(long time, long before, long after) {
    if (first != UNKNOWN && time > last + BACKWARD) {
      beforeGap = last;
      sinceGap = 0;
    }
    sinceGap++;
    if (first == UNKNOWN) {
      beforeGap = UNKNOWN;
      first = time;
      last = time;
      opened = time;
    }
    // A log that was rotated amid a pause starts with the pause, not with its first line; there
    // may be another pause inside that one.
    if (before > 0
        && !entered
        && !(reachesBack && uptime)
        && (!paused || time <= opened + BACKWARD)) {
      first = Math.min(first, Math.max(0, time - before));
    }
    paused |= before > 0;
    last = Math.max(last, time + Math.min(Math.min(GcRecorder.MOST, after), Long.MAX_VALUE - time));
  }

  /** Whether any line had a time. */
  public boolean known() {
    return first != UNKNOWN;
  }

  /** Whether the log reaches back to the JVM's start. */
  public boolean fromStart() {
    return reachesBack || headed();
  }

  private boolean headed() {
    return heading && !rotated && uptime && first <= SOON;
  }

  /** Time of the last line, or of the end of what it tells of. */
  public long last() {
    return last;
  }

  /**
   * When something with these time stamps began, since the start of the span.
   *
   * @param before how long it took until then
   */
  public long begin(long newUptime, long clock, long before) {
    long time = uptime ? newUptime : clock;
    return time == UNKNOWN || first == UNKNOWN || tooFar(time)
        ? UNKNOWN
        : Math.max(0, earlier + Math.min(GcRecorder.MOST, time - coveredFrom()) - before);
  }

  /** How long it is. */
  public long nanos() {
    return known() ? earlier + Math.min(GcRecorder.MOST, last - coveredFrom()) : 0;
  }

  /** Where the time covered begins. */
  long coveredFrom() {
    return uptime && fromStart() && !(doubtful && first > SOON) ? 0 : first;
  }

  /** Whether the JVM itself says in the log that it starts. */
  boolean startDeclared() {
    return declared || headed();
  }

  /** Whether times are since the JVM's start, else since 1970. */
  boolean uptime() {
    return uptime;
  }

  /** When the JVM started, since 1970. */
  long started() {
    return started;
  }

  /** Time of the first line. */
  long first() {
    return opened;
  }
}
