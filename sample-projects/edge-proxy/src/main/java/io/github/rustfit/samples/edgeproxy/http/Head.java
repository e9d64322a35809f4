package io.github.rustfit.samples.edgeproxy.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The first line and the headers of an HTTP/1.1 message (RFC 9112), parsed where they lie. Made for
 * one message after the other, so that parsing allocates nothing. Refuses what proxies have been
 * tricked with: folded lines, bare line feeds, space before a colon, two lengths.
 */
public final class Head {
  private static final int MAX_HEADERS = 100;
  private static final int NONE = -1;
  private static final int FIELDS = 3;
  private static final byte[] CONTENT_LENGTH = name("content-length");
  private static final byte[] TRANSFER_ENCODING = name("transfer-encoding");

  private final int[] fields = new int[MAX_HEADERS * FIELDS];
  private byte[] bytes = {};
  private int start;
  private int startLineEnd;
  private int count;
  private int scanned;
  private long contentLength;

  static byte[] name(String lowerCase) {
    return lowerCase.getBytes(StandardCharsets.US_ASCII);
  }

  /** Forgets the message, to begin with the next one. */
  public void clear() {
    count = 0;
    scanned = 0;
    contentLength = NONE;
  }

  /**
   * Parses the head at the buffer's position and moves the position behind it.
   *
   * @param in has an array; must keep what lies before its position until the head was used
   * @return false if the head is not complete yet
   * @throws BadMessageException if it must not be forwarded
   */
  public boolean parse(ByteBuffer in) throws BadMessageException {
    bytes = in.array();
    start = in.arrayOffset() + in.position();
    int limit = in.arrayOffset() + in.limit();
    int end = end(start + scanned, limit);
    if (end == NONE) {
      scanned = Math.max(0, limit - start - FIELDS);
      return false;
    }
    startLineEnd = lineEnd(start, end);
    count = 0;
    contentLength = NONE;
    for (int line = startLineEnd + 2; line < end - 2; line = lineEnd(line, end) + 2) {
      header(line, lineEnd(line, end));
    }
    in.position(end - in.arrayOffset());
    return true;
  }

  /** Where the empty line ends, or {@link #NONE}. */
  private int end(int from, int limit) {
    for (int at = from; at + 3 < limit; at++) {
      if (bytes[at] == '\r' && bytes[at + 1] == '\n' && bytes[at + 2] == '\r') {
        return at + 4;
      }
    }
    return NONE;
  }

  private int lineEnd(int from, int limit) {
    int at = from;
    while (at < limit && bytes[at] != '\r') {
      at++;
    }
    return at;
  }

  private void header(int from, int to) throws BadMessageException {
    int colon = from;
    while (colon < to && Ascii.isToken(bytes[colon])) {
      colon++;
    }
    if (colon == from || colon == to || bytes[colon] != ':' || bytes[to + 1] != '\n') {
      throw new BadMessageException(400, "malformed header");
    }
    for (int at = colon + 1; at < to; at++) {
      if (!Ascii.isText(bytes[at])) {
        throw new BadMessageException(400, "malformed header");
      }
    }
    if (count == MAX_HEADERS) {
      throw new BadMessageException(431, "too many headers");
    }
    fields[count * FIELDS] = from;
    fields[count * FIELDS + 1] = colon;
    fields[count * FIELDS + 2] = to;
    if (is(count, TRANSFER_ENCODING)) {
      throw new BadMessageException(501, "only bodies of a known length are forwarded");
    }
    if (is(count, CONTENT_LENGTH)) {
      length(colon + 1, to);
    }
    count++;
  }

  private void length(int from, int to) throws BadMessageException {
    long value = 0;
    int digits = 0;
    for (int at = from; at < to; at++) {
      if (bytes[at] == ' ' && (digits == 0 || at == to - 1)) {
        continue;
      }
      if (bytes[at] < '0' || bytes[at] > '9' || ++digits > 18) {
        throw new BadMessageException(400, "malformed Content-Length");
      }
      value = value * 10 + bytes[at] - '0';
    }
    if (digits == 0 || contentLength != NONE) {
      throw new BadMessageException(400, "malformed Content-Length");
    }
    contentLength = value;
  }

  /** The declared length of the body; -1 if none is. */
  public long contentLength() {
    return contentLength;
  }

  /** Whether the first line begins with those bytes. */
  boolean startsWith(byte[] word) {
    for (int i = 0; i < word.length; i++) {
      if (start + i >= startLineEnd || bytes[start + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the first line ends with those bytes. */
  boolean endsWith(byte[] word) {
    int from = startLineEnd - word.length;
    for (int i = 0; i < word.length; i++) {
      if (from < start || bytes[from + i] != word[i]) {
        return false;
      }
    }
    return true;
  }

  /** The digit of the first line that is that many bytes behind its beginning. */
  int digit(int at) {
    return start + at < startLineEnd ? bytes[start + at] - '0' : NONE;
  }

  int count() {
    return count;
  }

  boolean is(int header, byte[] lowerCase) {
    return Ascii.matches(bytes, fields[header * FIELDS], fields[header * FIELDS + 1], lowerCase);
  }

  /** Copies the first line with its end. */
  void copyStartLine(ByteBuffer out) {
    out.put(bytes, start, startLineEnd + 2 - start);
  }

  /** Copies a header with its end. */
  void copy(int header, ByteBuffer out) {
    int from = fields[header * FIELDS];
    out.put(bytes, from, fields[header * FIELDS + 2] + 2 - from);
  }

  /** Copies the value of a header, without the colon before it. */
  void copyValue(int header, ByteBuffer out) {
    int from = fields[header * FIELDS + 1] + 1;
    out.put(bytes, from, fields[header * FIELDS + 2] - from);
  }
}
