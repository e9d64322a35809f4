package io.github.rustfit.samples.edgeworker.image;

/**
 * The discrete cosine transform of a block in whole numbers, after C. Loeffler, A. Ligtenberg and
 * G. Moschytz, "Practical Fast 1-D DCT Algorithms with 11 Multiplications" (ICASSP 1989).
 */
final class Dct {
  /** Rows and columns of a block. */
  static final int SIZE = 8;

  private static final int BITS = 13;
  private static final int PASS_BITS = 2;

  // cosines and their sums, times 8,192
  private static final int C_0_298631336 = 2446;
  private static final int C_0_390180644 = 3196;
  private static final int C_0_541196100 = 4433;
  private static final int C_0_765366865 = 6270;
  private static final int C_0_899976223 = 7373;
  private static final int C_1_175875602 = 9633;
  private static final int C_1_501321110 = 12299;
  private static final int C_1_847759065 = 15137;
  private static final int C_1_961570560 = 16069;
  private static final int C_2_053119869 = 16819;
  private static final int C_2_562915447 = 20995;
  private static final int C_3_072711026 = 25172;

  private Dct() {}

  /** Replaces samples from -128 to 127 by their coefficients, eight times as large. */
  static void transform(int[] block) {
    for (int row = 0; row < SIZE * SIZE; row += SIZE) {
      pass(block, row, 1, -PASS_BITS, BITS - PASS_BITS);
    }
    for (int column = 0; column < SIZE; column++) {
      pass(block, column, SIZE, PASS_BITS, BITS + PASS_BITS);
    }
  }

  private static void pass(int[] d, int at, int step, int evenShift, int shift) {
    int s0 = d[at] + d[at + 7 * step];
    int s7 = d[at] - d[at + 7 * step];
    int s1 = d[at + step] + d[at + 6 * step];
    int s6 = d[at + step] - d[at + 6 * step];
    int s2 = d[at + 2 * step] + d[at + 5 * step];
    int s5 = d[at + 2 * step] - d[at + 5 * step];
    int s3 = d[at + 3 * step] + d[at + 4 * step];
    int s4 = d[at + 3 * step] - d[at + 4 * step];

    int e0 = s0 + s3;
    int e3 = s0 - s3;
    int e1 = s1 + s2;
    int e2 = s1 - s2;
    d[at] = scaled(e0 + e1, evenShift);
    d[at + 4 * step] = scaled(e0 - e1, evenShift);
    int turn = (e2 + e3) * C_0_541196100;
    d[at + 2 * step] = scaled(turn + e3 * C_0_765366865, shift);
    d[at + 6 * step] = scaled(turn - e2 * C_1_847759065, shift);

    int z5 = (s4 + s6 + s5 + s7) * C_1_175875602;
    int z1 = -(s4 + s7) * C_0_899976223;
    int z2 = -(s5 + s6) * C_2_562915447;
    int z3 = z5 - (s4 + s6) * C_1_961570560;
    int z4 = z5 - (s5 + s7) * C_0_390180644;
    d[at + 7 * step] = scaled(s4 * C_0_298631336 + z1 + z3, shift);
    d[at + 5 * step] = scaled(s5 * C_2_053119869 + z2 + z4, shift);
    d[at + 3 * step] = scaled(s6 * C_3_072711026 + z2 + z3, shift);
    d[at + step] = scaled(s7 * C_1_501321110 + z1 + z4, shift);
  }

  private static int scaled(int value, int shift) {
    return shift < 0 ? value << -shift : value + (1 << shift - 1) >> shift;
  }
}
