package io.github.rustfit.readers.source.patterns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Runs hot, and is also read as source: two of its patterns cost something, two do not. */
final class Workload {

  private Workload() {}

  static int run(int rounds) {
    List<Long> boxes = new ArrayList<>(Collections.nCopies(1024, 0L));
    String never = "";
    for (int i = 0; i < rounds; i++) {
      boxes.set(i & 1023, 1_000_000L + i); // boxes
      if (i < 0) {
        never += i; // is not reached
      }
    }
    int words = 0;
    for (int i = 0; i < rounds / 20; i++) {
      words += words("a1b22c333d").length;
    }
    return boxes.hashCode() + never.length() + words;
  }

  private static String[] words(String text) {
    return text.split("[0-9]+"); // compiles
  }

  static String cold(int value) {
    return String.format(Locale.ROOT, "%d", value);
  }
}
