package io.github.rustfit.engine.arithmetic;

/**
 * From which latency percentile on stop-the-world pauses can be seen.
 *
 * <p>Requests arrive independently of pauses (Poisson), hosts pause independently of each other. A
 * request meets a pause if one falls into its service time or it arrives during one. The fan-out
 * term follows J. Dean and L. A. Barroso, "The Tail at Scale", CACM 56 (2013).
 */
public final class PauseVisibility {

  private PauseVisibility() {}

  /**
   * The share of requests that meet at least one pause: {@code 1 - (1 - λ(d + S))^k}.
   *
   * @param pausesPerSecond λ
   * @param meanPauseSeconds d
   * @param serviceSeconds S, time that a request spends on one host
   * @param fanOut k, hosts that a request waits for, at least 1
   * @return 0..1
   */
  public static double hitFraction(
      double pausesPerSecond, double meanPauseSeconds, double serviceSeconds, int fanOut) {
    if (!(pausesPerSecond >= 0 && meanPauseSeconds >= 0 && serviceSeconds >= 0) || fanOut < 1) {
      throw new IllegalArgumentException(
          pausesPerSecond + ", " + meanPauseSeconds + ", " + serviceSeconds + ", " + fanOut);
    }
    double one = Math.min(1, pausesPerSecond * (meanPauseSeconds + serviceSeconds));
    return 1 - Math.pow(1 - one, fanOut);
  }
}
