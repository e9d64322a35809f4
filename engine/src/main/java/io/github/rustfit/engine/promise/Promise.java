package io.github.rustfit.engine.promise;

import io.github.rustfit.rules.stats.Format;

/** What a target can be declared for. */
public enum Promise {
  /** The latency of requests at a percentile, in milliseconds. */
  LATENCY("Latency", "serviceLevel"),
  /** The time until the process is of use, in milliseconds. */
  START_UP("Start-up", "targets.startUp"),
  /** The physical memory of the process at its peak, in MiB. */
  MEMORY("Resident memory", "targets.residentMemory");

  private static final double MIB = 1 << 20;

  private final String title;
  private final String key;

  Promise(String title, String key) {
    this.title = title;
    this.key = key;
  }

  /** A few words. */
  public String title() {
    return title;
  }

  /** Where it is declared. */
  public String key() {
    return key;
  }

  /** Its unit. */
  public String unit() {
    return this == MEMORY ? "MiB" : "ms";
  }

  /** A figure of it with its unit. */
  public String text(double value) {
    return this == MEMORY ? Format.bytes(value * MIB) : Format.millis(value);
  }
}
