package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.legacy.LegacyLine;
import io.github.rustfit.readers.gclog.legacy.LegacyLog;
import io.github.rustfit.readers.gclog.legacy.ShenandoahLine;
import io.github.rustfit.readers.input.Window;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of one writer: a log of either style, or first of one and then of the other. */
final class LogStream {

  private static final String UNTIMED =
      "has no time stamps, so neither throughput nor rates can be told: only the pauses"
          + " themselves count as time covered; ";

  /** How far into a line damage is looked for. */
  private static final int LOOKED_AT = 256;

  /** Longest line that is put together from several, and most pieces of it. */
  private static final int LONGEST_WRAPPED = 1024;

  private static final int MOST_PIECES = 4;

  private final LineFaults faults = new LineFaults();
  private final UnifiedLog unified = new UnifiedLog(faults);
  private final LegacyLog legacy = new LegacyLog();
  private final ShenandoahLine shenandoah = new ShenandoahLine();
  private final LineTally tally;
  private final @Nullable LogWindow window;
  private LogWindow.Place place = LogWindow.Place.BEFORE;
  private final List<String> problems = new ArrayList<>();
  private boolean impossible;
  private boolean entered;
  private long legacyBehind;
  private String legacyPlace = "";
  private byte @Nullable [] begun;
  private int pieces;

  /**
   * @param tally counts what becomes of lines
   * @param part what to look at
   */
  LogStream(LineTally tally, Window part) {
    this.tally = tally;
    this.window = part.all() ? null : new LogWindow(part);
  }

  /**
   * Takes a line.
   *
   * @param number of the line in the log
   * @param offset of the line in the log, in bytes
   * @param terminated whether a line break follows
   * @param written when it was, in nanoseconds since 1970, if something else says so; else -1
   */
  void take(
      byte[] bytes, int from, int to, long number, long offset, boolean terminated, long written) {
    faults.at(number, offset);
    if (window != null && passesOver(window, bytes, from, to, written)) {
      tally.recognised();
      return;
    }
    if (from < to && bytes[from] != '[' && translated(bytes, from, to, written)) {
      return;
    }
    if (legacy.certain()
        && !(from < to
            && (bytes[from] == '[' || bytes[from] == 'G')
            && unified.unmistakable(bytes, from, to))) {
      legacy(bytes, from, to, written);
      return;
    }
    if (!terminated && unified.cut(bytes, from, to)) {
      problems.add("is cut off inside " + faults.place() + ", which is not counted");
      tally.unplaced(number);
      return;
    }
    take(bytes, from, to, written, 0);
  }

  /** Whether a line lies outside of the window and does not describe the JVM. */
  private boolean passesOver(LogWindow cut, byte[] bytes, int from, int to, long written) {
    LogWindow.Place before = place;
    place = cut.of(bytes, from, to, written);
    switch (place) {
      case BEFORE -> {
        return !unified.describes(bytes, from, to) && !LegacyLine.heading(bytes, from, to);
      }
      case INSIDE -> {
        entered = true;
        if (before != LogWindow.Place.INSIDE) {
          boolean linesBefore = cut.passedLines();
          unified.enter(cut.edgeUptime(), cut.edgeClock(), linesBefore);
          legacy.enter(cut.edgeUptime(), cut.edgeClock(), linesBefore);
        }
        return false;
      }
      default -> {
        if (before == LogWindow.Place.INSIDE) {
          unified.leave(cut.edgeUptime(), cut.edgeClock());
          legacy.leave(cut.edgeUptime(), cut.edgeClock());
        }
        return true;
      }
    }
  }

  /** Takes a line of JDK 8 that says what lines of later JDKs do. */
  private boolean translated(byte[] bytes, int from, int to, long written) {
    String lines = legacy.certain() ? "" : shenandoah.translate(bytes, from, to);
    for (String line : lines.isEmpty() ? List.<String>of() : lines.lines().toList()) {
      unified.translated();
      byte[] later = line.getBytes(StandardCharsets.ISO_8859_1);
      unified.take(later, 0, later.length, written);
    }
    if (!lines.isEmpty()) {
      tally.recognised();
    }
    return !lines.isEmpty();
  }

  private void take(byte[] bytes, int from, int to, long written, int depth) {
    switch (unified.take(bytes, from, to, written)) {
      case UNDERSTOOD -> tally.recognised(depth);
      case GARBLED -> unplaced(depth);
      case FOREIGN -> {
        if (depth > 0) {
          return; // its line was counted
        }
        if (begun != null && goesOn(bytes, from, to, written)) {
          return;
        }
        foreign(bytes, from, to, written);
      }
      case IMPOSSIBLE -> {
        unplaced(depth);
        if (!impossible) {
          impossible = true;
          problems.add(
              "tells of a pause longer than the JVM had run in "
                  + faults.place()
                  + "; such lines are not counted");
        }
      }
    }
    boolean keep = unified.unfinished() && to - from < LONGEST_WRAPPED;
    begun = keep ? Arrays.copyOfRange(bytes, from, to) : null;
    pieces = 1;
    int another = unified.another();
    if (another > from && depth < MOST_PIECES) {
      take(bytes, another, to, written, depth + 1);
    }
  }

