package io.github.rustfit.rules.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Java itself offers against slow starts and much memory, in the order in which it is worth a
 * try: what is a flag before what is another way to build.
 */
public enum Remedy {
  /** {@code -Xmx} near what is live: 3 times the live set. */
  SIZED_HEAP("a heap sized to what is live"),
  /** {@code -XX:+UseSerialGC}. */
  SERIAL_COLLECTOR("the serial collector"),
  /** {@code -XX:+UseCompactObjectHeaders}, JDK 25 and newer. */
  COMPACT_HEADERS("compact object headers"),
  /** {@code -XX:AOTCache}, JDK 24 and newer, or class data sharing. */
  AOT_CACHE("an AOT cache or shared class data"),
  /** {@code -XX:TieredStopAtLevel=1}: no C2, its profiles and its memory. */
  FIRST_TIER("the first compiler alone"),
  /** The same Java code, compiled ahead of time by GraalVM. */
  NATIVE_IMAGE("a native image of the same code");

  private final String title;

  Remedy(String title) {
    this.title = title;
  }

  /** A few words within a sentence. */
  public String title() {
    return title;
  }

  /** Its name in the policy, e.g. {@code aot-cache}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The remedy with that {@link #id()}. */
  public static Optional<Remedy> byId(String id) {
    return Stream.of(values()).filter(remedy -> remedy.id().equals(id)).findFirst();
  }
}
