package io.github.rustfit.engine.arithmetic;

/**
 * How much faster one process can become end to end when one component is replaced.
 *
 * <p>G. M. Amdahl, "Validity of the single processor approach to achieving large scale computing
 * capabilities", AFIPS 1967, with a term for garbage collection: what the component allocates
 * causes a part of the collector's work. That part is an upper bound, since the cost of young
 * collections follows the survivors and the cost of old ones the live set.
 */
public final class Amdahl {

  private Amdahl() {}

  /**
   * The share of process CPU that would go if the component cost nothing: {@code f(1-g-j) + g·a}.
   *
   * @param f the component's share of application CPU, 0..1
   * @param g the collector's share of process CPU, 0..1
   * @param j the JIT compiler's share of process CPU, 0..1
   * @param a the component's share of allocated bytes, 0..1
   */
  public static double removable(double f, double g, double j, double a) {
    requireShares(f, g, j, a);
    return Math.min(1, f * Math.max(0, 1 - g - j) + g * a);
  }

  /** The speed-up that no replacement can exceed: {@code 1 / (1 - removable)}; may be infinite. */
  public static double ceiling(double f, double g, double j, double a) {
    return 1 / (1 - removable(f, g, j, a));
  }

  /**
   * The speed-up to expect.
   *
   * @param speedup how many times faster the replaced code runs, above 0
   * @param allocator share of the removed collector cost that manual allocation costs again, 0..1
   * @param boundary CPU that crossing the language boundary costs, as a share of process CPU
   */
  public static double estimate(
      double f, double g, double j, double a, double speedup, double allocator, double boundary) {
    if (!(speedup > 0) || !(allocator >= 0 && allocator <= 1) || !(boundary >= 0)) {
      throw new IllegalArgumentException(speedup + ", " + allocator + ", " + boundary);
    }
    double cpu = f * Math.max(0, 1 - g - j);
    return 1 / (1 - removable(f, g, j, a) + cpu / speedup + g * a * allocator + boundary);
  }

  /**
   * The speed-up from a gain that was measured of the component as a whole, its part of the
   * collector's work and the crossing of the boundary included: {@code 1 / (1 - r + r / gain)} of
   * what is {@link #removable}. Nothing is counted a second time, so a gain of 1 gives 1.
   *
   * @param gain CPU of the Java component over CPU of its replacement, above 0
   */
  public static double measured(double f, double g, double j, double a, double gain) {
    if (!(gain > 0)) {
      throw new IllegalArgumentException("not a gain: " + gain);
    }
    double removable = removable(f, g, j, a);
    return 1 / (1 - removable + removable / gain);
  }

  /**
   * The share of the CPU that must be replaced to reach a speed-up end to end.
   *
   * @param target the speed-up of the process, at least 1
   * @param speedup how many times faster the replaced code runs, above 1
   * @return above 1 when no share suffices
   */
  public static double shareNeeded(double target, double speedup) {
    if (!(target >= 1) || !(speedup > 1)) {
      throw new IllegalArgumentException(target + ", " + speedup);
    }
    return (1 - 1 / target) / (1 - 1 / speedup);
  }

  private static void requireShares(double... shares) {
    for (double share : shares) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("not a share: " + share);
      }
    }
  }
}
