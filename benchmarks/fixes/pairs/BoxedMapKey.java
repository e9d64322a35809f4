package pairs;

import java.util.HashMap;
import java.util.Map;

/** {@code boxed-map-key}: how often each of a few thousand small numbers occurs. */
final class BoxedMapKey implements Pair {

  private static final int BOUND = 3000;
  private final int[] values = Input.numbers(10_000, BOUND);

  @Override
  public long before() {
    Map<Integer, Integer> counts = new HashMap<>(2 * BOUND);
    for (int value : values) {
      counts.merge(value, 1, Integer::sum);
    }
    long sum = 0;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      sum += (long) entry.getKey() * entry.getValue() * entry.getValue();
    }
    return sum;
  }

  @Override
  public long after() {
    int[] counts = new int[BOUND];
    for (int value : values) {
      counts[value]++;
    }
    long sum = 0;
    for (int value = 0; value < BOUND; value++) {
      sum += (long) value * counts[value] * counts[value];
    }
    return sum;
  }
}
