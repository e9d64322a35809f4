package pairs;

import java.util.ArrayList;
import java.util.List;

/** {@code iterator-per-loop}: the lengths of many short lists of names. */
final class IteratorPerLoop implements Pair {

  private final List<List<String>> lists = new ArrayList<>();

  IteratorPerLoop() {
    List<String> names = Input.names(4000);
    for (int i = 0; i < names.size(); i += 4) {
      lists.add(new ArrayList<>(names.subList(i, i + 4)));
    }
  }

  @Override
  public long before() {
    long sum = 0;
    for (int i = 0; i < lists.size(); i++) {
      sum += walked(lists.get(i));
    }
    return sum;
  }

  private static int walked(List<String> words) {
    int sum = 0;
    for (String word : words) {
      sum += word.length();
    }
    return sum;
  }

  @Override
  public long after() {
    long sum = 0;
    for (int i = 0; i < lists.size(); i++) {
      sum += indexed(lists.get(i));
    }
    return sum;
  }

  private static int indexed(List<String> words) {
    int sum = 0;
    for (int i = 0; i < words.size(); i++) {
      sum += words.get(i).length();
    }
    return sum;
  }
}
