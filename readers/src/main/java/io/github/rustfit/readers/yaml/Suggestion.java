package io.github.rustfit.readers.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody probably meant to write. */
public final class Suggestion {

  private static final int LONGEST = 40;

  private Suggestion() {}

  /**
   * The candidate that differs from the text by the fewest edits: at most a third of its length, or
   * all that a beginning of three letters lacks; upper and lower case, {@code -} and {@code _}
   * aside.
   */
  public static Optional<String> of(String text, Collection<String> candidates) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return candidates.stream()
        .filter(candidate -> likely(text, candidate))
        .min(
            Comparator.comparingInt((String candidate) -> distance(text, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean likely(String text, String candidate) {
    boolean beginning = text.length() >= 3 && plain(candidate).startsWith(plain(text));
    return beginning || distance(text, candidate) <= Math.max(1, candidate.length() / 3);
  }

  /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
  static int distance(String left, String right) {
    String a = plain(left);
    String b = plain(right);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }
}
