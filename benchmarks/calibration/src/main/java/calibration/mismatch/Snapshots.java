package calibration.mismatch;

import calibration.Kernel;
import calibration.Lcg;
import java.util.Arrays;

/** Where pages of two snapshots differ first, and copies of those that do. */
public final class Snapshots implements Kernel {

  private static final int PAGE = 2048;
  private static final int PAGES = 1024;

  private final byte[][] before = new byte[PAGES][PAGE];
  private final byte[][] after = new byte[PAGES][];

  /** Makes two snapshots that differ in one page of four. */
  public Snapshots() {
    Lcg random = new Lcg(17);
    for (int i = 0; i < PAGES; i++) {
      for (int j = 0; j < PAGE; j++) {
        before[i][j] = (byte) random.below(256);
      }
      after[i] = before[i].clone();
      if (random.below(4) == 0) {
        after[i][random.below(PAGE)] ^= 1;
      }
    }
  }

  @Override
  public long run() {
    long sum = 0;
    for (int i = 0; i < PAGES; i++) {
      int at = Arrays.mismatch(before[i], after[i]);
      if (at >= 0) {
        byte[] copy = Arrays.copyOf(after[i], PAGE);
        sum = sum * 31 + at + copy[at];
      }
    }
    return sum;
  }
}
