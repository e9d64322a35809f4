package pairs;

import java.util.List;

/** {@code string-concat-in-loop}: lists of forty names, joined by commas. */
final class StringConcatInLoop implements Pair {

  private final List<String> names = Input.names(40);

  @Override
  public long before() {
    long sum = 0;
    for (int i = 0; i < 50; i++) {
      sum += joined(names).hashCode();
    }
    return sum;
  }

  private static String joined(List<String> parts) {
    String text = "";
    for (String part : parts) {
      text += part + ",";
    }
    return text;
  }

  @Override
  public long after() {
    long sum = 0;
    for (int i = 0; i < 50; i++) {
      sum += built(names).hashCode();
    }
    return sum;
  }

  private static String built(List<String> parts) {
    StringBuilder text = new StringBuilder(16 * parts.size());
    for (String part : parts) {
      text.append(part).append(',');
    }
    return text.toString();
  }
}
