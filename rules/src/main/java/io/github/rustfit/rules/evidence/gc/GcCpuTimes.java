package io.github.rustfit.rules.evidence.gc;

/**
 * CPU time against elapsed time of pauses, as the JVM prints them ({@code gc,cpu}, {@code Times:}).
 *
 * <p>A collector that works with n threads uses up to n times the elapsed time. A pause that took
 * longer than all its threads together computed was waiting: for a CPU that it was denied
 * (throttled container, overcommitted machine) or for memory that was swapped out. More system than
 * user time means that the operating system worked for the collector: page faults of memory touched
 * for the first time, transparent huge pages, swapping.
 *
 * <p>The figures are printed in hundredths of a second, and a clock tick of Linux is one too, so
 * each is off by up to 10 ms; {@link #MARGIN_NANOS} is ten times that. Sources of the reading: P.
 * Parhar, "Long Class-Unloading Pauses with JDK8", blogs.oracle.com/poonam, 2014; GCeasy, "Sys time
 * greater than user time", blog.gceasy.io, 2016.
 *
 * @param pauses pauses whose times were printed; 0 means unknown
 * @param userNanos CPU time spent in the collector's own code, in nanoseconds
 * @param systemNanos CPU time spent in the operating system, in nanoseconds
 * @param realNanos elapsed time, in nanoseconds
 * @param starved pauses that {@link #starved} tells of
 * @param systemHeavy pauses that {@link #systemHeavy} tells of
 */
public record GcCpuTimes(
    long pauses, long userNanos, long systemNanos, long realNanos, long starved, long systemHeavy) {

  /** Nothing known: the identity of {@link #merge}. */
  public static final GcCpuTimes UNKNOWN = new GcCpuTimes(0, 0, 0, 0, 0, 0);

  /** What a pause must wait, or the operating system work, to be counted, in nanoseconds. */
  public static final long MARGIN_NANOS = 100_000_000L;

  public GcCpuTimes {
    if (pauses < 0 || userNanos < 0 || systemNanos < 0 || realNanos < 0) {
      throw new IllegalArgumentException("negative CPU time");
    }
    if (starved < 0 || starved > pauses || systemHeavy < 0 || systemHeavy > pauses) {
      throw new IllegalArgumentException("more conspicuous pauses than pauses");
    }
  }

  /** One pause; all in nanoseconds. */
  public static GcCpuTimes of(long user, long system, long real) {
    return new GcCpuTimes(
        1,
        user,
        system,
        real,
        starved(user, system, real) ? 1 : 0,
        systemHeavy(user, system) ? 1 : 0);
  }

  /** Whether a pause waited for at least {@link #MARGIN_NANOS} instead of computing. */
  public static boolean starved(long user, long system, long real) {
    return real - user - system >= MARGIN_NANOS;
  }

  /** Whether the operating system worked longer than the collector, and noticeably. */
  public static boolean systemHeavy(long user, long system) {
    return system > user && system >= MARGIN_NANOS;
  }

  /** Whether the inputs carry such times. */
  public boolean known() {
    return pauses > 0;
  }

  /** Both together. */
  public GcCpuTimes merge(GcCpuTimes other) {
    return new GcCpuTimes(
        pauses + other.pauses,
        userNanos + other.userNanos,
        systemNanos + other.systemNanos,
        realNanos + other.realNanos,
        starved + other.starved,
        systemHeavy + other.systemHeavy);
  }
}
