package io.github.rustfit.readers.pprof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The fields of one message in the wire format of protocol buffers, one after the other. Nothing is
 * trusted: every length is compared with the bytes that are there. Not thread-safe.
 */
final class Message {

  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  private static final int LONGEST_VARINT = 10;

  private final byte[] content;
  private final int end;
  private final long offset;
  private int next;
  private int field;
  private int type;
  private long number;
  private int from;
  private int to;

  /**
   * @param offset where the bytes stand in the content
   */
  Message(byte[] content, long offset) {
    this(content, 0, content.length, offset);
  }

  private Message(byte[] content, int from, int to, long offset) {
    this.content = content;
    this.next = from;
    this.end = to;
    this.offset = offset;
  }

  /** Moves to the next field and says whether there is one. */
  boolean next() throws WireException {
    if (next == end) {
      return false;
    }
    int start = next;
    long tag = varint();
    field = (int) Math.min(tag >>> 3, Integer.MAX_VALUE);
    type = (int) tag & 7;
    if (field == 0) {
      throw new WireException("a field numbered 0", offset + start);
    }
    switch (type) {
      case VARINT -> number = varint();
      case FIXED64 -> skip(8, start);
      case FIXED32 -> skip(4, start);
      case BYTES -> skip(varint(), start);
      default -> throw new WireException("a field of unknown type " + type, offset + start);
    }
    return true;
  }

  private void skip(long length, int start) throws WireException {
    if (length < 0 || length > end - next) {
      throw new WireException(
          "a field of "
              + Long.toUnsignedString(length)
              + " bytes, of which there are "
              + (end - next),
          offset + start,
          true);
    }
    from = next;
    next += (int) length;
    to = next;
  }

  private long varint() throws WireException {
    long value = 0;
    int start = next;
    for (int shift = 0; next < end && next - start < LONGEST_VARINT; shift += 7) {
      byte b = content[next++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new WireException("a number that does not end", offset + start, next == end);
  }

  int field() {
    return field;
  }

  int type() {
    return type;
  }

  /** The value of a field of type {@link #VARINT}. */
  long number() throws WireException {
    expect(VARINT);
    return number;
  }

  /** The same as an index or a line; -1 when no int can hold it. */
  int index() throws WireException {
    long value = number();
    return value < 0 || value > Integer.MAX_VALUE ? -1 : (int) value;
  }

  /** The value of a field of type {@link #FIXED64}. */
  long fixed64() throws WireException {
    expect(FIXED64);
    long value = 0;
    for (int i = 7; i >= 0; i--) {
      value = value << 8 | content[from + i] & 0xff;
    }
    return value;
  }

  /** Number of bytes of a field of type {@link #BYTES}. */
  int length() throws WireException {
    expect(BYTES);
    return to - from;
  }

  /** The message in a field of type {@link #BYTES}. */
  Message message() throws WireException {
    expect(BYTES);
    return new Message(content, from, to, offset);
  }

  /** The text in a field of type {@link #BYTES}. */
  String text() throws WireException {
    expect(BYTES);
    return new String(content, from, to - from, StandardCharsets.UTF_8);
  }

  /** Adds the numbers of a repeated field, packed or not. */
  void numbers(Numbers all) throws WireException {
    if (type == VARINT) {
      all.add(number);
      return;
    }
    Message packed = message();
    while (packed.next < packed.end) {
      all.add(packed.varint());
    }
  }

  private void expect(int wanted) throws WireException {
    if (type != wanted) {
      throw new WireException("field " + field + " of type " + type, offset + next);
    }
  }

  /** Numbers of a repeated field. */
  static final class Numbers {
    private long[] values = new long[16];
    private int size;

    void clear() {
      size = 0;
    }

    private void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    int size() {
      return size;
    }

    /** The number at this index; 0 behind the last one. */
    long get(int index) {
      return index < size ? values[index] : 0;
    }
  }
}
