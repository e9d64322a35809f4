package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.legacy.LegacyLine;
import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.lines.LineScanner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Tells by its first bytes whether content is a GC log. */
final class GcLogHead {

  private static final byte[] JFR = {'F', 'L', 'R', 0};
  private static final byte[] PAUSE = Cursor.ascii("Pause ");
  private static final byte[][] SOURCE = {
    Cursor.ascii("package "), Cursor.ascii("import "), Cursor.ascii("/*"), Cursor.ascii("//")
  };

  private GcLogHead() {}

  /** Whether any line of this head is of a GC log. */
  static boolean claims(byte[] head) {
    Cursor start = new Cursor();
    start.set(head, 0, head.length);
    if (start.at(JFR) || source(start)) {
      return false;
    }
    try {
      LineScanner scanner =
          new LineScanner(Utf16Stream.decoded(new ByteArrayInputStream(head)), head.length + 1);
      UnifiedLine line = new UnifiedLine();
      while (scanner.next()) {
        line.parse(scanner.bytes(), scanner.from(), scanner.to());
        if (unified(line) || LegacyLine.matches(scanner.bytes(), scanner.from(), scanner.to())) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("reading memory does not fail", e);
    }
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
