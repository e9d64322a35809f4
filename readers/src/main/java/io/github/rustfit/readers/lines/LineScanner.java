package io.github.rustfit.readers.lines;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Cuts a stream into lines without copying them out of its buffer. A line that is longer than the
 * buffer is passed over, so memory is bounded whatever the content is. Not thread-safe.
 */
public final class LineScanner {

  /** Far beyond any GC line, so that what is passed over cannot be one. */
  public static final int BUFFER_BYTES = 256 * 1024;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long NEWLINES = '\n' * ONES;

  private final InputStream in;
  private final byte[] buffer;
  private int from;
  private int to;
  private int next;
  private int limit;
  private boolean ended;
  private boolean terminated;
  private long number;
  private long passedOver;
  private long bufferOffset;

  /** Passes over lines longer than {@link #BUFFER_BYTES}. */
  public LineScanner(InputStream in) {
    this(in, BUFFER_BYTES);
  }

  /** Passes over lines that do not fit into {@code bufferBytes}. */
  public LineScanner(InputStream in, int bufferBytes) {
    this.in = in;
    this.buffer = new byte[bufferBytes];
  }

  /**
   * Moves to the next line.
   *
   * @return whether there is one
   * @throws IOException when the stream fails
   */
  public boolean next() throws IOException {
    boolean tooLong = false;
    int scanned = next;
    while (true) {
      int newline = newline(scanned, limit);
      if (newline >= 0) {
        int start = next;
        next = newline + 1;
        number++;
        if (tooLong) {
          tooLong = false;
          passedOver++;
          scanned = next;
          continue;
        }
        line(start, newline, true);
        return true;
      }
      if (next == 0 && limit == buffer.length) {
        tooLong = true;
        bufferOffset += limit;
        limit = 0;
      }
      scanned = limit - next;
      if (!fill()) {
        if (tooLong || next == limit) {
          passedOver += tooLong ? 1 : 0;
          return false;
        }
        number++;
        line(next, limit, false);
        next = limit;
        return true;
      }
    }
  }

  private void line(int start, int end, boolean complete) {
    terminated = complete;
    from = start;
    to = end > start && buffer[end - 1] == '\r' ? end - 1 : end;
    // What copytruncate log rotation leaves behind.
    while (from < to && buffer[from] == 0) {
      from++;
    }
  }

  /** Moves the unread rest to the front and reads on behind it; false at the end. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    System.arraycopy(buffer, next, buffer, 0, limit - next);
    bufferOffset += next;
    limit -= next;
    next = 0;
    int read = in.read(buffer, limit, buffer.length - limit);
    ended = read < 0;
    limit += Math.max(0, read);
    return !ended;
  }

  private int newline(int start, int end) {
    int at = start;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      long different = (long) LONGS.get(buffer, at) ^ NEWLINES;
      if (((different - ONES) & ~different & HIGHS) != 0) {
        break;
      }
    }
    for (; at < end; at++) {
      if (buffer[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  /** The bytes that hold the line; valid until the next call of {@link #next()}. */
  public byte[] bytes() {
    return buffer;
  }

  /** Where the line starts in {@link #bytes()}. */
  public int from() {
    return from;
  }

  /** Where it ends, without the line break. */
  public int to() {
    return to;
  }

  /** Whether a line break follows; false only for the last line. */
  public boolean terminated() {
    return terminated;
  }

  /** Number of the line, from 1. */
  public long number() {
    return number;
  }

  /** How many lines were too long so far. */
  public long passedOver() {
    return passedOver;
  }

  /** Where the line starts in the content, in bytes. */
  public long offset() {
    return bufferOffset + from;
  }
}
