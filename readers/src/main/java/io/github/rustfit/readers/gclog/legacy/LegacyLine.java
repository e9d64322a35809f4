package io.github.rustfit.readers.gclog.legacy;

import io.github.rustfit.readers.gclog.text.Cursor;

/**
 * Recognises the GC logs of JDK 8 and earlier ({@code -XX:+PrintGCDetails}, {@code -verbose:gc}).
 */
public final class LegacyLine {

  private static final byte[] GC = Cursor.ascii("[GC");
  private static final byte[] FULL = Cursor.ascii("[Full GC");
  private static final byte[] STOPPED =
      Cursor.ascii("Total time for which application threads were stopped: ");
  private static final byte[] APPLICATION = Cursor.ascii("Application time: ");
  private static final byte[] HEAP = Cursor.ascii("{Heap before GC invocations=");
  private static final byte[] FLAGS = Cursor.ascii("CommandLine flags: -XX");
  private static final byte[] CMS = Cursor.ascii("[CMS-concurrent-");

  /** The heap at exit, which is all there is of a JVM that never collected. */
  private static final byte[][] HEAP_AT_EXIT = {
    Cursor.ascii("PSYoungGen "),
    Cursor.ascii("def new generation "),
    Cursor.ascii("par new generation "),
    Cursor.ascii("garbage-first heap ")
  };

  private static final byte[] TOTAL = Cursor.ascii("total ");

  /** Time stamps in front of what counts: {@code 2014-11-29T06:23:55.892+0000: 126.838: }. */
  private static final int LONGEST_PREFIX = 64;

  private static final byte[] HOT_SPOT = Cursor.ascii("Java HotSpot(TM) ");
  private static final byte[] OPEN_JDK = Cursor.ascii("OpenJDK ");

  /** Openings of lines that stand around collections; all others are indented. */
  private static final byte[][] DETAILS = {
    Cursor.ascii("Heap"),
    Cursor.ascii("{Heap"),
    Cursor.ascii("}"),
    Cursor.ascii("- age "),
    Cursor.ascii("Desired survivor size "),
    HOT_SPOT,
    OPEN_JDK,
    Cursor.ascii("Memory: "),
    Cursor.ascii("AdaptiveSize"),
    Cursor.ascii("Before GC:"),
    Cursor.ascii("After GC:"),
    Cursor.ascii("Statistics for "),
    Cursor.ascii(", "),
    Cursor.ascii("]"),
    Cursor.ascii(": "),
    Cursor.ascii("(concurrent mode ")
  };

  private LegacyLine() {}

  /** Whether a line opens like those around a collection. */
  static boolean detail(byte[] bytes, int from, int to) {
    if (from < to && bytes[from] == ' ') {
      return true;
    }
    Cursor text = new Cursor();
    text.set(bytes, from, to);
    for (byte[] opening : DETAILS) {
      if (text.at(opening)) {
        return true;
      }
    }
    return false;
  }

  /** Whether such a log has lines like this. */
  public static boolean matches(byte[] bytes, int from, int to) {
    Cursor text = new Cursor();
    text.set(bytes, from, to);
    text.spaces();
    int last = Math.min(to, from + LONGEST_PREFIX);
    while (text.at < last && Stamp.part(bytes, text.at, to)) {
      text.at++;
    }
    if (text.at(STOPPED)
        || text.at(APPLICATION)
        || text.at(HEAP)
        || text.at(FLAGS)
        || text.at(CMS)) {
      return true;
    }
    for (byte[] heap : HEAP_AT_EXIT) {
      if (text.skip(heap)) {
        text.spaces();
        return text.at(TOTAL);
      }
    }
    boolean stamped = text.at > from;
    if (ShenandoahLine.starts(text)) {
      return stamped;
    }
    if (!text.skip(GC) && !text.skip(FULL)) {
      return false;
    }
    if (text.at == to) {
      return stamped;
    }
    byte behind = bytes[text.at];
    return behind == ' '
        || behind == '-'
        || behind == ':'
        || behind == '['
        || Cursor.isDigit(behind)
        || text.at(LegacyCollection.STATISTICS);
  }

  /** Whether this line is one of those that a JVM prints at its start. */
  public static boolean heading(byte[] bytes, int from, int to) {
    Cursor text = new Cursor();
    text.set(bytes, from, to);
    return text.at(HOT_SPOT) || text.at(OPEN_JDK) || text.at(FLAGS);
  }

  /** Whether a JVM prints its flags here, as it does at its start. */
  static boolean flags(byte[] bytes, int from, int to) {
    Cursor text = new Cursor();
    text.set(bytes, from, to);
    return text.at(FLAGS);
  }
}
