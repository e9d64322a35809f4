package pairs;

import java.util.ArrayList;
import java.util.List;

/** {@code unsized-collection}: lists of three hundred names, picked by number. */
final class UnsizedList implements Pair {

  private final List<String> names = Input.names(1000);
  private final int[] picked = Input.numbers(300, 1000);

  @Override
  public long before() {
    long sum = 0;
    for (int i = 0; i < 20; i++) {
      sum += grown().size();
    }
    return sum;
  }

  private List<String> grown() {
    List<String> list = new ArrayList<>();
    for (int number : picked) {
      list.add(names.get(number));
    }
    return list;
  }

  @Override
  public long after() {
    long sum = 0;
    for (int i = 0; i < 20; i++) {
      sum += sized().size();
    }
    return sum;
  }

  private List<String> sized() {
    List<String> list = new ArrayList<>(picked.length);
    for (int number : picked) {
      list.add(names.get(number));
    }
    return list;
  }
}
