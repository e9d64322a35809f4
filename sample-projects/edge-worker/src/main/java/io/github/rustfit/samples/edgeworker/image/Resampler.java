package io.github.rustfit.samples.edgeworker.image;

import java.util.Arrays;

/**
 * Scales one colour of a picture down, row by row: first over the columns, since that is the loop
 * over a whole row that the JIT compiler turns into vector instructions, then along the few rows
 * that are left. Memory is that of a few rows.
 */
final class Resampler {
  private static final int HALF = Lanczos.ONE / 2;

  private final Lanczos across;
  private final Lanczos down;
  private final int[][] sums;
  private int next;

  /**
   * Prepares for a picture.
   *
   * @param across from the width of the picture to that of the result
   * @param down from the height of the picture to that of the result
   */
  Resampler(Lanczos across, Lanczos down, int width) {
    this.across = across;
    this.down = down;
    this.sums = new int[overlap(down)][width];
    for (int[] sum : sums) {
      Arrays.fill(sum, HALF);
    }
  }

  /** How many rows of the result a row of the picture contributes to, at most. */
  private static int overlap(Lanczos down) {
    int most = 1;
    int[] starts = down.starts();
    for (int first = 0, last = 0; last < starts.length; last++) {
      while (starts[first] + down.taps() <= starts[last]) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /** Adds a row of the picture; rows come from the top. */
  void add(int row, int[] values) {
    int[] starts = down.starts();
    for (int result = next; result < starts.length && starts[result] <= row; result++) {
      int tap = row - starts[result];
      if (tap < down.taps()) {
        accumulate(sums[result % sums.length], values, down.weights()[result * down.taps() + tap]);
      }
    }
  }

  private static void accumulate(int[] sum, int[] values, int weight) {
    for (int x = 0; x < sum.length; x++) {
      sum[x] += values[x] * weight;
    }
  }

  /** Whether the next row of the result is complete once that row of the picture has been added. */
  boolean complete(int row) {
    return next < down.starts().length && down.starts()[next] + down.taps() <= row + 1;
  }

  /** Moves on to the next row of the result and writes the complete one, values from 0 to 255. */
  void take(int[] result) {
    int[] sum = sums[next % sums.length];
    for (int x = 0; x < sum.length; x++) {
      sum[x] = clamp(sum[x] >> Lanczos.BITS);
    }
    int[] starts = across.starts();
    int[] weights = across.weights();
    int taps = across.taps();
    for (int x = 0; x < starts.length; x++) {
      result[x] = clamp(weighted(sum, starts[x], weights, x * taps, taps) >> Lanczos.BITS);
    }
    Arrays.fill(sum, HALF);
    next++;
  }

  private static int weighted(int[] values, int from, int[] weights, int at, int taps) {
    int sum = HALF;
    for (int tap = 0; tap < taps; tap++) {
      sum += values[from + tap] * weights[at + tap];
    }
    return sum;
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }
}
