package pairs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code unsized-collection}: an index of names by themselves. */
final class UnsizedCollection implements Pair {

  private final List<String> names = Input.names(3000);

  @Override
  public long before() {
    Map<String, String> index = new HashMap<>();
    for (String name : names) {
      index.put(name, name);
    }
    return index.size();
  }

  @Override
  public long after() {
    Map<String, String> index = new HashMap<>(names.size() * 4 / 3 + 1);
    for (String name : names) {
      index.put(name, name);
    }
    return index.size();
  }
}
