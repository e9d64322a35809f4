package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gc.GcRecorder;
import io.github.rustfit.readers.gclog.LineFaults.Fault;
import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.text.Names;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Understands the lines of a unified log one by one, in order. A log may hold several runs of JVMs,
 * one after the other; lines of several at once are told apart by the numbers of their collections,
 * as far as these tell. Not thread-safe.
 */
final class UnifiedLog {

  /** What came of a line. */
  enum Outcome {
    /** It is not part of a GC log. */
    FOREIGN,
    /** It is, whether or not it was needed. */
    UNDERSTOOD,
    /** It is, but damaged. */
    GARBLED,
    /** It is, and tells of a pause that cannot have been. */
    IMPOSSIBLE
  }

  private static final int LEGACY = 8;

  /** More JVMs do not write into one stream without saying who they are. */
  private static final int MOST_RUNS = 16;

  private final Names names = new Names();
  private final UnifiedLine line = new UnifiedLine();
  private final JvmLines jvmLines = new JvmLines(names);
  private final GcRecorder recorder = new GcRecorder();
  private final LineFaults faults;
  private final CollectionLines collectionLines;
  private final EventLines eventLines;

  /** Runs whose lines may go on, the current one included. */
  private final List<JvmRun> runs = new ArrayList<>();

  private JvmRun run;
  private boolean told;
  private boolean translated;

  /** Lines in a row whose time lies before what was seen. */
  private int stepsBack;

  private int another = -1;
  private boolean unfinished;

  UnifiedLog(LineFaults faults) {
    this.faults = faults;
    this.collectionLines = new CollectionLines(names, faults);
    this.eventLines = new EventLines(collectionLines);
    this.run = new JvmRun(recorder, faults);
    runs.add(run);
  }

  /** Whether a line says of a JVM how it was set up. Takes nothing. */
  boolean describes(byte[] bytes, int from, int to) {
    line.parse(bytes, from, to);
    return line.collection() == Cursor.NONE && line.tagged() && !EventLines.tells(line.message);
  }

  /**
   * What comes next lies in the window that is looked at, whose beginning has these times; -1 where
   * one is not known.
   */
  void enter(long uptime, long clock, boolean linesBefore) {
    run.enter(uptime, clock, linesBefore);
  }

  /** The window ends at these times. */
  void leave(long uptime, long clock) {
    run.span.see(uptime, clock, 0, 0);
  }

  /** Says that the lines that follow are what later JDKs would print for those of JDK 8. */
  void translated() {
    translated = true;
  }

  /**
   * Takes the next line.
   *
   * @param written when it was, in nanoseconds since 1970, if something else says so
   */
  Outcome take(byte[] bytes, int from, int to, long written) {
    another = -1;
    unfinished = false;
    line.parse(bytes, from, to, written);
    split(to);
    if (line.collection() != Cursor.NONE) {
      choose();
      told = true;
      return collection();
    }
    unfinished = line.open() || line.garbled();
    if (line.garbled()) {
      return Outcome.GARBLED;
    }
    String collector = JvmLines.collector(line.message);
    if (collector != null) {
      start(collector);
    } else if ((told || line.tagged()) && EventLines.tells(line.message)) {
      event();
      return Outcome.UNDERSTOOD;
    } else if (!line.tagged() && !(run.collector.declared() && run.ids.count() == 0)) {
      return Outcome.FOREIGN;
    } else if (line.tagged() || JvmLines.epsilonHeap(line.message)) {
      stepBack(false);
      run.see(line, 0);
      told |= run.usingSeen && line.tagged();
      told |= run.usingSeen && JvmLines.exit(line.message);
    }
    if (JvmLines.dropped(line.message)) {
      faults.add(Fault.DROPPED);
    }
    jvmLines.take(line.message, run);
    return Outcome.UNDERSTOOD;
  }

  /** Cuts off another line that is glued to this one; cheap for lines that cannot have any. */
  private void split(int to) {
    Cursor message = line.message;
    boolean timed = message.end - message.at > 2 && message.bytes[message.end - 1] == 's';
    boolean pause = line.collection() != Cursor.NONE && CollectionLines.pause(message);
    if (pause || (timed && (line.collection() == Cursor.NONE || message.end - message.at > LONG))) {
      another = line.another();
      if (another > message.at) {
        message.end = another;
      } else {
        another = -1;
      }
    }
  }

  /** No line of a collection that ends with a duration is longer, but those of pauses. */
  private static final int LONG = 72;

  /** Where another line begins inside the latest one; -1 without. */
  int another() {
    return another;
  }

  /** Whether the latest line may go on in the next one. */
  boolean unfinished() {
    return unfinished;
  }

