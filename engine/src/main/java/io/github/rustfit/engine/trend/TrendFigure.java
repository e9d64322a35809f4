package io.github.rustfit.engine.trend;

import java.util.Optional;
import java.util.stream.Stream;

/** A figure that is followed from build to build. */
public enum TrendFigure {
  /** Part of all CPU samples that a component owns; it also falls because another's grows. */
  CPU_SHARE("cpuShare", "CPU share", Unit.SHARE, false),
  /** Sampled CPU time per second of recorded time, of a component or the process. */
  CPU_TIME("cpuTime", "CPU time per second", Unit.CORES, true),
  /** Part of all allocated bytes that a component owns. */
  ALLOCATION_SHARE("allocationShare", "Allocation share", Unit.SHARE, false),
  /** Allocated bytes per second, of a component or the process. */
  ALLOCATION_RATE("allocationRate", "Allocation per second", Unit.MIB_PER_SECOND, true),
  /** Stop-the-world pauses per minute. */
  PAUSES("pauses", "Pauses per minute", Unit.NUMBER, true),
  /** Median pause. */
  PAUSE_P50("gcPauseP50", "Pause p50", Unit.MILLIS, true),
  /** 99th percentile of the pauses. */
  PAUSE_P99("gcPauseP99", "Pause p99", Unit.MILLIS, true),
  /** Part of the time that was spent in pauses. */
  PAUSE_TIME("gcPauseTime", "Time in pauses", Unit.SHARE, true),
  /** Stop-the-world collections of the whole heap. */
  FULL_COLLECTIONS("fullCollections", "Full collections", Unit.NUMBER, true),
  /** CPU time of the collector per second. */
  GC_CPU("gcCpu", "Collector CPU per second", Unit.CORES, true),
  /** CPU time of the process per second, as the operating system counts it. */
  PROCESS_CPU("processCpu", "Process CPU, by the system", Unit.CORES, true);

  /** The unit of a figure. */
  public enum Unit {
    /** A part, 0..1. */
    SHARE,
    /** Seconds per second. */
    CORES,
    /** 2^20 bytes per second. */
    MIB_PER_SECOND,
    /** A plain number. */
    NUMBER,
    /** Milliseconds. */
    MILLIS
  }

  private final String id;
  private final String title;
  private final Unit unit;
  private final boolean lessIsBetter;

  TrendFigure(String id, String title, Unit unit, boolean lessIsBetter) {
    this.id = id;
    this.title = title;
    this.unit = unit;
    this.lessIsBetter = lessIsBetter;
  }

  /** The name in the history and in {@code trend.json}. */
  public String id() {
    return id;
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

  /** The figure with that {@link #id()}. */
  public static Optional<TrendFigure> byId(String id) {
    return Stream.of(values()).filter(one -> one.id.equals(id)).findFirst();
  }
}
