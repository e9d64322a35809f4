package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.text.Instants;

/**
 * One line of unified logging, split into what its decorators say and where its message is. Accepts
 * any decorators in any order, none, and what container run times put in front. Not thread-safe;
 * one object serves all lines.
 */
final class UnifiedLine {

  private static final byte[] COLLECTION = Cursor.ascii("GC(");
  private static final byte[] SAFEPOINT = Cursor.ascii("safepoint");
  private static final byte[] INFO = Cursor.ascii("info");
  private static final byte[] DEBUG = Cursor.ascii("debug");
  private static final byte[] TRACE = Cursor.ascii("trace");
  private static final byte[] WARNING = Cursor.ascii("warning");
  private static final byte[] ERROR = Cursor.ascii("error");

  /** Longest decoration looked at; a host name has at most 253 characters. */
  private static final int LONGEST_DECORATION = 256;

  /** How far into a line its decorators may start behind a container's prefix. */
  private static final int LONGEST_PREFIX = 256;

  /** A JVM's uptime in years stays below; larger milliseconds count from 1970 instead. */
  private static final long EPOCH_MILLIS = 1_000_000_000_000L;

  private static final long LONGEST_UPTIME = 20L * 366 * 24 * 3600 * 1_000_000_000L;

  /** The message; its position is behind {@code GC(n) } when the line belongs to a collection. */
  final Cursor message = new Cursor();

  private final Cursor decoration = new Cursor();
  private long uptime;
  private long nanos;
  private long clock;
  private boolean tagged;
  private boolean levelled;
  private boolean open;
  private boolean garbled;
  private long collection;

  /** Takes a line apart; the getters then speak of it. */
  void parse(byte[] bytes, int from, int to) {
    parse(bytes, from, to, Cursor.NONE);
  }

  /**
   * Takes a line apart that something else said the time of.
   *
   * @param written in nanoseconds since 1970, or {@link Cursor#NONE}
   */
  void parse(byte[] bytes, int from, int to, long written) {
    reset(bytes, from, to);
    if (from < to && bytes[from] != '[' && !message.at(COLLECTION)) {
      prefix(bytes, from, to);
    }
    decorations(bytes);
    if (uptime == Cursor.NONE) {
      uptime = nanos;
    }
    if (clock == Cursor.NONE) {
      clock = written;
    }
    if (message.skip(COLLECTION)) {
      collection = message.digits();
      if (collection == Cursor.NONE || !message.skip(')') || !message.skip(' ')) {
        collection = Cursor.NONE;
        garbled = true;
      }
    }
  }

  private void reset(byte[] bytes, int from, int to) {
    message.set(bytes, from, to);
    uptime = Cursor.NONE;
    nanos = Cursor.NONE;
    clock = Cursor.NONE;
    tagged = false;
    levelled = false;
    open = false;
    garbled = false;
    collection = Cursor.NONE;
  }

  /** Steps over what is printed in front of a line. */
  private void prefix(byte[] bytes, int from, int to) {
    boolean blank = true;
    int last = Math.min(to, from + LONGEST_PREFIX);
    for (int i = from; i < last; i++) {
      boolean separated = !blank && (bytes[i - 1] == ' ' || bytes[i - 1] == '\t');
      message.at = i;
      if (separated && (bytes[i] == '[' || message.at(COLLECTION))) {
        decoration.set(bytes, from, to);
        clock = Instants.read(decoration);
        return;
      }
      blank &= bytes[i] == ' ' || bytes[i] == '\t';
    }
    message.at = from;
  }

  /**
   * Where another line of a collection begins inside of this one, since the line break between them
   * is lost; -1 without.
   */
  int another() {
    int from = collection == Cursor.NONE ? message.at : message.at + 1;
    decoration.set(message.bytes, Math.max(from, message.at), message.end);
    if (!decoration.skipPast(COLLECTION)) {
      return -1;
    }
    byte[] bytes = message.bytes;
    int at = decoration.at - COLLECTION.length;
    if (!Cursor.isDigit(at + COLLECTION.length < message.end ? bytes[at + COLLECTION.length] : 0)) {
      return -1;
    }
    int before = at > message.at && bytes[at - 1] == ' ' ? at - 1 : at;
    while (before > message.at && bytes[before - 1] == ']') {
      int open = before - 1;
      int least = Math.max(message.at, before - LONGEST_DECORATION);
      while (open > least && bytes[open] != '[') {
        open--;
      }
      if (bytes[open] != '[') {
        return -1;
      }
      before = open;
    }
    return before < at && bytes[before] == '[' ? before : -1;
  }

