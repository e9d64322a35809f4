package io.github.rustfit.readers.gclog.wrapping;

import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.text.Instants;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes off what stands around the lines of a log: the prefixes and time stamps of {@code kubectl},
 * {@code stern}, {@code docker compose}, the CRI, syslog and the journal, JSON with the message in
 * a field, fields between commas, quotation marks, colours. One may stand inside another. A line
 * without any passes as it is. Not thread-safe.
 */
public final class Unwrapper {

  /** Deeper wrappings are none. */
  private static final int DEEPEST = 6;

  private static final int LONGEST_PREFIX = 256;
  private static final int MOST_NAMES = 1024;
  private static final int LONGEST_PARTIAL = 64 * 1024;
  private static final int DATE_AND_TIME = 19;

  private static final byte ESCAPE = 0x1b;
  private static final byte[] POD = Cursor.ascii("pod/");
  private static final byte[][] CRI = {Cursor.ascii("stdout "), Cursor.ascii("stderr ")};
  private static final byte[][] CLOUD_FOUNDRY = {Cursor.ascii("OUT "), Cursor.ascii("ERR ")};
  private static final byte[] FILE_STARTS = Cursor.ascii("==> ");
  private static final byte[] FILE_ENDS = Cursor.ascii(" <==");

  private final LineStart start;
  private final Lines lines;
  private final Cursor text = new Cursor();
  private final JsonLine json = new JsonLine();
  private final DelimitedLine delimited = new DelimitedLine();
  private final Syslog syslog = new Syslog();
  private final FieldLayout layout;

  /** Prefixes of one or two words that GC lines were seen behind. */
  private final Set<String> names = new HashSet<>();

  /** Beginnings of lines that were delivered in parts. */
  private final Map<String, byte[]> partials = new HashMap<>();

  private String file = "";
  private boolean quoted;
  private String quotedSource = "";
  private long quotedClock = Cursor.NONE;

  /**
   * Gives all lines to one taker.
   *
   * @param start tells where a line of a GC log begins
   */
  public Unwrapper(LineStart start, Lines lines) {
    this.start = start;
    this.lines = lines;
    this.layout = new FieldLayout(start);
  }

  /** Takes the next line. */
  public void take(byte[] bytes, int from, int to) {
    if (quoted) {
      goesOn(bytes, from, to);
    } else if (BareLine.is(bytes, from, to)) {
      lines.line(bytes, from, to, file, Cursor.NONE);
    } else {
      peel(bytes, from, to, file, Cursor.NONE, 0);
    }
  }

  private void peel(byte[] bytes, int from, int to, String source, long clock, int depth) {
    if (from >= to || depth == DEEPEST) {
      lines.line(bytes, from, to, source, clock);
      return;
    }
    byte b = bytes[from];
    boolean peeled =
        switch (b) {
          case ESCAPE -> colours(bytes, from, to, source, clock, depth);
          case '{' -> json(bytes, from, to, source, clock, depth);
          case ' ' -> BareLine.key(bytes, from, to) && json(bytes, from, to, source, clock, depth);
          case '"' -> fields(bytes, from, to, layout.delimiter(), source, clock, depth);
          case '[' -> bracket(bytes, from, to, source, clock, depth);
          case '<' -> priority(bytes, from, to, source, clock, depth);
          case '=' -> fileStarts(bytes, from, to);
          default ->
              Cursor.isDigit(b)
                  ? instant(bytes, from, to, source, clock, depth)
                  : word(bytes, from, to, source, clock, depth);
        };
    if (!peeled) {
      lines.line(bytes, from, to, source, clock);
    }
  }

  private boolean colours(byte[] bytes, int from, int to, String source, long clock, int depth) {
    byte[] plain = new byte[to - from];
    int length = 0;
    for (int at = from; at < to; at++) {
      if (bytes[at] == ESCAPE && at + 1 < to && bytes[at + 1] == '[') {
        at += 2;
        while (at < to && (Cursor.isDigit(bytes[at]) || bytes[at] == ';')) {
          at++;
        }
      } else {
        plain[length++] = bytes[at];
      }
    }
    peel(plain, 0, length, source, clock, depth + 1);
    return true;
  }

  private boolean json(byte[] bytes, int from, int to, String source, long clock, int depth) {
    json.parse(bytes, from, to);
    String by = named(source, json.source());
    long time = later(clock, json.clock());
    byte[] message = json.message();
    List<byte[]> others = json.others().stream().filter(this::starts).toList();
    boolean told = false;
    if (message != null && (others.isEmpty() || starts(message))) {
      told = true;
      each(message, by, time, depth);
    } else {
      for (byte[] other : others) {
        told = true;
        each(other, by, time, depth);
      }
    }
    return told;
  }

  private boolean starts(byte[] line) {
    return start.here(line, 0, line.length);
  }

