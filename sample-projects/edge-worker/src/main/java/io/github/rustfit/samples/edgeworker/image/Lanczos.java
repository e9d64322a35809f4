package io.github.rustfit.samples.edgeworker.image;

/**
 * The weights that scale a side of a picture by Lanczos resampling with three lobes (C. E. Duchon,
 * Journal of Applied Meteorology 18, 1979), as fixed-point numbers.
 *
 * @param taps how many neighbours on the long side make up one on the short side
 * @param starts the first of them
 * @param weights those of all results, one behind the other; each result's add up to {@link #ONE}
 */
record Lanczos(int taps, int[] starts, int[] weights) {
  static final int BITS = 14;
  static final int ONE = 1 << BITS;
  private static final int LOBES = 3;

  /** Weights from a side of that length to one that is not longer. */
  static Lanczos between(int from, int to) {
    double scale = (double) from / to;
    double reach = LOBES * scale;
    int taps = Math.min(from, (int) Math.ceil(2 * reach) + 1);
    int[] starts = new int[to];
    int[] weights = new int[to * taps];
    double[] exact = new double[taps];
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * scale;
      starts[i] = Math.max(0, Math.min(from - taps, (int) Math.ceil(centre - reach - 0.5)));
      double sum = 0;
      for (int tap = 0; tap < taps; tap++) {
        exact[tap] = kernel((starts[i] + tap + 0.5 - centre) / scale);
        sum += exact[tap];
      }
      round(exact, sum, weights, i * taps);
    }
    return new Lanczos(taps, starts, weights);
  }

  private static void round(double[] exact, double sum, int[] weights, int at) {
    int left = ONE;
    int largest = at;
    for (int tap = 0; tap < exact.length; tap++) {
      int weight = (int) Math.round(exact[tap] / sum * ONE);
      weights[at + tap] = weight;
      left -= weight;
      largest = weight > weights[largest] ? at + tap : largest;
    }
    weights[largest] += left;
  }

  private static double kernel(double x) {
    if (x == 0) {
      return 1;
    }
    if (Math.abs(x) >= LOBES) {
      return 0;
    }
    double angle = Math.PI * x;
    return LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
  }
}
