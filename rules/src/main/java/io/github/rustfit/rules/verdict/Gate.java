package io.github.rustfit.rules.verdict;

/** The six gates, in the order in which they decide. */
public enum Gate {
  /** Evidence sufficient. */
  G0("evidence", "The evidence suffices"),
  /** Pain: question 1 or question 2. */
  G1("pain", "There is pain that Rust addresses"),
  /** Causality and ceiling. */
  G2("cause", "Replacing this component could remove it"),
  /** JVM tuning exhausted. */
  G3("tuning", "JVM tuning is exhausted"),
  /** Economics: questions 4 and 5. */
  G4("economics", "It pays, and the system lives long enough"),
  /** Delivery: questions 3, 6 and 7. */
  G5("delivery", "Team, operations and ecosystem can carry it");

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

  /** What it means to pass. */
  public String statement() {
    return statement;
  }
}