  private void decorations(byte[] bytes) {
    int start = message.at;
    while (message.at < message.end && bytes[message.at] == '[') {
      int close = message.at + 1;
      int last = Math.min(message.end, close + LONGEST_DECORATION);
      while (close < last && bytes[close] != ']') {
        close++;
      }
      if (close == last) {
        open = true;
        return;
      }
      decoration(bytes, message.at + 1, close);
      message.at = close + 1;
    }
    if (message.at > start) {
      message.skip(' ');
    }
  }

  private void decoration(byte[] bytes, int from, int close) {
    int to = close;
    while (to > from && bytes[to - 1] == ' ') {
      to--;
    }
    if (to == from) {
      return;
    }
    byte first = bytes[from];
    if (Cursor.isDigit(first)) {
      time(bytes, from, to);
    } else if (first == 'g' && to - from >= 2 && bytes[from + 1] == 'c') {
      tagged |= to - from == 2 || bytes[from + 2] == ',';
    } else {
      decoration.set(bytes, from, to);
      tagged |= first == 's' && decoration.at(SAFEPOINT);
      byte[] level = level(first);
      levelled |= level.length == to - from && decoration.at(level);
    }
  }

  private static byte[] level(byte first) {
    return switch (first) {
      case 'i' -> INFO;
      case 'd' -> DEBUG;
      case 't' -> TRACE;
      case 'w' -> WARNING;
      default -> ERROR;
    };
  }

  private void time(byte[] bytes, int from, int to) {
    decoration.set(bytes, from, to);
    if (bytes[to - 1] == 's') {
      switch (bytes[to - 2]) {
        case 'm' -> millis();
        // Both timenanos (of the machine) and uptimenanos print "ns"; the JVM is the younger.
        case 'n' -> nanos = youngest(nanos, uptimeIn(1));
        default -> uptime = uptime == Cursor.NONE ? uptimeIn(1_000_000_000L) : uptime;
      }
    } else if (to - from > 10 && bytes[from + 10] == 'T' && clock == Cursor.NONE) {
      clock = Instants.read(decoration);
    }
  }

  private void millis() {
    long value = decoration.digits();
    if (value >= EPOCH_MILLIS) {
      clock = clock == Cursor.NONE && value < 8 * EPOCH_MILLIS ? value * 1_000_000L : clock;
    } else if (value != Cursor.NONE && uptime == Cursor.NONE) {
      uptime = value > LONGEST_UPTIME / 1_000_000L ? Cursor.NONE : value * 1_000_000L;
    }
  }

  private long uptimeIn(long unit) {
    long value = decoration.decimal(unit);
    return value > LONGEST_UPTIME ? Cursor.NONE : value;
  }

  private static long youngest(long a, long b) {
    return a == Cursor.NONE ? b : b == Cursor.NONE ? a : Math.min(a, b);
  }

  /** Nanoseconds since the JVM started, or {@link Cursor#NONE}. */
  long uptime() {
    return uptime;
  }

  /** Whether the uptime may be the machine's instead of the JVM's: decorated with {@code ns}. */
  boolean uptimeDoubtful() {
    return uptime == nanos;
  }

  /** Takes its time for damaged. */
  void forgetTime() {
    uptime = Cursor.NONE;
    clock = Cursor.NONE;
  }

  /** Nanoseconds since 1970, or {@link Cursor#NONE}. */
  long clock() {
    return clock;
  }

  /** Whether its tags say that it is about collections or safepoints. */
  boolean tagged() {
    return tagged;
  }

  /** Whether it has a level: {@code info}, {@code debug}, … */
  boolean levelled() {
    return levelled;
  }

  /** Whether it ends inside a decoration. */
  boolean open() {
    return open;
  }

  /** Whether it is about collections, but damaged. */
  boolean garbled() {
    return tagged && (garbled || open);
  }

  /** Whether no other kind of log has lines like this. */
  boolean unmistakable() {
    boolean timed = uptime != Cursor.NONE || clock != Cursor.NONE;
    return collection != Cursor.NONE ? timed || tagged : tagged && (timed || levelled);
  }

  /** Number of the collection, or {@link Cursor#NONE} for a line outside of one. */
  long collection() {
    return collection;
  }
}
