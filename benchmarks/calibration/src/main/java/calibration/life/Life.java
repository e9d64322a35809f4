package calibration.life;

import calibration.Kernel;
import calibration.Lcg;

/** Conway's game of life, 64 cells in a long: bits, shifts and counts. */
public final class Life implements Kernel {

  private static final int WORDS = 8;
  private static final int ROWS = 512;

  private final long[][] start = new long[ROWS][WORDS];

  /** Makes the first generation. */
  public Life() {
    Lcg random = new Lcg(79);
    for (long[] row : start) {
      for (int i = 0; i < WORDS; i++) {
        row[i] = (long) random.below(1 << 30) << 32 | random.below(1 << 30);
      }
    }
  }

  @Override
  public long run() {
    long[][] cells = start;
    for (int i = 0; i < 10; i++) {
      cells = next(cells);
    }
    long sum = 0;
    for (long[] row : cells) {
      for (long word : row) {
        sum = sum * 31 + Long.bitCount(word);
      }
    }
    return sum;
  }

  private static long[][] next(long[][] cells) {
    long[][] next = new long[ROWS][WORDS];
    for (int r = 0; r < ROWS; r++) {
      for (int w = 0; w < WORDS; w++) {
        long ones = 0;
        long twos = 0;
        long fours = 0;
        for (int dr = -1; dr <= 1; dr++) {
          long[] row = cells[(r + dr + ROWS) % ROWS];
          long middle = row[w];
          long left = middle << 1 | row[(w + WORDS - 1) % WORDS] >>> 63;
          long right = middle >>> 1 | row[(w + 1) % WORDS] << 63;
          for (int k = 0; k < 3; k++) {
            long bits = k == 0 ? left : k == 1 ? right : dr == 0 ? 0 : middle;
            long carry = ones & bits;
            ones ^= bits;
            long more = twos & carry;
            twos ^= carry;
            fours |= more;
          }
        }
        next[r][w] = twos & ~fours & (ones | cells[r][w]);
      }
    }
    return next;
  }
}
