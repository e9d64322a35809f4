package io.github.rustfit.readers.gclog.legacy;

import io.github.rustfit.readers.gc.RunRecorder;
import io.github.rustfit.readers.gc.SetupSets;
import io.github.rustfit.readers.gclog.text.Cursor;

/** Heap use, durations and CPU times as legacy logs print them. Not thread-safe. */
final class Figures {

  private static final long SECOND = 1_000_000_000L;

  /** JVMs print {@code %3.7f}, early G1 {@code %3.8f}; fewer digits were torn. */
  private static final int DECIMALS = 7;

  private static final long LONGEST = RunRecorder.LONGEST;

  private static final byte[] ARROW = Cursor.ascii("->");
  private static final byte[] SECS = Cursor.ascii(" secs");
  private static final byte[] HEAP = Cursor.ascii("Heap: ");
  private static final byte[] USER = Cursor.ascii("Times: user=");
  private static final byte[] SYSTEM = Cursor.ascii(" sys=");
  private static final byte[] REAL = Cursor.ascii(", real=");

  private static final byte[] EDEN = Cursor.ascii("Eden: ");
  private static final byte[] SURVIVORS = Cursor.ascii("Survivors: ");
  private static final byte[][] CLASSES = {
    Cursor.ascii("Metaspace"),
    Cursor.ascii("PSPermGen"),
    Cursor.ascii("CMS Perm"),
    Cursor.ascii("Perm")
  };

  private final Cursor number = new Cursor();

  /**
   * The duration that stands right before this closing bracket, {@code , 0.0093244 secs}.
   *
   * @return nanoseconds, or {@link Cursor#NONE}
   */
  static long duration(Cursor text, byte[] bytes, int from, int bracket) {
    int end = bracket - SECS.length;
    text.set(bytes, Math.max(from, end), bracket);
    if (end < from || !text.at(SECS)) {
      return Cursor.NONE;
    }
    int point = end - DECIMALS - 1;
    if (point > from && Cursor.isDigit(bytes[point])) {
      point--;
    }
    if (point <= from || (bytes[point] != '.' && bytes[point] != ',')) {
      return Cursor.NONE;
    }
    int start = point;
    while (start > from && Cursor.isDigit(bytes[start - 1])) {
      start--;
    }
    if (start < from + 2 || start == point || bytes[start - 1] != ' ' || bytes[start - 2] != ',') {
      return Cursor.NONE;
    }
    text.set(bytes, start, end);
    long nanos = text.decimal(SECOND);
    return text.at == end && nanos <= LONGEST ? nanos : Cursor.NONE;
  }

  /**
   * Takes {@code 9K->9K(9K)} or {@code 9K(9K)} if it stands here.
   *
   * @return where to go on
   */
  int heap(byte[] bytes, int at, int to, LegacyCollection collection) {
    number.set(bytes, at, to);
    long before = number.size();
    if (before != Cursor.NONE && number.skip(ARROW)) {
      long after = number.size();
      if (after != Cursor.NONE && number.skip('(')) {
        collection.heap(before, after, number.size());
      }
    } else if (before != Cursor.NONE && number.at < to && bytes[number.at] == '(') {
      collection.occupancy(before);
    }
    return Math.max(at + 1, number.at);
  }

  /**
   * Takes {@code 9K->9K(9K)} of the young generation if it stands here.
   *
   * @return where to go on
   */
  int young(byte[] bytes, int at, int to, LegacyCollection collection) {
    number.set(bytes, at, to);
    long before = number.size();
    if (before != Cursor.NONE && number.skip(ARROW)) {
      long after = number.size();
      if (after != Cursor.NONE && number.at < to && bytes[number.at] == '(') {
        collection.young(before, after);
      }
    }
    return Math.max(at + 1, number.at);
  }

  /** Takes G1's heap line, {@code [Eden: … Heap: 14.0M(256.0M)->3.0M(256.0M)]}. */
  void heapBehind(Cursor text, Ledger ledger) {
    int start = text.at;
    long[] eden = change(text, EDEN);
    long[] survivors = change(text, SURVIVORS);
    text.at = start;
    if (!text.skipPast(HEAP)) {
      text.spaces();
    }
    long before = size(text);
    capacity(text);
    if (before == Cursor.NONE || !text.skip(ARROW)) {
      return;
    }
    long after = size(text);
    long committed = text.skip('(') ? size(text) : Cursor.NONE;
    boolean whole = committed == Cursor.NONE || text.skip(')');
    if (after == Cursor.NONE || !whole || text.at != text.end) {
      return;
    }
    boolean young = eden.length == 2 && survivors.length == 2;
    ledger.heapBehind(before, after, committed);
    if (young) {
      ledger.youngBehind(eden[0] + survivors[0], eden[1] + survivors[1]);
    }
  }

  /** Sizes before and after behind a name, or none of them. */
  private static long[] change(Cursor text, byte[] name) {
    if (text.skipPast(name)) {
      long before = size(text);
      capacity(text);
      long after = before != Cursor.NONE && text.skip(ARROW) ? size(text) : Cursor.NONE;
      if (after != Cursor.NONE) {
        capacity(text);
        return new long[] {before, after};
      }
    }
    return new long[0];
  }

  /** Takes {@code Metaspace: 9K->9K(9K)} and the permanent generations before it. */
  void classes(Cursor text, SetupSets setup) {
    for (byte[] name : CLASSES) {
      if (text.skip(name)) {
        text.spaces();
        text.skip(':');
        text.spaces();
        long before = text.size();
        long after = before != Cursor.NONE && text.skip(ARROW) ? text.size() : Cursor.NONE;
        // Behind a metaspace it is what is reserved.
        boolean permanent = name != CLASSES[0];
        long committed = after != Cursor.NONE && text.skip('(') ? text.size() : Cursor.NONE;
        setup.classes(after, permanent ? committed : Cursor.NONE);
        return;
      }
    }
  }

  private static void capacity(Cursor text) {
    if (text.skip('(')) {
      while (text.at < text.end && !text.skip(')')) {
        text.at++;
      }
    }
  }

  /** {@code 4982.3M} in bytes, to 1/1000 of the unit. */
  private static long size(Cursor text) {
    long thousandths = text.decimal(1000);
    if (thousandths == Cursor.NONE || thousandths > 1L << 43 || text.at >= text.end) {
      return Cursor.NONE;
    }
    int shift =
        switch (text.bytes[text.at]) {
          case 'B' -> 0;
          case 'K' -> 10;
          case 'M' -> 20;
          case 'G' -> 30;
          default -> -1;
        };
    text.at++;
    if (shift < 0 || thousandths > 1L << (62 - shift)) {
      return Cursor.NONE;
    }
    return (thousandths << shift) / 1000;
  }

  /** Takes {@code Times: user=0.04 sys=0.00, real=0.03 secs}. */
  void times(Cursor text, Ledger ledger) {
    long user = text.skip(USER) ? text.decimal(SECOND) : Cursor.NONE;
    long system = text.skip(SYSTEM) ? text.decimal(SECOND) : Cursor.NONE;
    long real = text.skip(REAL) ? text.decimal(SECOND) : Cursor.NONE;
    if (user != Cursor.NONE && system != Cursor.NONE && real != Cursor.NONE && text.at(SECS)) {
      ledger.times(Math.min(LONGEST, user), Math.min(LONGEST, system), Math.min(LONGEST, real));
    }
  }
}
