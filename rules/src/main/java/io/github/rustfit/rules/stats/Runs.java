package io.github.rustfit.rules.stats;

/**
 * A figure over several runs of one program: what it was in the mean, and how much it differed from
 * run to run. A run is what one JVM did; the samples within it are not independent of each other.
 *
 * @param count how many runs; 0 when that is not known, which tells no more than one run does
 * @param mean mean of the figure over the runs
 * @param deviation standard deviation between the runs, no less than the noise within one of them;
 *     0 with fewer than two runs, of which nobody knows it
 */
public record Runs(int count, double mean, double deviation) {

  /** Nothing is known of runs, as in a baseline of an earlier version. */
  public static final Runs UNKNOWN = new Runs(0, 0, 0);

  public Runs {
    if (count < 0 || !Double.isFinite(mean) || !Double.isFinite(deviation) || deviation < 0) {
      throw new IllegalArgumentException(count + " runs of " + mean + " ± " + deviation);
    }
    if (count < 2 && deviation != 0) {
      throw new IllegalArgumentException("a deviation between fewer than two runs");
    }
  }

  /** Whether it is known how much runs differ: there are at least two. */
  public boolean several() {
    return count >= 2;
  }

  /** The deviation as a part of the mean; infinite when the mean is 0 and runs differ. */
  public double variation() {
    return deviation == 0 ? 0 : deviation / Math.abs(mean);
  }
}
