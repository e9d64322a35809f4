package calibration.wordcount;

import calibration.Kernel;
import calibration.Lcg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The most frequent words of a text: cutting, folding case, counting, sorting. */
public final class WordCount implements Kernel {

  private final String text;

  /** Makes a text. */
  public WordCount() {
    Lcg random = new Lcg(61);
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      int word = random.below(1 + random.below(3000));
      words.append(random.below(9) == 0 ? "W" : "w").append("ord").append(word * 7919 % 3001);
      words.append(random.below(12) == 0 ? ".\n" : " ");
    }
    text = words.toString();
  }

  @Override
  public long run() {
    Map<String, Integer> counts = new HashMap<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        counts.merge(text.substring(start, i).toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
        start = -1;
      }
    }
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(
        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    long sum = 0;
    for (Map.Entry<String, Integer> one : sorted.subList(0, 500)) {
      sum = sum * 31 + one.getValue() * 100 + one.getKey().length();
    }
    return sum;
  }
}
