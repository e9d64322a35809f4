package io.github.rustfit.samples.prototype.search;

import java.util.Locale;
import java.util.StringTokenizer;

/**
 * Texts as vectors of length 1: each word counts up or down at a place that its hash chooses
 * (feature hashing). Alike texts have vectors whose product is close to 1.
 */
final class Embedding {
  static final int DIMENSIONS = 128;

  private Embedding() {}

  // TODO a real language model; hashing knows nothing of synonyms
  static float[] of(String text) {
    float[] vector = new float[DIMENSIONS];
    // TODO umlauts, stop words
    StringTokenizer words = new StringTokenizer(text.toLowerCase(Locale.ROOT), " ,.;:!?\n");
    while (words.hasMoreTokens()) {
      int hash = scatter(words.nextToken().hashCode());
      vector[Math.floorMod(hash, DIMENSIONS)] += hash < 0 ? -1 : 1;
    }
    return normalised(vector);
  }

  static float product(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static float[] normalised(float[] vector) {
    float length = (float) Math.sqrt(product(vector, vector));
    if (length > 0) {
      for (int i = 0; i < DIMENSIONS; i++) {
        vector[i] /= length;
      }
    }
    return vector;
  }

  /** Spreads hashes of short words over all bits (the finalizer of MurmurHash3). */
  private static int scatter(int hash) {
    int h = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    h = (h ^ (h >>> 13)) * 0xC2B2AE35;
    return h ^ (h >>> 16);
  }
}
