package calibration.groupcount;

import calibration.Kernel;
import calibration.Lcg;
import java.util.HashMap;
import java.util.Map;

/** Counts and sums by key. */
public final class GroupCount implements Kernel {

  private final int[] keys = new int[60_000];

  /** Makes the keys. */
  public GroupCount() {
    Lcg random = new Lcg(31);
    for (int i = 0; i < keys.length; i++) {
      keys[i] = random.below(20_000) * 37;
    }
  }

  @Override
  public long run() {
    Map<Integer, Integer> counts = new HashMap<>();
    Map<Integer, Long> sums = new HashMap<>();
    for (int i = 0; i < keys.length; i++) {
      counts.merge(keys[i], 1, Integer::sum);
      sums.merge(keys[i], (long) i, Long::sum);
    }
    long sum = 0;
    for (Map.Entry<Integer, Integer> one : counts.entrySet()) {
      sum += (long) one.getKey() * one.getValue() ^ sums.get(one.getKey());
    }
    return sum;
  }
}