  private void unplaced(int depth) {
    if (depth == 0) {
      tally.unplaced(faults.number());
    }
  }

  /** Whether this is what follows of a line that was broken into several. */
  private boolean goesOn(byte[] bytes, int from, int to, long written) {
    byte[] start = begun;
    if (start == null || pieces >= MOST_PIECES || start.length + to - from > LONGEST_WRAPPED) {
      return false;
    }
    byte[] both = Arrays.copyOf(start, start.length + to - from);
    System.arraycopy(bytes, from, both, start.length, to - from);
    if (unified.wholePause(both, start.length, both.length)) {
      begun = null;
      unified.take(both, 0, both.length, written);
      tally.recognised();
      return true;
    }
    begun = both;
    pieces++;
    return false;
  }

  private void foreign(byte[] bytes, int from, int to, long written) {
    if (!unified.told()) {
      legacy(bytes, from, to, written);
    } else if (LegacyLine.matches(bytes, from, to)) {
      legacyPlace = legacyBehind++ == 0 ? faults.place() : legacyPlace;
      tally.unplaced(faults.number());
    } else {
      other(bytes, from, to);
    }
  }

  private void legacy(byte[] bytes, int from, int to, long written) {
    if (legacy.take(bytes, from, to, faults.number(), faults.offset())) {
      tally.recognised();
    } else {
      other(bytes, from, to);
    }
  }

  private void other(byte[] bytes, int from, int to) {
    int last = Math.min(to, from + LOOKED_AT);
    for (int i = from; i < last; i++) {
      byte b = bytes[i];
      if (b >= 0 && b < '\t') {
        tally.unplaced(faults.number());
        return;
      }
    }
    tally.other(1);
  }

  /** What a stream says of its JVMs. */
  record Told(boolean unified, GcSummary gc, List<GcRunPart> runs, List<String> problems) {}

  /**
   * What all lines have said, or {@code null} when they are of no GC log; to be called once.
   *
   * @param goesOn whether the log may go on in another file
   */
  @Nullable Told finish(boolean goesOn) {
    if (unified.told() && legacy.certain()) {
      return both(goesOn);
    }
    return unified.told() ? unified(goesOn) : legacy.told() ? legacy() : null;
  }

  private Told unified(boolean goesOn) {
    GcSummary gc = unified.finish(goesOn);
    problems.addAll(faults.problems());
    if (!unified.timed()) {
      problems.add(UNTIMED + "log with the uptime decorator");
    }
    if (legacyBehind > 0) {
      problems.add(
          "changes to the style of JDK 8 in "
              + legacyPlace
              + ": "
              + legacyBehind
              + " such lines are not counted; keep the logs of different JVMs in files of their own");
    }
    return new Told(true, gc, unified.runs(), problems);
  }

  private Told legacy() {
    GcSummary gc = legacy.finish();
    damage();
    if (!legacy.timed() && legacy.collected()) {
      problems.add(UNTIMED + "log with -XX:+PrintGCTimeStamps");
    }
    return new Told(false, gc, legacy.runs(), problems);
  }

  /** A JVM up to JDK 8, and behind it a later one in the same file. */
  private Told both(boolean goesOn) {
    GcSummary gc = legacy.finish().merge(unified.finish(goesOn));
    problems.addAll(faults.problems());
    damage();
    List<GcRunPart> runs = new ArrayList<>();
    runs.addAll(legacy.runs().subList(0, Math.min(1, legacy.runs().size())));
    List<GcRunPart> later = unified.runs();
    runs.addAll(later.subList(Math.max(0, later.size() - 1), later.size()));
    return new Told(true, gc, runs, problems);
  }

  private void damage() {
    String damage = legacy.problem();
    if (damage != null) {
      problems.add(damage);
      tally.damaged(legacy.damages(), legacy.damaged());
    }
  }

  /** Why a window could not be cut from it; empty when it could, or all is looked at. */
  String uncut() {
    String problem = window == null ? null : window.problem();
    return problem == null ? "" : problem;
  }

  /** Whether any line was looked at for more than what it says of the JVM. */
  boolean entered() {
    return window == null || entered;
  }

  /** Whether any collection began, or a JVM has none to tell of. */
  boolean usable() {
    return unified.told() || legacy.collected() || legacy.begun() || legacy.idle();
  }
}
