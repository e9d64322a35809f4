package io.github.rustfit.engine.compare;

/** A figure that is compared: what it is, in which unit, and which direction is wanted. */
public enum ComparedMetric {
  /** Part of all CPU samples; it also falls because another component's grows. */
  CPU_SHARE("CPU share", Unit.SHARE, false, false),
  /** CPU time per second of wall time, as sampled. */
  CPU_CORES("CPU time per second", Unit.CORES, true, true),
  /** Part of all allocated bytes. */
  ALLOCATION_SHARE("Allocation share", Unit.SHARE, false, false),
  /** Allocated bytes per second of wall time. */
  ALLOCATION_RATE("Allocation per second", Unit.BYTES_PER_SECOND, true, true),
  /** Time that threads waited for monitors, all threads added up, per second of wall time. */
  LOCK_WAIT("Lock waiting per second", Unit.CORES, true, true),
  /** Part of all CPU samples that a method owns. */
  METHOD_SHARE("CPU share of the method", Unit.SHARE, false, false),
  /** Stop-the-world pauses per minute. */
  PAUSES("Pauses per minute", Unit.PER_MINUTE, true, true),
  /** Median pause. */
  PAUSE_P50("Pause p50", Unit.NANOS, true, false),
  /** 99th percentile of the pauses. */
  PAUSE_P99("Pause p99", Unit.NANOS, true, false),
  /** 99.9th percentile of the pauses. */
  PAUSE_P999("Pause p99.9", Unit.NANOS, true, false),
  /** Longest pause. */
  PAUSE_MAX("Longest pause", Unit.NANOS, true, false),
  /** Part of the time that was spent in pauses. */
  PAUSE_TIME("Time in pauses", Unit.SHARE, true, true),
  /** Stop-the-world collections of the whole heap per hour. */
  FULL_COLLECTIONS("Full collections per hour", Unit.PER_HOUR, true, true),
  /** CPU time of the collector per second of wall time. */
  GC_CPU("Collector CPU per second", Unit.CORES, true, true),
  /** CPU time of the whole process per second of wall time, as the operating system counts it. */
  PROCESS_CPU("Process CPU, by the system", Unit.CORES, true, true);

  /** The unit of a figure. */
  public enum Unit {
    /** A part, 0..1. */
    SHARE,
    /** Seconds per second. */
    CORES,
    /** Bytes per second. */
    BYTES_PER_SECOND,
    /** A number per minute. */
    PER_MINUTE,
    /** A number per hour. */
    PER_HOUR,
    /** Nanoseconds. */
    NANOS
  }

  private final String title;
  private final Unit unit;
  private final boolean lessIsBetter;
  private final boolean followsLoad;

  ComparedMetric(String title, Unit unit, boolean lessIsBetter, boolean followsLoad) {
    this.title = title;
    this.unit = unit;
    this.lessIsBetter = lessIsBetter;
    this.followsLoad = followsLoad;
  }

  /** In a few words. */
  public String title() {
    return title;
  }

  /** Its unit. */
  public Unit unit() {
    return unit;
  }

  /** Whether less of it is better; if not, neither direction is. */
  public boolean lessIsBetter() {
    return lessIsBetter;
  }

  /** Whether it is a percentile of the pauses. */
  boolean percentile() {
    return this == PAUSE_P50 || this == PAUSE_P99 || this == PAUSE_P999;
  }

  /** Whether it grows with the load, so that a declared ratio of the loads divides it. */
  public boolean followsLoad() {
    return followsLoad;
  }
}
