package io.github.rustfit.plugin.report.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives every component an id that can stand in a URL or name a file. Unique among its own. */
public final class Slugs {

  private static final int LONGEST = 60;

  private final String prefix;
  private final Set<String> used = new HashSet<>();

  /**
   * @param prefix what every id begins with
   */
  public Slugs(String prefix) {
    this.prefix = prefix;
  }

  /** The id of the next component: the prefix and its name in lower case. */
  public String next(String name) {
    String words =
        name.substring(0, Math.min(LONGEST, name.length()))
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String base = prefix + (words.isEmpty() ? Integer.toHexString(name.hashCode()) : words);
    String slug = base;
    for (int n = 2; !used.add(slug); n++) {
      slug = base + "-" + n;
    }
    return slug;
  }
}
