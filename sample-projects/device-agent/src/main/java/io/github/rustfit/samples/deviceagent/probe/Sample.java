package io.github.rustfit.samples.deviceagent.probe;

/**
 * The state of the device at one time.
 *
 * @param epochSeconds when
 * @param userTicks CPU time in programs, in clock ticks since the start
 * @param systemTicks CPU time in the kernel
 * @param idleTicks CPU time not used
 * @param freeKib memory that is available
 * @param receivedBytes over all networks since the start
 * @param sentBytes over all networks since the start
 * @param load load average of a minute, in hundredths
 */
public record Sample(
    long epochSeconds,
    long userTicks,
    long systemTicks,
    long idleTicks,
    long freeKib,
    long receivedBytes,
    long sentBytes,
    long load) {
  /** How many figures {@link #figures()} has. */
  public static final int FIGURES = 8;

  /** The figures in the order of the components. */
  public long[] figures() {
    return new long[] {
      epochSeconds, userTicks, systemTicks, idleTicks, freeKib, receivedBytes, sentBytes, load
    };
  }
}
