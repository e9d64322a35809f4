package io.github.rustfit.rules.checklist;

import java.util.Locale;

/** Where a fact comes from. */
public enum Provenance {
  /** A recording or a log. */
  MEASURED,
  /** Source, history or build files. */
  REPOSITORY,
  /** The policy file. */
  DECLARED,
  /** A default that the report names. */
  ASSUMED;

  /** The name in {@code report.json}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
