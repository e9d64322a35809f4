package io.github.rustfit.rules.rule;

/** Evidence that a rule cannot do without. */
public enum Need {
  /** CPU samples, enough of them. */
  CPU_PROFILE(
      "Attach a JFR recording with at least 1,000 CPU samples: start the JVM under load with"
          + " -XX:StartFlightRecording=filename=app.jfr,settings=profile and put app.jfr into"
          + " rustfit/."),
  /** Allocation samples, enough of them. */
  ALLOCATION_PROFILE(
      "Attach a JFR recording with at least 300 allocation samples"
          + " (jdk.ObjectAllocationSample; -XX:StartFlightRecording=settings=profile enables it)."),
  /** Stop-the-world pauses, enough of them. */
  GC_PAUSES(
      "Attach a GC log with at least 10 collections: run with"
          + " -Xlog:gc*,safepoint:file=gc.log and put gc.log into rustfit/."),
  /** A latency target. */
  SERVICE_LEVEL("Declare serviceLevel (percentile, targetMs, observedMs) in rustfit.yaml.");

  private final String toProvide;

  Need(String toProvide) {
    this.toProvide = toProvide;
  }

  /** What to record or declare, in one sentence. */
  public String toProvide() {
    return toProvide;
  }
}
