package io.github.rustfit.samples.prototype.search;

import java.util.SplittableRandom;

/** Texts for the demonstration, the same each time. Not thread-safe. */
public final class InventedArticles {
  private static final int VOCABULARY = 20_000;
  private static final int WORDS = 300;
  private static final double SKEW = 3;
  private static final long SEED = 1;

  private final SplittableRandom random = new SplittableRandom(SEED);

  /** The next text; as in real ones, a few words are frequent. */
  public String text() {
    StringBuilder text = new StringBuilder(WORDS * 8);
    for (int i = 0; i < WORDS; i++) {
      int word = (int) (VOCABULARY * Math.pow(random.nextDouble(), SKEW));
      text.append('w').append(Integer.toString(word, 36)).append(' ');
    }
    return text.toString();
  }
}