  /** Several lines that were shipped as one. */
  private void each(byte[] message, String source, long clock, int depth) {
    int from = 0;
    int end = message.length;
    while (end > 0 && (message[end - 1] == '\n' || message[end - 1] == '\r')) {
      end--;
    }
    while (from <= end) {
      int to = from;
      while (to < end && message[to] != '\n') {
        to++;
      }
      peel(
          message,
          from,
          to > from && message[to - 1] == '\r' ? to - 1 : to,
          source,
          clock,
          depth + 1);
      from = to + 1;
    }
  }

  private boolean fields(
      byte[] bytes, int from, int to, byte by, String source, long clock, int depth) {
    delimited.parse(bytes, from, to, by);
    List<byte[]> fields = List.copyOf(delimited.fields());
    boolean open = delimited.open();
    if (layout.heading(fields, by)) {
      return true;
    }
    int message = layout.message(fields, open);
    if (message < 0) {
      return false;
    }
    String writer = source;
    long time = clock;
    for (int i = 0; i < fields.size(); i++) {
      if (i != message) {
        writer = layout.source(i) ? named(writer, latin(fields.get(i))) : writer;
        text.set(fields.get(i), 0, fields.get(i).length);
        time = later(time, Instants.read(text));
      }
    }
    quoted = open && message == fields.size() - 1;
    quotedSource = writer;
    quotedClock = time;
    each(fields.get(message), writer, time, depth);
    return true;
  }

  /** A line inside of a quotation that began in an earlier one. */
  private void goesOn(byte[] bytes, int from, int to) {
    int end = DelimitedLine.closing(bytes, from, to);
    quoted = end == to;
    byte[] plain = DelimitedLine.plain(bytes, from, end);
    lines.line(plain, 0, plain.length, quotedSource, quotedClock);
  }

  /** {@code [pod/shop-6f9c/app] }, as {@code kubectl logs --prefix} prints it. */
  private boolean bracket(byte[] bytes, int from, int to, String source, long clock, int depth) {
    if (from + 1 < to && bytes[from + 1] == '{') {
      return json(bytes, from + 1, to, source, clock, depth);
    }
    int last = Math.min(to - 1, from + LONGEST_PREFIX);
    int close = from + 1;
    boolean path = false;
    while (close < last && bytes[close] != ']') {
      path |= bytes[close] == '/';
      close++;
    }
    if (close >= last || bytes[close + 1] != ' ') {
      return false;
    }
    text.set(bytes, from + 1, to);
    boolean pod = text.at(POD);
    int rest = close + 2;
    if (!pod && path) {
      text.set(bytes, rest, to);
      for (byte[] stream : CLOUD_FOUNDRY) {
        rest = text.skip(stream) ? text.at : rest;
      }
    }
    boolean decorated = rest + 1 < to && bytes[rest] == '[' && Cursor.isDigit(bytes[rest + 1]);
    if (!pod && !(start.here(bytes, rest, to) && (path || decorated))) {
      return false;
    }
    peel(bytes, rest, to, named(source, latin(bytes, from + 1, close)), clock, depth + 1);
    return true;
  }

  /** A time stamp that is not the JVM's: {@code 2026-11-28T19:00:00.123456789Z }. */
  private boolean instant(byte[] bytes, int from, int to, String source, long clock, int depth) {
    if (to - from <= DATE_AND_TIME || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
      return word(bytes, from, to, source, clock, depth);
    }
    boolean spaced = bytes[from + 10] == ' ';
    byte[] stamp = Arrays.copyOfRange(bytes, from, Math.min(to, from + 64));
    stamp[10] = spaced ? (byte) 'T' : stamp[10];
    text.set(stamp, 0, stamp.length);
    long time = Instants.read(text);
    int at = from + text.at;
    if (time == Cursor.NONE || at >= to) {
      return false;
    }
    long known = later(clock, time);
    byte behind = bytes[at];
    if (behind == ',' || behind == ';' || behind == '\t') {
      return fields(bytes, from, to, behind, source, clock, depth);
    }
    if (behind != ' ' || (spaced && !start.here(bytes, at + 1, to))) {
      return false;
    }
    text.set(bytes, at + 1, to);
    for (byte[] stream : CRI) {
      if (text.skip(stream)) {
        return cri(bytes, text.at, to, named(source, ""), known, depth);
      }
    }
    int message = syslog.behindName(bytes, at + 1, to);
    if (message >= 0) {
      peel(bytes, message, to, named(source, syslog.source()), known, depth + 1);
    } else {
      peel(bytes, at + 1, to, source, known, depth + 1);
    }
    return true;
  }

