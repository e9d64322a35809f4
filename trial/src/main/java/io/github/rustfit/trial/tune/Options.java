package io.github.rustfit.trial.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Options of a JVM of which a later one takes the place of an earlier one that sets the same: a
 * collector for a collector, a heap limit for a heap limit.
 */
public final class Options {

  private Options() {}

  /** The options of a text, parted by blanks. */
  public static List<String> of(String text) {
    return Stream.of(text.strip().split("\\s+")).filter(one -> !one.isEmpty()).toList();
  }

  /** These, changed by those. */
  public static List<String> with(List<String> options, List<String> changes) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String option : options) {
      all.put(key(option), option);
    }
    for (String change : changes) {
      all.remove(key(change));
      all.put(key(change), change);
    }
    return List.copyOf(all.values());
  }

  /** These without the ones that set the same as those. */
  public static List<String> without(List<String> options, List<String> others) {
    List<String> keys = others.stream().map(Options::key).toList();
    List<String> left = new ArrayList<>(options);
    left.removeIf(one -> keys.contains(key(one)));
    return List.copyOf(left);
  }

  /** What an option sets. */
  static String key(String option) {
    if (option.matches("-XX:[+-]Use[A-Za-z0-9]+GC")) {
      return "collector";
    }
    if (option.matches("-Xmx.*|-XX:(MaxHeapSize|MaxRAMPercentage|MaxRAM)=.*")) {
      return "heap limit";
    }
    if (option.matches("-Xms.*|-XX:(InitialHeapSize|InitialRAMPercentage)=.*")) {
      return "first heap";
    }
    if (option.matches("-Xmn.*|-XX:(NewSize|MaxNewSize|NewRatio)=.*")) {
      return "young heap";
    }
    if (option.matches("-Xss.*|-XX:ThreadStackSize=.*")) {
      return "stack";
    }
    if (option.startsWith("-XX:+") || option.startsWith("-XX:-")) {
      return option.substring(5);
    }
    int value = option.indexOf('=');
    return option.startsWith("-XX:") && value > 0 ? option.substring(4, value) : option;
  }
}
