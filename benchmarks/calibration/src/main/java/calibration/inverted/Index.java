package calibration.inverted;

import calibration.Kernel;
import calibration.Lcg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An inverted index: lists of documents by word, and what queries of two words find. */
public final class Index implements Kernel {

  private final List<List<String>> documents = new ArrayList<>();

  /** Makes the documents. */
  public Index() {
    Lcg random = new Lcg(83);
    for (int i = 0; i < 400; i++) {
      List<String> words = new ArrayList<>();
      for (int j = 0; j < 60; j++) {
        words.add("word" + random.below(1 + random.below(1200)));
      }
      documents.add(words);
    }
  }

  @Override
  public long run() {
    Map<String, List<Integer>> index = new HashMap<>();
    for (int i = 0; i < documents.size(); i++) {
      for (String word : new HashSet<>(documents.get(i))) {
        index.computeIfAbsent(word, key -> new ArrayList<>()).add(i);
      }
    }
    long sum = index.size();
    for (int i = 0; i < 300; i++) {
      Set<Integer> found = new HashSet<>(index.getOrDefault("word" + i, List.of()));
      found.retainAll(new HashSet<>(index.getOrDefault("word" + (i * 7 % 300), List.of())));
      long part = 0;
      for (int one : found) {
        part += one;
      }
      sum = sum * 31 + part;
    }
    return sum;
  }
}
