package io.github.rustfit.readers.jfr.format;

/**
 * Numbers of seven bits a byte, eight bytes at a time, the first byte lowest: the byte whose
 * highest bit is not set ends a number.
 */
final class Septets {

  private static final long HIGHEST_BITS = 0x8080808080808080L;

  private Septets() {}

  /** The highest bits of the bytes that end a number. */
  static long ends(long word) {
    return ~word & HIGHEST_BITS;
  }

  /** How many bytes there are up to the n-th of these {@link #ends}, with it. */
  static int endOf(int n, long ends) {
    long left = ends;
    for (int i = 1; i < n; i++) {
      left &= left - 1;
    }
    return (Long.numberOfTrailingZeros(left) >>> 3) + 1;
  }

  /** Closes the gaps of one bit between the bytes of a number. */
  static long joined(long bytes) {
    long result = bytes & ~HIGHEST_BITS;
    result = result & 0x007f007f007f007fL | (result & 0x7f007f007f007f00L) >>> 1;
    result = result & 0x00003fff00003fffL | (result & 0x3fff00003fff0000L) >>> 2;
    return result & 0x000000000fffffffL | (result & 0x0fffffff00000000L) >>> 4;
  }
}
