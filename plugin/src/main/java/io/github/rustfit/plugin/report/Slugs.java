package io.github.rustfit.plugin.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives every component an id that can stand in a URL. Unique within one page. */
final class Slugs {

  private static final int LONGEST = 60;

  private final Set<String> used = new HashSet<>();

  /** The id of the next component: {@code component-} and its name in lower case. */
  String next(String name) {
    String words =
        name.substring(0, Math.min(LONGEST, name.length()))
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String base = "component-" + (words.isEmpty() ? Integer.toHexString(name.hashCode()) : words);
    String slug = base;
    for (int n = 2; !used.add(slug); n++) {
      slug = base + "-" + n;
    }
    return slug;
  }
}
