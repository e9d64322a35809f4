package pairs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** {@code boxing-in-loop}: the median of numbers above a limit. */
final class BoxingInLoop implements Pair {

  private final int[] values = Input.numbers(2000, 1_000_000);

  @Override
  public long before() {
    List<Integer> large = new ArrayList<>(values.length);
    for (int value : values) {
      if (value > 300_000) {
        large.add(value);
      }
    }
    Collections.sort(large);
    return large.get(large.size() / 2);
  }

  @Override
  public long after() {
    int[] large = new int[values.length];
    int count = 0;
    for (int value : values) {
      if (value > 300_000) {
        large[count++] = value;
      }
    }
    Arrays.sort(large, 0, count);
    return large[count / 2];
  }
}
