package calibration.lcs;

import calibration.Kernel;
import calibration.Lcg;

/** Longest common subsequence of two byte strings: dynamic programming by rows. */
public final class CommonSubsequence implements Kernel {

  private final byte[] left = text(1, 1200);
  private final byte[] right = text(2, 1100);

  private static byte[] text(long seed, int length) {
    Lcg random = new Lcg(seed);
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) ('a' + random.below(4));
    }
    return text;
  }

  @Override
  public long run() {
    int[] before = new int[right.length + 1];
    int[] row = new int[right.length + 1];
    for (byte a : left) {
      for (int j = 0; j < right.length; j++) {
        row[j + 1] = a == right[j] ? before[j] + 1 : Math.max(before[j + 1], row[j]);
      }
      int[] swap = before;
      before = row;
      row = swap;
    }
    return before[right.length];
  }
}
