package io.github.rustfit.readers.gclog.legacy;

import io.github.rustfit.readers.gclog.text.Cursor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * Lines of Shenandoah in JDK 8, {@code 1.003: [Pause Init Mark (process weakrefs), 1.500 ms]}: what
 * later JDKs print as {@code [1.003s] GC(0) Pause Init Mark (process weakrefs) 1.500ms}. They are
 * put into that form, so that one reader knows the collector. Not thread-safe.
 */
public final class ShenandoahLine {

  private static final byte[] PAUSE = Cursor.ascii("[Pause ");
  private static final byte[] CONCURRENT = Cursor.ascii("[Concurrent ");
  private static final byte[] RESET = Cursor.ascii("[Concurrent reset");
  private static final byte[] INIT_MARK = Cursor.ascii("[Pause Init Mark");
  private static final byte[] FULL = Cursor.ascii("[Pause Full");
  private static final byte[] FLAGS = Cursor.ascii("CommandLine flags: ");
  private static final byte[] SHENANDOAH = Cursor.ascii("-XX:+UseShenandoahGC");
  private static final byte[] MAX_HEAP = Cursor.ascii("-XX:MaxHeapSize=");
  private static final byte[] START = Cursor.ascii(", start]");
  private static final byte[] VERSION = Cursor.ascii(" JRE (");

  private final Cursor text = new Cursor();
  private final Stamp stamp = new Stamp();
  private long cycle = -1;

  /** Whether the latest reset, first mark or full collection was said to start. */
  private boolean open;

  /** Whether the latest of these was a reset. */
  private boolean resetSeen;

  private String version = "";

  /** Whether such a line has its bracket here. */
  static boolean starts(Cursor text) {
    return text.at(PAUSE) || text.at(CONCURRENT);
  }

  /**
   * What later JDKs would print, line by line; empty for a line that is none of these, or that
   * nothing would be known from.
   */
  public String translate(byte[] bytes, int from, int to) {
    text.set(bytes, from, to);
    if (text.skipPast(VERSION) && version.isEmpty()) {
      int start = text.at;
      while (text.at < to && bytes[text.at] != ')' && text.at - start < 64) {
        text.at++;
      }
      version = latin(bytes, start, text.at);
      return "";
    }
    text.at = from;
    if (text.skip(FLAGS)) {
      return heading(from, to);
    }
    int at = from;
    while (at < to && Stamp.part(bytes, at, to)) {
      at++;
    }
    text.set(bytes, at, to);
    if (at == from || at == to || !starts(text) || bytes[to - 1] != ']') {
      return "";
    }
    number();
    stamp.before(bytes, from, at);
    String decorators =
        (stamp.clock() == Cursor.NONE ? "" : "[" + latin(bytes, from, date(bytes, from, at)) + "]")
            + (stamp.uptime() == Cursor.NONE ? "" : "[" + seconds(stamp.uptime()) + "s]");
    return decorators + "[gc] GC(" + cycle + ") " + message(bytes, at + 1, to);
  }

  private String heading(int from, int to) {
    byte[] bytes = text.bytes;
    if (!text.skipPast(SHENANDOAH)) {
      return "";
    }
    cycle = -1;
    open = false;
    resetSeen = false;
    text.set(bytes, from, to);
    long most = text.skipPast(MAX_HEAP) ? text.digits() : Cursor.NONE;
    return "[gc] Using Shenandoah"
        + (version.isEmpty() ? "" : "\n[gc,init] Version: " + version + " (release)")
        + (most == Cursor.NONE ? "" : "\n[gc,init] Heap Max Capacity: " + most + "B");
  }

  /** A cycle begins with its reset, in early versions with its first pause. */
  private void number() {
    int at = text.at;
    boolean reset = text.at(RESET);
    boolean mark = text.at(INIT_MARK);
    boolean full = text.at(FULL);
    boolean begins = text.skipPast(START);
    text.at = at;
    if (!reset && !mark && !full) {
      cycle = Math.max(0, cycle);
      return;
    }
    boolean second = !begins && open;
    open = begins;
    if (!second && (reset || full || !resetSeen)) {
      cycle++;
    }
    resetSeen = reset;
  }

  private static String message(byte[] bytes, int from, int to) {
    String message = latin(bytes, from, to - 1);
    if (message.endsWith(", start")) {
      return message.substring(0, message.length() - ", start".length());
    }
    int comma = message.lastIndexOf(", ");
    return comma < 0 || !message.endsWith(" ms")
        ? message
        : message.substring(0, comma)
            + " "
            + message.substring(comma + 2, message.length() - " ms".length())
            + "ms";
  }

  private static int date(byte[] bytes, int from, int to) {
    int at = from;
    while (at + 1 < to && !(bytes[at] == ':' && bytes[at + 1] == ' ')) {
      at++;
    }
    return at;
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.DOWN).toString();
  }

  private static String latin(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
