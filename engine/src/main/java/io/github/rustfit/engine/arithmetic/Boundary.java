package io.github.rustfit.engine.arithmetic;

/** What crossing from Java to native code and back costs. */
public final class Boundary {

  private Boundary() {}

  /**
   * CPU spent on the boundary, as a share of the CPU that the process uses.
   *
   * @param callsPerSecond crossings in a second
   * @param nanosPerCall cost of one crossing, in nanoseconds
   * @param bytesPerSecond bytes copied across in a second
   * @param gigabytesPerSecond speed of copying, in 10⁹ bytes a second, above 0
   * @param cores cores that the process keeps busy, above 0
   */
  public static double share(
      double callsPerSecond,
      double nanosPerCall,
      double bytesPerSecond,
      double gigabytesPerSecond,
      double cores) {
    if (!(callsPerSecond >= 0 && nanosPerCall >= 0 && bytesPerSecond >= 0)
        || !(gigabytesPerSecond > 0 && cores > 0)) {
      throw new IllegalArgumentException(
          callsPerSecond + " × " + nanosPerCall + " ns, " + bytesPerSecond + " B/s");
    }
    return (callsPerSecond * nanosPerCall * 1e-9 + bytesPerSecond / (gigabytesPerSecond * 1e9))
        / cores;
  }
}
