package io.github.rustfit.readers.gclog.legacy;

import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.text.SafepointLine;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Understands the lines of a log of JDK 8 or earlier one by one, in order. A log may hold several
 * runs of JVMs, one after the other. A pause counts when its bracket closes with a duration. Not
 * thread-safe.
 */
public final class LegacyLog {

  /** Brackets do not nest deeper in any log. */
  private static final int DEEPEST = 64;

  private static final byte[] ADDRESSES = Cursor.ascii("0x");
  private static final byte[] PHASE = Cursor.ascii("CMS-concurrent-");
  private static final byte[] HISTOGRAM = Cursor.ascii("Class Histogram");
  private static final byte[] TIMES = Cursor.ascii("Times: ");
  private static final byte[] G1_HEAP = Cursor.ascii("Eden: ");

  /** What an open bracket holds. */
  private enum Kind {
    PAUSE,
    PHASE,
    TIMES,
    HEAP,
    OTHER
  }

  private final Kind[] open = new Kind[DEEPEST];
  private final Cursor text = new Cursor();
  private final Stamp stamp = new Stamp();
  private final Figures figures = new Figures();
  private final ConcurrentPhase phase = new ConcurrentPhase();
  private final Heading heading = new Heading();
  private final Ledger ledger = new Ledger();
  private final SafepointLine safepoints = new SafepointLine();
  private int depth;

  /** How deep the outermost open pause is, from 1; 0 without one. */
  private int pauseDepth;

  /** Where the text of the innermost bracket starts in this line; before the line if not here. */
  private int inner;

  /** Whether the CPU time of a concurrent phase is due. */
  private boolean phaseTimes;

  private boolean told;
  private boolean idle;

  /** Class histograms outside of a collection whose end is due. */
  private int histograms;

  /**
   * Takes the next line.
   *
   * @return whether it is of such a log, as far as its opening tells
   * @param number of the line, from 1
   * @param offset of the line in the content, in bytes
   */
  public boolean take(byte[] bytes, int from, int to, long number, long offset) {
    ledger.at(number, offset);
    inner = Integer.MAX_VALUE;
    if (Heading.candidate(bytes, from, to)) {
      heading.take(bytes, from, to, ledger);
    }
    if (histogram(bytes, from, to)) {
      return told;
    }
    boolean inside = pauseDepth > 0;
    idle |= from < to && bytes[from] == 'C' && LegacyLine.flags(bytes, from, to);
    told |= !told && LegacyLine.matches(bytes, from, to);
    if (told && from < to && Cursor.isDigit(bytes[from])) {
      stamp.at(bytes, from, to);
      ledger.sees(stamp);
    }
    stopped(bytes, from, to);
    if (depth > 0 && (pauseDepth == 0 || startsAnew(bytes, from, to))) {
      abandon();
    }
    scan(bytes, from, to);
    return inside
        || pauseDepth > 0
        || LegacyLine.detail(bytes, from, to)
        || LegacyLine.matches(bytes, from, to);
  }

  /**
   * Whether this is a row of a class histogram, {@code 2: 625256 57997395 [Ljava.lang.Object;},
   * whose brackets are no brackets.
   */
  private boolean histogram(byte[] bytes, int from, int to) {
    text.set(bytes, from, to);
    text.spaces();
    if (text.digits() == Cursor.NONE || !text.skip(':')) {
      return false;
    }
    for (int column = 0; column < 2; column++) {
      text.spaces();
      if (text.digits() == Cursor.NONE || !text.skip(' ')) {
        return false;
      }
    }
    text.spaces();
    return text.at < to && !Cursor.isDigit(bytes[text.at]);
  }