  private Outcome collection() {
    CollectionLines.Outcome outcome = collectionLines.take(line, run);
    if (outcome == CollectionLines.Outcome.OTHER_RUN) {
      JvmRun other = runs.stream().filter(this::takes).findFirst().orElse(null);
      if (other != null) {
        faults.add(Fault.MIXED);
      }
      run = other == null ? begin() : other;
      outcome = collectionLines.take(line, run);
    }
    long damaged = run.span.damaged();
    if (damaged != run.damagedTimes) {
      run.damagedTimes = damaged;
      faults.add(Fault.TIME);
    }
    unfinished = collectionLines.unfinished();
    return switch (outcome) {
      case GARBLED -> Outcome.GARBLED;
      case IMPOSSIBLE -> Outcome.IMPOSSIBLE;
      default -> Outcome.UNDERSTOOD;
    };
  }

  /** Whether another run goes on with this line. */
  private boolean takes(JvmRun other) {
    return other != run
        && other.ids.continues(line.collection())
        && !other.stepsBack(line)
        && collectionLines.isNew(line, other);
  }

  private JvmRun begin() {
    if (runs.size() == MOST_RUNS) {
      JvmRun first = runs.remove(0);
      first.end(false);
    }
    JvmRun begun = new JvmRun(recorder, faults);
    runs.add(begun);
    return begun;
  }

  /** Finds the run that this line of a collection belongs to. */
  private void choose() {
    long id = line.collection();
    boolean follows = run.ids.follows(id);
    if (!follows && runs.size() > 1) {
      JvmRun other = runs.stream().filter(this::takes).findFirst().orElse(null);
      if (other != null) {
        faults.add(Fault.MIXED);
        run = other;
        return;
      }
    }
    if (!follows && id == 0) {
      restart();
    } else {
      stepBack(follows && id >= CERTAIN && run.ids.count() > 0);
    }
  }

  /** A JVM that starts anew soon has collections of smaller numbers as well. */
  private static final int CERTAIN = 2;

  /**
   * Begins another run if the time of the line lies before what was seen, unless the time is wrong.
   *
   * @param sameRun whether the line is certainly of this run
   */
  private void stepBack(boolean sameRun) {
    if (!run.stepsBack(line)) {
      stepsBack = 0;
    } else if (run.span.returns(line.uptime()) && (sameRun || line.collection() == Cursor.NONE)) {
      run.span.goBack();
      run.damagedTimes = run.span.damaged();
      faults.add(Fault.TIME);
    } else if (sameRun || (line.collection() == Cursor.NONE && stepsBack++ == 0)) {
      line.forgetTime();
      if (sameRun) {
        faults.add(Fault.TIME);
      }
    } else {
      restart();
    }
  }

  private void restart() {
    stepsBack = 0;
    run = begin();
  }

  private void event() {
    stepBack(false);
    run.see(line, 0);
    eventLines.take(line.message, run);
  }

  private void start(String collector) {
    boolean opens = JvmLines.opens(line.message);
    if (run.stepsBack(line) || (opens && (run.usingSeen || run.ids.count() > 0))) {
      restart();
    }
    run.usingSeen |= opens;
    run.collector.declare(collector);
    run.reachesBack();
    run.span.declared();
    run.see(line, 0);
    told |= collector.equals(CollectorName.EPSILON) || line.tagged();
  }

  /** Whether a line without a line break behind it is of a GC log and cut off. Takes nothing. */
  boolean cut(byte[] bytes, int from, int to) {
    line.parse(bytes, from, to);
    if (line.open()) {
      return told && bytes[from] == '[';
    }
    if (line.collection() == Cursor.NONE && !line.tagged()) {
      return false;
    }
    Cursor message = line.message;
    boolean timed =
        message.end - message.at > 2
            && bytes[message.end - 1] == 's'
            && (Cursor.isDigit(bytes[message.end - 2]) || Cursor.isDigit(bytes[message.end - 3]));
    return !timed && JvmLines.collector(message) == null;
  }

  /**
   * Whether these bytes are a line that tells of a pause in full, broken in two at that place.
   * Takes nothing.
   */
  boolean wholePause(byte[] bytes, int broken, int to) {
    // Where it ends is seen only by what a line ends with.
    if (to - broken < 1 || bytes[to - 1] != 's') {
      return false;
    }
    line.parse(bytes, 0, to);
    return line.collection() != Cursor.NONE && collectionLines.wholePause(line.message);
  }

  /** Whether no other kind of log has lines like this. Takes nothing. */
  boolean unmistakable(byte[] bytes, int from, int to) {
    line.parse(bytes, from, to);
    return line.unmistakable();
  }

  /** The first and the last run, once when they are one; asked after {@link #finish}. */
  List<GcRunPart> runs() {
    return recorder.runs();
  }

  /**
   * Whether any line said something of a collection, or which collector a JVM runs that has not
   * collected.
   */
  boolean told() {
    return told;
  }

  /** Whether any line had a time; asked after {@link #finish}. */
  boolean timed() {
    return recorder.timed();
  }

  /**
   * What all lines have said; to be called once, at the end.
   *
   * @param goesOn whether the log may go on in another file
   */
  GcSummary finish(boolean goesOn) {
    @Nullable JvmRun current = run;
    for (JvmRun one : runs) {
      one.feature = one.feature == 0 && translated ? LEGACY : one.feature;
      one.end(goesOn && one == current);
    }
    return recorder.summary();
  }
}
