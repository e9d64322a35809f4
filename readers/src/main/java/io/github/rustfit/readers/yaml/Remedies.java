package io.github.rustfit.readers.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** What to write instead, taken from the schema's own examples and descriptions. */
final class Remedies {

  private Remedies() {}

  /** An example of a key, and what the key means. */
  static String example(String pointer, JsonNode owner) {
    String description = owner.path("description").asText();
    JsonNode example = owner.path("examples").path(0);
    String key = pointer.substring(pointer.lastIndexOf('/') + 1);
    StringBuilder remedy = new StringBuilder();
    if (!example.isMissingNode()) {
      String text = example.isTextual() ? example.asText() : example.toString();
      remedy
          .append("Write for example '")
          .append(key.isEmpty() || key.matches("[0-9]+") ? "" : key + ": ")
          .append(text)
          .append("'.");
    }
    if (!description.isEmpty()) {
      remedy.append(remedy.isEmpty() ? "" : " ").append(description);
    }
    return remedy.isEmpty() ? "See the reference of this file's keys." : remedy.toString();
  }

  /** What to write instead of a value of the wrong type. */
  static String wrongType(String pointer, JsonNode value, JsonNode owner) {
    if (value.isNull()) {
      return "Give it a value or remove the key. " + example(pointer, owner);
    }
    String text = value.isTextual() ? value.asText().strip() : "";
    if (Words.expected(owner).contains("number")) {
      if (Scalars.number(text)) {
        return "Remove the quotes around the number.";
      }
      String number = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : "";
      if (share(owner) && Scalars.number(number)) {
        return share(number);
      }
    }
    if (value.isNumber() && Words.expected(owner).equals("text")) {
      return "Put it in quotes. " + example(pointer, owner);
    }
    return example(pointer, owner);
  }

  /** What to write instead of a value that is not among the choices. */
  static String choice(JsonNode value, JsonNode owner) {
    String text = value.asText();
    if (Words.values(owner).contains(text) && value.isTextual()) {
      return "Remove the quotes.";
    }
    return Suggestion.of(text, Words.values(owner))
        .map(meant -> "Did you mean '" + meant + "'?")
        .orElse("Write " + Words.choices(owner) + ".");
  }

  /** What to write instead of a number outside the bounds. */
  static String range(String pointer, JsonNode value, JsonNode owner) {
    return share(owner) && value.asDouble() > 1 && value.asDouble() <= 100
        ? share(value.asText())
        : example(pointer, owner);
  }

  private static boolean share(JsonNode owner) {
    return owner.path("maximum").asDouble() == 1;
  }

  private static String share(String percent) {
    String number = new BigDecimal(percent).stripTrailingZeros().toPlainString();
    String share = new BigDecimal(percent).movePointLeft(2).stripTrailingZeros().toPlainString();
    return "Write a share between 0 and 1; for " + number + " % write " + share + ".";
  }
}
