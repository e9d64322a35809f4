package io.github.rustfit.readers.gclog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Turns UTF-16 into ASCII by keeping one byte of each pair: what PowerShell makes of a redirected
 * log. Other content passes unchanged.
 */
final class Utf16Stream extends FilterInputStream {

  private final byte[] pairs = new byte[64 * 1024];
  private final int asciiByte;

  private Utf16Stream(InputStream in, int asciiByte) {
    super(in);
    this.asciiByte = asciiByte;
  }

  /** The content as ASCII, if it starts like UTF-16; else unchanged. */
  static InputStream decoded(InputStream content) throws IOException {
    PushbackInputStream in = new PushbackInputStream(content, 2);
    byte[] mark = in.readNBytes(2);
    if (mark.length == 2 && (mark[0] & 0xff) == 0xff && (mark[1] & 0xff) == 0xfe) {
      return new Utf16Stream(in, 0);
    }
    if (mark.length == 2 && (mark[0] & 0xff) == 0xfe && (mark[1] & 0xff) == 0xff) {
      return new Utf16Stream(in, 1);
    }
    in.unread(mark);
    // Without the mark, as a log's tail or a part of it has it; text has no zero after its first.
    boolean unmarked = mark.length == 2 && mark[0] > 0 && mark[1] == 0;
    return unmarked ? new Utf16Stream(in, 0) : in;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.readNBytes(pairs, 0, Math.min(pairs.length, length * 2));
    int chars = read / 2;
    for (int i = 0; i < chars; i++) {
      target[offset + i] = pairs[2 * i + asciiByte];
    }
    return chars == 0 && length > 0 ? -1 : chars;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
