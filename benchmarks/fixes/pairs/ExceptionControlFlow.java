package pairs;

import java.util.ArrayList;
import java.util.List;

/** {@code exception-control-flow}: how many of some words are numbers; one of five is not. */
final class ExceptionControlFlow implements Pair {

  private final List<String> words = new ArrayList<>();

  ExceptionControlFlow() {
    List<String> names = Input.names(1000);
    int[] numbers = Input.numbers(1000, 1_000_000);
    for (int i = 0; i < numbers.length; i++) {
      words.add(i % 5 == 0 ? names.get(i) : Integer.toString(numbers[i]));
    }
  }

  @Override
  public long before() {
    int count = 0;
    for (String word : words) {
      try {
        Integer.parseInt(word);
        count++;
      } catch (NumberFormatException e) {
        continue;
      }
    }
    return count;
  }

  @Override
  public long after() {
    int count = 0;
    for (String word : words) {
      if (isNumber(word)) {
        count++;
      }
    }
    return count;
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return !word.isEmpty();
  }
}
