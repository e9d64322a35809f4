package pairs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code list-search}: how many of some names are among a few hundred others. */
final class ListSearch implements Pair {

  private final List<String> names = new ArrayList<>(Input.names(2000));
  private final List<String> known = new ArrayList<>(names.subList(0, 300));

  @Override
  public long before() {
    long found = 0;
    for (String name : names) {
      if (known.contains(name)) {
        found++;
      }
    }
    return found;
  }

  @Override
  public long after() {
    Set<String> set = new HashSet<>(known);
    long found = 0;
    for (String name : names) {
      if (set.contains(name)) {
        found++;
      }
    }
    return found;
  }
}
