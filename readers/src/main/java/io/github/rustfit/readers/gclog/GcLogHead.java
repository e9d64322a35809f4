package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.legacy.LegacyLine;
import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.wrapping.Unwrapper;
import io.github.rustfit.readers.lines.LineScanner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Tells whether content is a GC log: by its first bytes, or by looking further. */
final class GcLogHead {

  private static final byte[] JFR = {'F', 'L', 'R', 0};
  private static final byte[] PAUSE = Cursor.ascii("Pause ");
  private static final byte[][] SOURCE = {
    Cursor.ascii("package "), Cursor.ascii("import "), Cursor.ascii("/*"), Cursor.ascii("//")
  };

  private boolean found;

  private GcLogHead() {}

  /** Whether any line of this head is of a GC log. */
  static boolean claims(byte[] head) {
    if (!text(head)) {
      return false;
    }
    try {
      return found(new ByteArrayInputStream(head), head.length + 1);
    } catch (IOException e) {
      throw new UncheckedIOException("reading memory does not fail", e);
    }
  }

  /** Whether any line of this content is of a GC log. */
  static boolean claims(InputStream content) throws IOException {
    return found(content, LineScanner.BUFFER_BYTES);
  }

  /** Whether what begins like this may hold lines of a log further on. */
  static boolean text(byte[] head) {
    Cursor start = new Cursor();
    start.set(head, 0, head.length);
    return !start.at(JFR) && !source(start);
  }

  private static boolean found(InputStream content, int longest) throws IOException {
    LineScanner scanner = new LineScanner(Utf16Stream.decoded(content), longest);
    GcLogHead head = new GcLogHead();
    UnifiedLine line = new UnifiedLine();
    Unwrapper unwrapper =
        new Unwrapper(
            GcLogHead::line,
            (bytes, from, to, source, clock) -> head.found |= any(line, bytes, from, to));
    while (!head.found && scanner.next()) {
      unwrapper.take(scanner.bytes(), scanner.from(), scanner.to());
    }
    return head.found;
  }

  /** Whether a line of a GC log begins here, with nothing in front of it. */
  static boolean line(byte[] bytes, int from, int to) {
    if (from == to) {
      return false;
    }
    byte first = bytes[from];
    if (first == '[' || first == 'G' || first == 'U') {
      return any(new UnifiedLine(), bytes, from, to);
    }
    boolean legacy = first == '{' || first == 'T' || first == 'A' || first == 'C' || first == ' ';
    return (legacy || Cursor.isDigit(first)) && LegacyLine.matches(bytes, from, to);
  }

  /** Whether lines of a JVM may begin with this one. */
  static boolean opens(byte[] bytes, int from, int to) {
    return line(bytes, from, to) || LegacyLine.heading(bytes, from, to);
  }

  private static boolean any(UnifiedLine line, byte[] bytes, int from, int to) {
    line.parse(bytes, from, to);
    return unified(line) || LegacyLine.matches(bytes, from, to);
  }

  /** Tests and documents quote GC logs; Java source is never one. */
  private static boolean source(Cursor text) {
    text.spaces();
    for (byte[] opening : SOURCE) {
      if (text.at(opening)) {
        return true;
      }
    }
    return false;
  }

  private static boolean unified(UnifiedLine line) {
    return line.unmistakable()
        || (line.collection() != Cursor.NONE && line.message.at(PAUSE))
        || JvmLines.collector(line.message) != null;
  }
}
