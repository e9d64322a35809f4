package io.github.rustfit.samples.edgeworker.image;

import java.util.Arrays;

/** Collects bits in memory that is kept from picture to picture. */
final class BitWriter {
  private static final int FIRST_BYTES = 64 * 1024;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int length;
  private long pending;
  private int pendingBits;

  void clear() {
    length = 0;
    pending = 0;
    pendingBits = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Adds up to 16 bits of entropy-coded data, the highest first. */
  void write(int value, int bits) {
    pending = pending << bits | value;
    pendingBits += bits;
    while (pendingBits >= Byte.SIZE) {
      pendingBits -= Byte.SIZE;
      stuffed((int) (pending >>> pendingBits));
    }
  }

  /** Fills the last byte up with ones. */
  void flushBits() {
    if (pendingBits > 0) {
      int missing = Byte.SIZE - pendingBits;
      write((1 << missing) - 1, missing);
    }
  }

  /** In entropy-coded data a byte of ones is followed by a byte of zeros. */
  private void stuffed(int value) {
    writeByte(value);
    if ((value & 0xFF) == 0xFF) {
      writeByte(0);
    }
  }

  void writeByte(int value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = (byte) value;
  }

  void writeShort(int value) {
    writeByte(value >> Byte.SIZE);
    writeByte(value);
  }
}
