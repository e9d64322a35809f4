package pairs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** {@code capturing-lambda-in-loop}: words counted by a step. */
final class CapturingLambdaInLoop implements Pair {

  private final List<String> words = Input.names(5000);
  private final int step = words.size() / 1000;

  @Override
  public long before() {
    return sum(counted(words, step));
  }

  private static Map<String, Integer> counted(List<String> words, int step) {
    Map<String, Integer> counts = new HashMap<>(16_384);
    for (String word : words) {
      counts.compute(word, (key, old) -> old == null ? step : old + step);
    }
    return counts;
  }

  @Override
  public long after() {
    return sum(once(words, step));
  }

  private static Map<String, Integer> once(List<String> words, int step) {
    Map<String, Integer> counts = new HashMap<>(16_384);
    BiFunction<String, Integer, Integer> more = (key, old) -> old == null ? step : old + step;
    for (String word : words) {
      counts.compute(word, more);
    }
    return counts;
  }

  private static long sum(Map<String, Integer> counts) {
    long sum = 0;
    for (int count : counts.values()) {
      sum += (long) count * count;
    }
    return sum;
  }
}
