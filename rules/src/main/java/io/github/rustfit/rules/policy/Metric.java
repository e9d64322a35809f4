package io.github.rustfit.rules.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** A figure that the policy can limit. */
public enum Metric {
  /** Share of all CPU samples that one component owns. */
  CPU_SHARE("cpuShare", "share", Of.COMPONENT, true),
  /** Share of all allocated bytes that one component owns. */
  ALLOCATION_SHARE("allocationShare", "share", Of.COMPONENT, true),
  /** Allocation rate of the process, or of a component that has a limit of its own. */
  ALLOCATION_RATE("allocationRate", "MiB/s", Of.BOTH, true),
  /**
   * Hot lines of one component that a recording confirms, and that cost enough to be a warning of
   * {@code hot-line-fixes}.
   */
  HOT_PATH_FINDINGS("hotPathFindings", "findings", Of.COMPONENT, true),
  /** 99th percentile of stop-the-world pauses. */
  GC_PAUSE_P99("gcPauseP99", "ms", Of.PROCESS, true),
  /** Share of time not spent in pauses. */
  GC_THROUGHPUT("gcThroughput", "%", Of.PROCESS, false),
  /** Stop-the-world collections of the whole heap. */
  FULL_COLLECTIONS("fullCollections", "collections", Of.PROCESS, true);

  private enum Of {
    COMPONENT,
    PROCESS,
    BOTH
  }

  private final String id;
  private final String unit;
  private final Of of;
  private final boolean upper;

  Metric(String id, String unit, Of of, boolean upper) {
    this.id = id;
    this.unit = unit;
    this.of = of;
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

  /** Whether a limit for all holds each component to it, rather than the process. */
  public boolean perComponent() {
    return of == Of.COMPONENT;
  }

  /** Whether a single component can have a limit of its own on it. */
  public boolean ofComponents() {
    return of != Of.PROCESS;
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
