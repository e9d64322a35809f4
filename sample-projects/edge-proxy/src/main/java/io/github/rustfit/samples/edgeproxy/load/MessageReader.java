package io.github.rustfit.samples.edgeproxy.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads HTTP messages with bodies of a known length from a stream and skips their bodies. */
final class MessageReader {
  private static final String LENGTH = "content-length:";
  private static final int MAX_LINE = 8 * 1024;

  private final InputStream in;
  private final byte[] line = new byte[MAX_LINE];
  private String startLine = "";

  MessageReader(InputStream in) {
    this.in = in;
  }

  /** Reads the next message to its end. Returns false when the stream has ended before it. */
  boolean next() throws IOException {
    int first = line();
    if (first < 0) {
      return false;
    }
    startLine = text(first);
    long length = 0;
    for (int count = line(); count > 0; count = line()) {
      String header = text(count);
      if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Long.parseLong(header.substring(LENGTH.length()).strip());
      }
    }
    in.skipNBytes(length);
    return true;
  }

  /** The first line of the message read last. */
  String startLine() {
    return startLine;
  }

  private String text(int count) {
    return new String(line, 0, count, StandardCharsets.US_ASCII);
  }

  /** Reads a line without its end; returns its length, or -1 at the end of the stream. */
  private int line() throws IOException {
    int count = 0;
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return -1;
      }
      if (b != '\r') {
        line[count++] = (byte) b;
      }
    }
    return count;
  }
}
