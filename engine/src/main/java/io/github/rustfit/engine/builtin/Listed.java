package io.github.rustfit.engine.builtin;

import java.util.List;

/** Long lists in a sentence. */
final class Listed {

  private static final int SHOWN = 3;

  private Listed() {}

  /** The first three, each once, and how many more there are. */
  static String first(List<String> all) {
    List<String> distinct = all.stream().distinct().toList();
    String shown = String.join(", ", distinct.subList(0, Math.min(SHOWN, distinct.size())));
    int more = distinct.size() - SHOWN;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
