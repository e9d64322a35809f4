package io.github.rustfit.readers.gclog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a GC log can be cut. */
final class Cuts {

  private static final Pattern COLLECTION = Pattern.compile("GC\\((\\d+)\\)");

  private Cuts() {}

  /** Whether no collection has lines on both sides. */
  static boolean betweenCollections(List<String> lines, int cut) {
    Set<String> before = collections(lines.subList(0, cut));
    before.retainAll(collections(lines.subList(cut, lines.size())));
    return before.isEmpty();
  }

  private static Set<String> collections(List<String> lines) {
    Set<String> found = new HashSet<>();
    for (String line : lines) {
      Matcher number = COLLECTION.matcher(line);
      if (number.find()) {
        found.add(number.group(1));
      }
    }
    return found;
  }

  /** Before each line that opens a collection while no other is open. */
  static List<Integer> clean(List<String> lines) {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher number = COLLECTION.matcher(lines.get(i));
      if (number.find()) {
        last.put(number.group(1), i);
      }
    }
    List<Integer> cuts = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < lines.size(); i++) {
      Matcher number = COLLECTION.matcher(lines.get(i));
      if (number.find()) {
        if (open >= 0 && open < i) {
          cuts.add(i);
        }
        open = Math.max(open, last.getOrDefault(number.group(1), i));
      }
    }
    return cuts;
  }
}
