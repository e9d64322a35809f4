package io.github.rustfit.samples.edgeworker.image;

/** Divides coefficients by the steps of a quality. The tables are those of ITU-T T.81, annex K. */
final class Quantizer {
  /** Where the coefficients of a block stand, in the order in which they are written. */
  static final int[] ZIGZAG = {
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
  };

  private static final int[] LUMA = {
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
    92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99
  };

  private static final int[] CHROMA = {
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99
  };

  /** What {@link Dct} leaves the coefficients larger by. */
  private static final int DCT_SCALE = 8;

  private final int[] steps = new int[ZIGZAG.length];

  /** 2^32 / divisor, rounded up: multiplying by it is exact for coefficients below 2^16. */
  private final long[] reciprocals = new long[ZIGZAG.length];

  private Quantizer(int[] table, int quality) {
    int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Math.max(1, Math.min(255, (table[i] * scale + 50) / 100));
      long divisor = (long) steps[i] * DCT_SCALE;
      reciprocals[i] = ((1L << 32) + divisor - 1) / divisor;
    }
  }

  static Quantizer luma(int quality) {
    return new Quantizer(LUMA, quality);
  }

  static Quantizer chroma(int quality) {
    return new Quantizer(CHROMA, quality);
  }

  /** The step of the coefficient that is written as the n-th. */
  int step(int n) {
    return steps[ZIGZAG[n]];
  }

  /** Writes the quantized coefficients of a block in zigzag order. */
  void quantize(int[] block, int[] result) {
    for (int n = 0; n < result.length; n++) {
      int place = ZIGZAG[n];
      int coefficient = block[place];
      long size = Math.abs(coefficient) + steps[place] * (DCT_SCALE / 2);
      int quotient = (int) (size * reciprocals[place] >>> 32);
      result[n] = coefficient < 0 ? -quotient : quotient;
    }
  }
}
