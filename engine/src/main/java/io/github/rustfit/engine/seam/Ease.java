package io.github.rustfit.engine.seam;

import java.util.Locale;

/** How readily something crosses to native code, the readiest first. */
public enum Ease {
  /** As it is, at a cost that is known. */
  FLAT("crosses as it is"),
  /** Only after it was serialized, at a cost that is not known. */
  SERIALIZED("must be serialized first"),
  /** Only with calls back into the JVM, or not at all. */
  BOUND("is bound to the JVM");

  private final String text;

  Ease(String text) {
    this.text = text;
  }

  /** A predicate for people. */
  public String text() {
    return text;
  }

  /** The name in {@code report.json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The less ready of both. */
  Ease or(Ease other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
