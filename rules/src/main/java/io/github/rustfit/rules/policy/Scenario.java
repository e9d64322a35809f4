package io.github.rustfit.rules.policy;

import java.util.Locale;

/** How favourable a set of assumptions is to a migration. */
public enum Scenario {
  /** Everything turns out badly. */
  PESSIMISTIC,
  /** As published experience suggests. */
  CENTRAL,
  /** Everything turns out well. */
  OPTIMISTIC;

  /** The name in the policy and in {@code report.json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
