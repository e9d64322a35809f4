package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gc.GcRecorder;
import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.text.Names;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.util.List;

/**
 * Understands the lines of a unified log one by one, in order. A log may hold several runs of JVMs,
 * one after the other. Not thread-safe.
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

  private final Names names = new Names();
  private final UnifiedLine line = new UnifiedLine();
  private final JvmLines jvmLines = new JvmLines(names);
  private final GcRecorder recorder = new GcRecorder();
  private final CollectionLines collectionLines = new CollectionLines(names);
  private final EventLines eventLines = new EventLines(collectionLines);
  private JvmRun run = new JvmRun(recorder);
  private boolean told;

  /** Takes the next line. */
  Outcome take(byte[] bytes, int from, int to) {
    line.parse(bytes, from, to);
    if (line.collection() != Cursor.NONE) {
      restartIf(run.stepsBack(line));
      told = true;
      if (!collectionLines.take(line, run)) {
        return Outcome.IMPOSSIBLE;
      }
      return collectionLines.garbled() ? Outcome.GARBLED : Outcome.UNDERSTOOD;
    }
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
      restartIf(run.stepsBack(line));
      run.see(line, 0);
      told |= run.usingSeen && JvmLines.exit(line.message);
    }
    jvmLines.take(line.message, run);
    return Outcome.UNDERSTOOD;
  }

  private void event() {
    restartIf(run.stepsBack(line));
    run.see(line, 0);
    eventLines.take(line.message, run);
  }

  private void start(String collector) {
    boolean opens = JvmLines.opens(line.message);
    restartIf(run.stepsBack(line) || (opens && (run.usingSeen || run.ids.count() > 0)));
    run.usingSeen |= opens;
    run.collector.declare(collector);
    run.reachesBack();
    run.span.declared();
    run.see(line, 0);
    told |= collector.equals(CollectorName.EPSILON);
  }

  private void restartIf(boolean another) {
    if (another) {
      run.end();
      run = new JvmRun(recorder);
      collectionLines.restart();
    }
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

  /** Whether no other kind of log has lines like this. Takes nothing. */
  boolean unmistakable(byte[] bytes, int from, int to) {
    line.parse(bytes, from, to);
    return line.unmistakable();
  }

  /** The first and the last run, once when they are one; asked after {@link #finish()}. */
  List<GcRunPart> runs() {
    return recorder.runs();
  }

  /**
   * Whether any line said something of a collection, or that there are none: by design, or from the
   * start of a JVM to its end.
   */
  boolean told() {
    return told;
  }

  /** Whether any line had a time; asked after {@link #finish()}. */
  boolean timed() {
    return recorder.timed();
  }

  /** What all lines have said; to be called once, at the end. */
  GcSummary finish() {
    run.end();
    return recorder.summary();
  }
}
