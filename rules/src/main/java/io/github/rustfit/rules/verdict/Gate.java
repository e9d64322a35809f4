package io.github.rustfit.rules.verdict;

/** The six gates, in the order in which they decide. */
public enum Gate {
  /** Evidence sufficient. */
  G0("evidence", "Is there enough evidence?", "passes when the evidence suffices"),
  /** Pain: question 1 or question 2. */
  G1("pain", "Does it hurt?", "passes when there is pain that Rust addresses"),
  /** Causality and ceiling. */
  G2(
      "cause",
      "Could replacing it help?",
      "passes when replacing this component could remove the pain"),
  /** JVM tuning exhausted. */
  G3("tuning", "Is Java tuned?", "passes when JVM tuning is exhausted"),
  /** Economics: questions 4 and 5. */
  G4("economics", "Does it pay?", "passes when it pays, and the system lives long enough"),
  /** Delivery: questions 3, 6 and 7. */
  G5("delivery", "Can you carry it?", "passes when team, operations and ecosystem can carry it");

  private final String title;
  private final String question;
  private final String statement;

  Gate(String title, String question, String statement) {
    this.title = title;
    this.question = question;
    this.statement = statement;
  }

  /** One word for a table's head. */
  public String title() {
    return title;
  }

  /** What it asks, in plain words; it passes when the answer is yes. */
  public String question() {
    return question;
  }

  /** When it passes, e.g. {@code passes when JVM tuning is exhausted}. */
  public String statement() {
    return statement;
  }
}
