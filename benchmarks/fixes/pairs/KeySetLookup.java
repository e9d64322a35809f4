package pairs;

import java.util.HashMap;
import java.util.Map;

/** {@code key-set-lookup}: the sum of lengths and counts of a few thousand names. */
final class KeySetLookup implements Pair {

  private final Map<String, Integer> counts = new HashMap<>();

  KeySetLookup() {
    for (String name : Input.names(5000)) {
      counts.merge(name, 1, Integer::sum);
    }
  }

  @Override
  public long before() {
    long sum = 0;
    for (String key : counts.keySet()) {
      sum += key.length() * counts.get(key);
    }
    return sum;
  }

  @Override
  public long after() {
    long sum = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      sum += entry.getKey().length() * entry.getValue();
    }
    return sum;
  }
}
