package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.text.Names;

/**
 * The message of a line that tells of a pause, a cycle or a phase: a name, groups in parentheses,
 * then optionally the heap {@code before->after(capacity)} and a duration, which only the line at
 * its end has. Not thread-safe; one object serves all lines.
 */
final class CollectionLine {

  private static final byte[] ARROW = Cursor.ascii("->");

  /** How Docker's JSON writes it. */
  private static final byte[] ESCAPED_ARROW = Cursor.ascii("-\\u003e");

  private static final byte[] MILLIS = Cursor.ascii("ms");

  private static final long LARGEST_HUNDREDTHS = 100L << 50;

  /** {@code 0.001ms} and the space before it. */
  private static final int SHORTEST_DURATION = 7;

  private static final byte[] FAILURE = Cursor.ascii("(Evacuation Failure");

  /** JDK 22 and later tell that failure from regions that were pinned. */
  private static final byte[] PINNED_ONLY = Cursor.ascii("(Evacuation Failure: Pinned)");

  private final Cursor part = new Cursor();
  private final Names names;
  private byte[] bytes = {};
  private int from;
  private int nameEnd;
  private int textEnd;
  private long duration;
  private long before;
  private long after;
  private long committed;
  private boolean evacuationFailed;

  CollectionLine(Names names) {
    this.names = names;
  }

  /** Takes the message apart; the getters then speak of it. */
  void parse(Cursor message) {
    bytes = message.bytes;
    from = message.at;
    textEnd = trimmed(message.end);
    duration = Cursor.NONE;
    before = Cursor.NONE;
    after = Cursor.NONE;
    committed = Cursor.NONE;
    evacuationFailed = false;
    if (textEnd > from && bytes[textEnd - 1] == 's') {
      int token = tokenStart();
      part.set(bytes, token, textEnd);
      boolean millis = textEnd - token > 2 && bytes[textEnd - 2] == 'm';
      long nanos = part.decimal(millis ? 1_000_000L : 1_000_000_000L);
      if (nanos != Cursor.NONE && part.at == textEnd - (millis ? 2 : 1)) {
        duration = nanos;
        textEnd = trimmed(token);
      }
    }
    if (duration == Cursor.NONE) {
      glued();
    }
    heap();
    nameEnd = from;
    while (nameEnd < textEnd && !(bytes[nameEnd] == '(' && bytes[nameEnd - 1] == ' ')) {
      nameEnd++;
    }
  }

  /** Looks for a duration with other text behind it, {@code 3.000msServing request 17}. */
  private void glued() {
    int depth = 0;
    for (int at = from; at + SHORTEST_DURATION < textEnd; at++) {
      byte b = bytes[at];
      depth += b == '(' ? 1 : b == ')' ? -1 : 0;
      if (b == ' ' && depth == 0 && Cursor.isDigit(bytes[at + 1])) {
        part.set(bytes, at + 1, textEnd);
        long nanos = part.decimal(1_000_000L);
        boolean thousandths = part.at - at > 5 && bytes[part.at - 4] == '.';
        if (nanos != Cursor.NONE && thousandths && part.skip(MILLIS)) {
          duration = nanos;
          textEnd = trimmed(at);
          return;
        }
      }
    }
  }

  private void heap() {
    int token = tokenStart();
    part.set(bytes, token, textEnd);
    long first = size();
    share();
    if (first == Cursor.NONE || !(part.skip(ARROW) || part.skip(ESCAPED_ARROW))) {
      return;
    }
    long second = size();
    int behind = part.at;
    share();
    if (second != Cursor.NONE && part.at == textEnd) {
      before = first;
      after = second;
      textEnd = trimmed(token);
      part.at = behind;
      committed = part.skip('(') ? part.size() : Cursor.NONE;
    }
  }

  /** A size, which GraalVM native images print with a fraction: {@code 3.30M}. */
  private long size() {
    int start = part.at;
    long whole = part.size();
    if (whole != Cursor.NONE) {
      return whole;
    }
    part.at = start;
    long hundredths = part.decimal(100);
    int unit = part.at;
    part.at = start;
    boolean fraction = part.digits() != Cursor.NONE && part.skip('.');
    part.at = unit;
    int shift = fraction && unit < part.end ? "BKMGT".indexOf(part.bytes[unit]) * 10 : -1;
    if (shift < 0 || hundredths == Cursor.NONE || hundredths > LARGEST_HUNDREDTHS >> shift) {
      return Cursor.NONE;
    }
    part.at++;
    return (hundredths << shift) / 100;
  }

  /** Steps over {@code (96M)} or {@code (17%)}. */
  private void share() {
    if (part.skip('(')) {
      while (part.at < part.end && !part.skip(')')) {
        part.at++;
      }
    }
  }

  private int trimmed(int end) {
    int trimmed = end;
    while (trimmed > from && bytes[trimmed - 1] == ' ') {
      trimmed--;
    }
    return trimmed;
  }

  private int tokenStart() {
    int start = textEnd;
    while (start > from && bytes[start - 1] != ' ') {
      start--;
    }
    return start;
  }

  /** Whether this is the line that ends what it tells of, in full. */
  boolean ended() {
    return duration != Cursor.NONE;
  }

  /** Whether it should be such a line, but its duration cannot be read. */
  boolean garbled() {
    return duration == Cursor.NONE
        && textEnd - from > 2
        && bytes[textEnd - 1] == 's'
        && bytes[textEnd - 2] == 'm';
  }

  /** Nanoseconds, or {@link Cursor#NONE}. */
  long duration() {
    return duration;
  }

  /** Heap use at the start in bytes, or {@link Cursor#NONE}. */
  long before() {
    return before;
  }

  /** Heap use at the end in bytes, or {@link Cursor#NONE}. */
  long after() {
    return after;
  }

  /** Size of the heap at the end in bytes, or {@link Cursor#NONE}. */
  long committed() {
    return committed;
  }

  /** Whether it says that there was no room to copy to; asked after {@link #lastGroup()}. */
  boolean evacuationFailed() {
    return evacuationFailed;
  }

  /**
   * What kind of pause it is: its name, and how G1 calls its young collections.
   *
   * @param group what {@link #firstGroup()} has just answered
   */
  String kind(String name, String group) {
    return CollectorName.G1_KINDS.contains(group) ? names.of(bytes, from, part.at) : name;
  }

  /** What it tells of, without the groups in parentheses: {@code Pause Young}. */
  String name() {
    return names.of(bytes, from, trimmed(nameEnd));
  }

  /** First group in parentheses, {@code Normal}; empty without one. */
  String firstGroup() {
    part.set(bytes, nameEnd, textEnd);
    return group();
  }

  /**
   * Last group in parentheses: the cause where the line has one. What JDK 22 and later append about
   * evacuation failures is none.
   */
  String lastGroup() {
    String last = "";
    part.set(bytes, nameEnd, textEnd);
    while (part.at < part.end) {
      boolean failure = part.at(FAILURE);
      evacuationFailed |= failure && !part.at(PINNED_ONLY);
      String group = group();
      if (group.isEmpty()) {
        break;
      }
      last = failure ? last : group;
      part.spaces();
    }
    return last;
  }

  private String group() {
    int start = part.at + 1;
    int depth = 0;
    for (; part.at < part.end; part.at++) {
      byte b = bytes[part.at];
      if (b == '(') {
        depth++;
      } else if (b == ')' && --depth == 0) {
        part.at++;
        return names.of(bytes, start, part.at - 1);
      } else if (depth == 0) {
        break;
      }
    }
    return "";
  }
}
