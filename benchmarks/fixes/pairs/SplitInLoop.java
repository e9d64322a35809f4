package pairs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code split-in-loop}: how many rows each name of their second field has. */
final class SplitInLoop implements Pair {

  private final List<String> rows = Input.rows(1000);

  @Override
  public long before() {
    Map<String, long[]> counts = new HashMap<>(4096);
    for (String row : rows) {
      String[] fields = row.split(";");
      counts.computeIfAbsent(fields[1], name -> new long[1])[0]++;
    }
    return sum(counts);
  }

  @Override
  public long after() {
    Map<String, long[]> counts = new HashMap<>(4096);
    for (String row : rows) {
      int from = row.indexOf(';') + 1;
      String name = row.substring(from, row.indexOf(';', from));
      counts.computeIfAbsent(name, key -> new long[1])[0]++;
    }
    return sum(counts);
  }

  private static long sum(Map<String, long[]> counts) {
    long sum = 0;
    for (Map.Entry<String, long[]> entry : counts.entrySet()) {
      sum += entry.getKey().length() * entry.getValue()[0];
    }
    return sum;
  }
}
