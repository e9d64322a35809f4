package pairs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code string-format}: keys of shard and name. */
final class StringFormat implements Pair {

  private final List<String> names = Input.names(1000);

  @Override
  public long before() {
    Map<String, Integer> lengths = new HashMap<>(4096);
    for (int i = 0; i < names.size(); i++) {
      lengths.put(String.format("%d:%s", i % 16, names.get(i)), i);
    }
    return lengths.size();
  }

  @Override
  public long after() {
    Map<String, Integer> lengths = new HashMap<>(4096);
    for (int i = 0; i < names.size(); i++) {
      lengths.put(i % 16 + ":" + names.get(i), i);
    }
    return lengths.size();
  }
}
