package io.github.rustfit.rules.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** A figure that the policy can limit. */
public enum Metric {
  /** Share of all CPU samples that one component owns. */
  CPU_SHARE("cpuShare", "share", true, true),
  /** Share of all allocated bytes that one component owns. */
  ALLOCATION_SHARE("allocationShare", "share", true, true),
  /** Allocation rate of the process. */
  ALLOCATION_RATE("allocationRate", "MiB/s", false, true),
  /** 99th percentile of stop-the-world pauses. */
  GC_PAUSE_P99("gcPauseP99", "ms", false, true),
  /** Share of time not spent in pauses. */
  GC_THROUGHPUT("gcThroughput", "%", false, false),
  /** Stop-the-world collections of the whole heap. */
  FULL_COLLECTIONS("fullCollections", "collections", false, true);

  private final String id;
  private final String unit;
  private final boolean perComponent;
  private final boolean upper;

  Metric(String id, String unit, boolean perComponent, boolean upper) {
    this.id = id;
    this.unit = unit;
    this.perComponent = perComponent;
    this.upper = upper;
  }

  /** The name in the policy and in {@code report.json}. */
  public String id() {
    return id;
  }

  /** The unit of the limit. */
  public String unit() {
    return unit;
  }

  /** Whether each component is held to it, rather than the process. */
  public boolean perComponent() {
    return perComponent;
  }

  /** Whether the limit is an upper bound; if not, it is a lower one. */
  public boolean upperBound() {
    return upper;
  }

  /** The metric with that {@link #id()}. */
  public static Optional<Metric> byId(String id) {
    return Stream.of(values()).filter(metric -> metric.id.equals(id)).findFirst();
  }
}
