package io.github.rustfit.rules.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which resource decides how many instances are needed and how large they are. */
public enum Binding {
  /** Memory does; saved CPU saves no money. */
  MEMORY,
  /** CPU does; saved memory saves no money. */
  CPU,
  /** Both are paid for on their own. */
  BOTH;

  /** The name in the policy and in {@code report.json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether saved memory saves money. */
  public boolean memory() {
    return this != CPU;
  }

  /** Whether saved CPU saves money. */
  public boolean cpu() {
    return this != MEMORY;
  }

  /** The binding with that {@link #id()}. */
  public static Optional<Binding> byId(String id) {
    return Stream.of(values()).filter(one -> one.id().equals(id)).findFirst();
  }
}
