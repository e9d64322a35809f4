package io.github.rustfit.readers.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The validator's complaints in plain words, with the place and the remedy. */
final class SchemaMessages {

  private final JsonNode schema;
  private final YamlDocument document;

  SchemaMessages(JsonNode schema, YamlDocument document) {
    this.schema = schema;
    this.document = document;
  }

  /** Adds one complaint to the document's problems. */
  void add(Error message) {
    String pointer = message.getInstanceLocation().toString();
    JsonPointer keyword = JsonPointer.compile(message.getSchemaLocation().getFragment().toString());
    JsonNode owner = schema.at(keyword.head());
    JsonNode value = document.root().at(pointer);
    String path = Words.path(pointer);
    switch (message.getKeyword()) {
      case "additionalProperties" -> unknownKey(pointer, message.getProperty(), owner);
      case "required" -> missingKey(pointer, message.getProperty(), owner);
      case "type" ->
          add(
              value.isNull() ? document.keyAt(pointer) : document.valueAt(pointer),
              path + ": expected " + Words.expected(owner) + ", found " + Words.found(value),
              Remedies.wrongType(pointer, value, owner));
      case "enum", "const" ->
          add(
              value.isNull() ? document.keyAt(pointer) : document.valueAt(pointer),
              path + ": expected " + Words.choices(owner) + ", found " + Words.found(value),
              Remedies.choice(value, owner));
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
          add(
              document.valueAt(pointer),
              path + ": " + Words.found(value) + " is out of range, expected " + Words.range(owner),
              Remedies.range(pointer, value, owner));
      case "minItems", "minLength" ->
          add(document.valueAt(pointer), path + " is empty", Remedies.example(pointer, owner));
      case "maxItems", "maxLength" ->
          add(document.valueAt(pointer), path + " is too long", Remedies.example(pointer, owner));
      case "uniqueItems" ->
          add(document.valueAt(pointer), path + " names something twice", "Keep one of them.");
      case "pattern" ->
          add(
              document.valueAt(pointer),
              path + ": " + Words.found(value) + " is not in the form expected here",
              Remedies.example(pointer, owner));
      default ->
          add(
              document.valueAt(pointer),
              path + ": " + message.getMessage(),
              Remedies.example(pointer, owner));
    }
  }

  private void unknownKey(String pointer, String key, JsonNode owner) {
    List<String> allowed = new ArrayList<>();
    owner.path("properties").fieldNames().forEachRemaining(allowed::add);
    String list = "Allowed here: " + String.join(", ", allowed) + ".";
    String remedy =
        home(key)
            .map(home -> "'" + key + "' belongs in " + home + ". " + list)
            .or(
                () ->
                    Suggestion.of(key, allowed)
                        .map(meant -> "Did you mean '" + meant + "'? " + list))
            .orElse(list);
    add(
        document.keyAt(YamlDocument.child(pointer, key)),
        "Unknown key " + Quoted.of(key) + (pointer.isEmpty() ? "" : " in " + Words.path(pointer)),
        remedy);
  }

  /** The top-level key below which a misplaced key is known. */
  private Optional<String> home(String key) {
    List<String> homes = new ArrayList<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            entry -> {
              JsonNode items = entry.getValue().path("items");
              JsonNode block = items.isMissingNode() ? entry.getValue() : items;
              if (block.path("properties").has(key)) {
                homes.add(entry.getKey());
              }
            });
    return homes.stream().findFirst();
  }

  private void missingKey(String pointer, String key, JsonNode owner) {
    add(
        document.keyAt(pointer),
        Words.path(pointer) + " lacks the key '" + key + "'",
        "Add it. " + Remedies.example("/" + key, owner.path("properties").path(key)));
  }

  private void add(Location at, String what, String remedy) {
    document.problems().add(at, what, remedy);
  }
}
