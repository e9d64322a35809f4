package io.github.rustfit.readers.jfr;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the primitive encodings of a chunk. No length is trusted: a count is checked against the
 * bytes that are left before anything of that size is made. Running off the end throws {@link
 * java.nio.BufferUnderflowException}.
 */
final class Cursor {
  private final ByteBuffer bytes;

  Cursor(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  int position() {
    return bytes.position();
  }

  /** Moves to a position; all following reads stay below {@code end}. */
  void window(int position, int end) {
    bytes.limit(end).position(position);
  }

  /** A number of one to nine bytes, seven bits in each of the first eight, the lowest first. */
  long number() {
    long result = 0;
    for (int shift = 0; shift < 56; shift += 7) {
      byte b = bytes.get();
      result |= (b & 0x7fL) << shift;
      if (b >= 0) {
        return result;
      }
    }
    return result | (bytes.get() & 0xffL) << 56;
  }

  /** How many things of at least one byte each follow. */
  int count() {
    long count = number();
    if (count < 0 || count > bytes.remaining()) {
      throw new DamagedException(
          "a length of " + count + " where " + bytes.remaining() + " bytes are left");
    }
    return (int) count;
  }

  void skip(int length) {
    bytes.position(Math.addExact(bytes.position(), length));
  }

  byte octet() {
    return bytes.get();
  }

  float real() {
    return bytes.getFloat();
  }

  double longReal() {
    return bytes.getDouble();
  }

  void skipText() {
    switch (bytes.get()) {
      case 0, 1 -> {}
      case 2 -> number();
      case 3, 5 -> skip(count());
      case 4 -> {
        for (int left = count(); left > 0; left--) {
          number();
        }
      }
      default -> throw new DamagedException("an unknown text encoding");
    }
  }

  /** A text, or null; {@code pool} holds those that are stored once. */
  @Nullable String text(LongFunction<@Nullable String> pool) {
    switch (bytes.get()) {
      case 0:
        return null;
      case 1:
        return "";
      case 2:
        return pool.apply(number());
      case 3:
        return new String(octets(), StandardCharsets.UTF_8);
      case 4:
        char[] chars = new char[count()];
        for (int i = 0; i < chars.length; i++) {
          chars[i] = (char) number();
        }
        return new String(chars);
      case 5:
        return new String(octets(), StandardCharsets.ISO_8859_1);
      default:
        throw new DamagedException("an unknown text encoding");
    }
  }

  private byte[] octets() {
    byte[] octets = new byte[count()];
    bytes.get(octets);
    return octets;
  }
}
