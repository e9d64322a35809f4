package io.github.rustfit.rules.checklist;

/**
 * One piece of evidence, as the report shows it.
 *
 * @param text a sentence with its figures and units
 * @param provenance where it comes from
 */
public record Fact(String text, Provenance provenance) {

  public Fact {
    if (text.isBlank()) {
      throw new IllegalArgumentException("an empty fact");
    }
  }

  /** A fact from a recording or log. */
  public static Fact measured(String text) {
    return new Fact(text, Provenance.MEASURED);
  }

  /** A fact from the source or its history. */
  public static Fact repository(String text) {
    return new Fact(text, Provenance.REPOSITORY);
  }

  /** A fact that somebody declared. */
  public static Fact declared(String text) {
    return new Fact(text, Provenance.DECLARED);
  }

  /** A default. */
  public static Fact assumed(String text) {
    return new Fact(text, Provenance.ASSUMED);
  }
}
