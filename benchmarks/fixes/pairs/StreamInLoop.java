package pairs;

import java.util.List;

/** {@code stream-in-loop}: how many names are among eight known ones. */
final class StreamInLoop implements Pair {

  private final List<String> names = Input.names(2000);
  private final List<String> known = names.subList(0, 8);

  @Override
  public long before() {
    long hits = 0;
    for (String name : names) {
      if (known.stream().anyMatch(name::equals)) {
        hits++;
      }
    }
    return hits;
  }

  @Override
  public long after() {
    long hits = 0;
    for (String name : names) {
      for (String one : known) {
        if (name.equals(one)) {
          hits++;
          break;
        }
      }
    }
    return hits;
  }
}
