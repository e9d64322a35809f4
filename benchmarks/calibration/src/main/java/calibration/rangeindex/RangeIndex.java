package calibration.rangeindex;

import calibration.Kernel;
import calibration.Lcg;
import java.util.Map;
import java.util.TreeMap;

/** An ordered index: inserts, removals, and sums over ranges. */
public final class RangeIndex implements Kernel {

  @Override
  public long run() {
    Lcg random = new Lcg(37);
    TreeMap<Long, Integer> index = new TreeMap<>();
    long sum = 0;
    for (int i = 0; i < 20_000; i++) {
      long key = random.below(1_000_000);
      switch (random.below(4)) {
        case 0 -> {
          Map.Entry<Long, Integer> next = index.ceilingEntry(key);
          if (next != null) {
            sum = sum * 31 + next.getKey();
            index.remove(next.getKey());
          }
        }
        case 1 -> {
          for (int value : index.subMap(key, key + 2000L).values()) {
            sum += value;
          }
        }
        default -> index.put(key, i);
      }
    }
    return sum * 31 + index.size();
  }
}
