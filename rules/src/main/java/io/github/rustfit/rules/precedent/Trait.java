package io.github.rustfit.rules.precedent;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What components and precedents are compared by. */
public enum Trait {
  /** Runs on the JVM. */
  JVM("runs on the JVM"),
  /** Handles many connections itself. */
  NETWORK("network service"),
  /** Parses, transforms or aggregates in bulk. */
  DATA("data processing"),
  /** Pure computation. */
  PURE("pure computation on bytes and numbers"),
  /** Keys, tokens, untrusted bytes. */
  SECURITY("security-critical"),
  /** Little memory, many devices. */
  SMALL("small footprint"),
  /** Business rules between requests and rows. */
  BUSINESS("business rules over a database"),
  /** Young and changing. */
  YOUNG("young and changing"),
  /** The team has no systems experience. */
  NOVICE("team without systems experience"),
  /** The tail of its latency misses a target. */
  TAIL_LATENCY("misses a tail-latency target"),
  /** Pauses of the collector can be seen at the declared percentile. */
  GC_VISIBLE("garbage collection shows at the declared percentile"),
  /** A large, long-lived heap. */
  LIVE_SET("large live set"),
  /** Owns much of the CPU. */
  CPU("owns at least 20 % of the CPU"),
  /** Owns much of the allocation. */
  ALLOCATION("owns at least 30 % of the allocation"),
  /** Start-up costs more than the work. */
  START_UP("start-up dominates"),
  /** Runs on very many instances. */
  FLEET("1,000 instances or more"),
  /** The JVM was tuned before. */
  TUNED("the JVM is tuned as far as it goes");

  private final String text;

  Trait(String text) {
    this.text = text;
  }

  /** The name in data files, e.g. {@code live-set}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A few words, to stand in a list. */
  public String text() {
    return text;
  }

  /** The trait with that {@link #id()}. */
  public static Optional<Trait> byId(String id) {
    return Stream.of(values()).filter(trait -> trait.id().equals(id)).findFirst();
  }
}
