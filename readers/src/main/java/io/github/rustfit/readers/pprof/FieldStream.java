package io.github.rustfit.readers.pprof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into the fields of its one message, each of bounded size. Not thread-safe. */
final class FieldStream {

  /** One sample, function or text; what is longer is no profile. */
  private static final int MAX_FIELD = 64 << 20;

  private static final int LONGEST_VARINT = 10;

  private final InputStream in;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream(32);
  private long offset;
  private long start;

  FieldStream(InputStream in) {
    this.in = in;
  }

  /**
   * The next field as a message of its own; an empty one at the end of the content.
   *
   * @throws WireException when the content ends within the field, or the field is none
   * @throws IOException when the stream fails
   */
  byte[] next() throws IOException, WireException {
    head.reset();
    start = offset;
    int first = in.read();
    if (first < 0) {
      return new byte[0];
    }
    long tag = varint(first);
    int type = (int) tag & 7;
    long length =
        switch (type) {
          case Message.VARINT -> {
            varint(in.read());
            yield 0;
          }
          case Message.FIXED64 -> 8;
          case Message.FIXED32 -> 4;
          case Message.BYTES -> varint(in.read());
          default -> throw new WireException("a field of unknown type " + type, start);
        };
    if (length < 0 || length > MAX_FIELD) {
      throw new WireException("a field of " + Long.toUnsignedString(length) + " bytes", start);
    }
    // Grows with what is there, whatever the length says.
    byte[] body = in.readNBytes((int) length);
    if (body.length < length) {
      throw new WireException("the content ends within a field", start, true);
    }
    offset += length;
    head.writeBytes(body);
    return head.toByteArray();
  }

  /** Where the field that was read last begins, in bytes. */
  long start() {
    return start;
  }

  private long varint(int first) throws IOException, WireException {
    long value = 0;
    int b = first;
    for (int count = 0; count < LONGEST_VARINT; count++) {
      if (b < 0) {
        throw new WireException("the content ends within a field", start, true);
      }
      offset++;
      head.write(b);
      value |= (long) (b & 0x7f) << (7 * count);
      if (b < 0x80) {
        return value;
      }
      b = in.read();
    }
    throw new WireException("a number that does not end", start);
  }
}
