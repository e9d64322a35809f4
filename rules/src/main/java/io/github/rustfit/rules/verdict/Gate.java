package io.github.rustfit.rules.verdict;

/** The six gates, in the order in which they decide. */
public enum Gate {
  /** Evidence sufficient. */
  G0("evidence", "passes when the evidence suffices"),
  /** Pain: question 1 or question 2. */
  G1("pain", "passes when there is pain that Rust addresses"),
  /** Causality and ceiling. */
  G2("cause", "passes when replacing this component could remove the pain"),
  /** JVM tuning exhausted. */
  G3("tuning", "passes when JVM tuning is exhausted"),
  /** Economics: questions 4 and 5. */
  G4("economics", "passes when it pays, and the system lives long enough"),
  /** Delivery: questions 3, 6 and 7. */
  G5("delivery", "passes when team, operations and ecosystem can carry it");

  private final String title;
  private final String statement;

  Gate(String title, String statement) {
    this.title = title;
    this.statement = statement;
  }

  /** One word for a table's head. */
  public String title() {
    return title;
  }

  /** When it passes, e.g. {@code passes when JVM tuning is exhausted}. */
  public String statement() {
    return statement;
  }
}
