package io.github.rustfit.rules.rule;

/**
 * A constant that judges.
 *
 * @param name what it limits, e.g. {@code hot CPU share}
 * @param value the value
 * @param unit its unit, e.g. {@code share}, {@code ms}, {@code samples}
 * @param source where the value comes from
 */
public record Threshold(String name, double value, String unit, String source) {

  public Threshold {
    if (name.isBlank() || unit.isBlank() || source.isBlank()) {
      throw new IllegalArgumentException("a threshold needs a name, a unit and a source: " + name);
    }
  }
}
