package pairs;

import java.util.List;
import java.util.regex.Pattern;

/** {@code regex-per-call}: words of lines, taken apart at white space. */
final class RegexPerCall implements Pair {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final List<String> lines =
      Input.rows(500).stream().map(row -> row.replace(';', ' ')).toList();

  @Override
  public long before() {
    long sum = 0;
    for (String line : lines) {
      for (String word : words(line)) {
        sum += word.hashCode();
      }
    }
    return sum;
  }

  private static String[] words(String line) {
    return line.split("\\s+");
  }

  @Override
  public long after() {
    long sum = 0;
    for (String line : lines) {
      for (String word : SPACE.split(line)) {
        sum += word.hashCode();
      }
    }
    return sum;
  }
}