  /** Takes the line if it tells how long threads were stopped. */
  private void stopped(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && Stamp.part(bytes, at, to)) {
      at++;
    }
    if (at < to && bytes[at] == 'T') {
      text.set(bytes, at, to);
      safepoints.take(text, ledger.run().recorder);
    }
  }

  /** See {@code UnifiedLog.enter}. */
  public void enter(long uptime, long clock, boolean linesBefore) {
    ledger.run().enter(uptime, clock, linesBefore);
  }

  /** The window ends at these times. */
  public void leave(long uptime, long clock) {
    ledger.run().span.see(uptime, clock, 0, 0);
  }

  /** Whether another collection starts at the start of this line, though one has not ended. */
  private boolean startsAnew(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && Stamp.part(bytes, at, to)) {
      at++;
    }
    if (at == to || bytes[at] != '[') {
      return false;
    }
    text.set(bytes, at + 1, to);
    return LegacyCollection.opens(text) && !(ledger.collection.scavenges() && depth == pauseDepth);
  }

  private void abandon() {
    if (pauseDepth > 0) {
      ledger.unended();
    }
    depth = 0;
    pauseDepth = 0;
  }

  private void scan(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      byte b = bytes[at];
      if (b == '[') {
        opens(bytes, from, at, to);
        at++;
      } else if (b == ']') {
        closes(bytes, from, at);
        at++;
      } else if (pauseDepth > 0 && depth == pauseDepth && Cursor.isDigit(b)) {
        at = figures.heap(bytes, at, to, ledger.collection);
      } else if (ledger.collection.inYoung() && depth == pauseDepth + 1 && Cursor.isDigit(b)) {
        at = figures.young(bytes, at, to, ledger.collection);
      } else if (b == '(' && pauseDepth > 0 && at > from && bytes[at - 1] == ' ') {
        text.set(bytes, at - 1, to);
        ledger.collection.remark(text);
        at++;
      } else {
        at++;
      }
    }
  }

  private void opens(byte[] bytes, int from, int bracket, int to) {
    text.set(bytes, bracket + 1, to);
    if (text.at(ADDRESSES)) {
      return; // [0x00000007aaa80000, 0x00000007b0000000) is a half-open interval
    }
    if (depth == DEEPEST) {
      abandon();
    }
    if (told && text.at < to) {
      phase.take(text, ledger.run().recorder);
      text.at = bracket + 1;
      figures.classes(text, ledger.run().recorder.setup());
      text.at = bracket + 1;
    }
    inner = bracket + 1;
    open[depth++] = kind(bytes, from, bracket);
    if (pauseDepth > 0 && depth == pauseDepth + 1) {
      ledger.collection.part(text);
    }
  }

  private Kind kind(byte[] bytes, int from, int bracket) {
    if (text.at(HISTOGRAM) && pauseDepth == 0) {
      histograms++;
    }
    if (LegacyCollection.opens(text)) {
      if (pauseDepth == 0) {
        pauseDepth = depth;
        phaseTimes = false;
        stamp.before(bytes, from, bracket);
        ledger.starts(text, stamp);
        told = true;
      }
      return Kind.PAUSE;
    }
    if (text.at(TIMES)) {
      return Kind.TIMES;
    }
    if (text.at(PHASE)) {
      return Kind.PHASE;
    }
    boolean heap = text.at(G1_HEAP) || (text.at < text.end && bytes[text.at] == ' ');
    return heap ? Kind.HEAP : Kind.OTHER;
  }

  private void closes(byte[] bytes, int from, int bracket) {
    if (depth == 0) {
      if (histograms > 0) {
        histograms--;
      } else if (Figures.duration(text, bytes, from, bracket) != Cursor.NONE) {
        ledger.unbegun();
      }
      return;
    }
    Kind kind = open[--depth];
    int start = inner;
    inner = Integer.MAX_VALUE;
    switch (kind) {
      case PAUSE -> {
        if (depth < pauseDepth) {
          pauseDepth = 0;
          ledger.ends(Figures.duration(text, bytes, from, bracket));
        }
      }
      case PHASE -> phaseTimes |= bracket > from && bytes[bracket - 1] == 's';
      case TIMES -> {
        if (phaseTimes) {
          // A phase's CPU time is that of the whole process, the application included.
          phaseTimes = false;
        } else if (pauseDepth == 0 && start <= bracket) {
          text.set(bytes, start, bracket);
          figures.times(text, ledger);
        }
      }
      case HEAP -> {
        if (depth == 0 && start <= bracket) {
          text.set(bytes, start, bracket);
          figures.heapBehind(text, ledger);
        }
      }
      case OTHER -> {}
    }
  }

  /** Whether any line was of such a log. */
  public boolean told() {
    return told;
  }

  /** Whether any line had a time; asked after {@link #finish()}. */
  public boolean timed() {
    return ledger.recorder().timed();
  }

  /** Whether a whole collection was seen, which no log of another style has. */
  public boolean certain() {
    return ledger.certain();
  }

  /** Whether any collection was read; asked after {@link #finish()}. */
  public boolean collected() {
    return ledger.collected();
  }

  /** Whether any collection began. */
  public boolean begun() {
    return ledger.begun();
  }

  /** Whether it is of a JVM that has not collected; asked after {@link #finish()}. */
  public boolean idle() {
    return idle && ledger.damages() == 0 && !ledger.begun();
  }

  /** How many places are damaged; asked after {@link #finish()}. */
  public long damages() {
    return ledger.damages();
  }

  /** Lines of the first few damaged places, from 1; asked after {@link #finish()}. */
  public List<Long> damaged() {
    return ledger.damaged();
  }

  /** The first and the last run, once when they are one; asked after {@link #finish()}. */
  public List<GcRunPart> runs() {
    return ledger.recorder().runs();
  }

  /** What is wrong with the log, or {@code null}; asked after {@link #finish()}. */
  public @Nullable String problem() {
    return ledger.problem();
  }

  /** What all lines have said; to be called once, at the end. */
  public GcSummary finish() {
    abandon();
    ledger.finish();
    return ledger.recorder().summary();
  }
}
