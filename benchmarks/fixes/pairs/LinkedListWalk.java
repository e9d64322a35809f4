package pairs;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

/** {@code linked-list}: names that are long enough, collected and walked. */
final class LinkedListWalk implements Pair {

  private final List<String> names = Input.names(5000);

  @Override
  public long before() {
    List<String> kept = new LinkedList<>();
    for (String name : names) {
      if (name.length() > 6) {
        kept.add(name);
      }
    }
    long sum = 0;
    for (String name : kept) {
      sum += name.length();
    }
    return sum;
  }

  @Override
  public long after() {
    List<String> kept = new ArrayList<>(names.size());
    for (String name : names) {
      if (name.length() > 6) {
        kept.add(name);
      }
    }
    long sum = 0;
    for (String name : kept) {
      sum += name.length();
    }
    return sum;
  }
}