  /** {@code F } in front of a line or its last part, {@code P } of another. */
  private boolean cri(byte[] bytes, int from, int to, String source, long clock, int depth) {
    if (to - from < 2 || bytes[from + 1] != ' ') {
      return false;
    }
    byte[] before = partials.remove(source);
    byte[] part = Arrays.copyOfRange(bytes, from + 2, to);
    if (before != null) {
      byte[] both = Arrays.copyOf(before, before.length + part.length);
      System.arraycopy(part, 0, both, before.length, part.length);
      part = both;
    }
    if (bytes[from] == 'P' && part.length < LONGEST_PARTIAL && partials.size() < MOST_NAMES) {
      partials.put(source, part);
    } else {
      peel(part, 0, part.length, source, clock, depth + 1);
    }
    return true;
  }

  /** {@code <14>} of syslog. */
  private boolean priority(byte[] bytes, int from, int to, String source, long clock, int depth) {
    text.set(bytes, from + 1, to);
    if (text.digits() == Cursor.NONE || !text.skip('>')) {
      return false;
    }
    int at = text.at;
    boolean versioned = text.digits() == 1 && text.skip(' ');
    if (versioned) {
      at = text.at;
      long time = Instants.read(text);
      int message = text.skip(' ') ? syslog.behindHeading(bytes, text.at, to) : -1;
      if (time != Cursor.NONE && message >= 0) {
        peel(bytes, message, to, named(source, syslog.source()), later(clock, time), depth + 1);
        return true;
      }
    }
    peel(bytes, at, to, source, clock, depth + 1);
    return true;
  }

  /** {@code ==> gc-1.log <==}, as {@code tail} prints it between files. */
  private boolean fileStarts(byte[] bytes, int from, int to) {
    text.set(bytes, from, to);
    int end = to - FILE_ENDS.length;
    if (!text.skip(FILE_STARTS) || end <= text.at) {
      return false;
    }
    int name = text.at;
    text.at = end;
    if (!text.at(FILE_ENDS)) {
      return false;
    }
    file = latin(bytes, name, end);
    return true;
  }

  /** A name in front: {@code app-1 | }, {@code pod container }, {@code gc.log:}. */
  private boolean word(byte[] bytes, int from, int to, String source, long clock, int depth) {
    int date = syslog.behindDate(bytes, from, to);
    if (date >= 0) {
      int message = syslog.behindName(bytes, date, to);
      if (message >= 0) {
        peel(bytes, message, to, named(source, syslog.source()), clock, depth + 1);
      } else {
        peel(bytes, date, to, source, clock, depth + 1);
      }
      return true;
    }
    int last = Math.min(to, from + LONGEST_PREFIX);
    boolean letter = false;
    int words = 0;
    for (int at = from; at < last; at++) {
      byte b = bytes[at];
      if (b == '\t' && fields(bytes, from, to, b, source, clock, depth)) {
        return true;
      }
      if (b == ' ' || b == '\t' || b == ':') {
        if (!letter) {
          return false;
        }
        int behind = at + 1;
        while (behind < to && bytes[behind] == ' ') {
          behind++;
        }
        if (behind < to && bytes[behind] == '|') {
          behind += behind + 1 < to && bytes[behind + 1] == ' ' ? 2 : 1;
          peel(bytes, behind, to, named(source, latin(bytes, from, at)), clock, depth + 1);
          return true;
        }
        words++;
        if (named(bytes, from, at + 1, to)) {
          peel(bytes, at + 1, to, named(source, latin(bytes, from, at)), clock, depth + 1);
          return true;
        }
        if (words == 3) {
          return false;
        }
        letter = false;
      } else if (b == ',' || b == ';') {
        return fields(bytes, from, to, b, source, clock, depth);
      } else if (b >= 'a' && b <= 'z') {
        letter = true;
      } else if (!nameByte(b)) {
        return false;
      }
    }
    return false;
  }

  private static boolean nameByte(byte b) {
    return Cursor.isDigit(b)
        || b >= 'A' && b <= 'Z'
        || b == '-'
        || b == '_'
        || b == '.'
        || b == '/'
        || b == '@';
  }

  /** Whether what ends here is a name that stands in front of lines. */
  private boolean named(byte[] bytes, int from, int end, int to) {
    String name = latin(bytes, from, end);
    if (names.contains(name)) {
      return true;
    }
    text.set(bytes, end, to);
    int at = end;
    if (to - end > DATE_AND_TIME && Instants.read(text) != Cursor.NONE && text.skip(' ')) {
      at = text.at;
    }
    boolean line = at < to && (bytes[at] == '[' || Cursor.isDigit(bytes[at]));
    return line && start.here(bytes, at, to) && names.size() < MOST_NAMES && names.add(name);
  }

  private static String named(String source, String name) {
    return source.isEmpty() || name.isEmpty() ? source + name : source + " " + name;
  }

  private static long later(long clock, long inner) {
    return inner == Cursor.NONE ? clock : inner;
  }

  private static String latin(byte[] bytes) {
    return latin(bytes, 0, bytes.length);
  }

  private static String latin(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
