package io.github.rustfit.plugin.starter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.readers.policy.PolicyReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Every key that the policy's schema knows, switched off, with its description and an example. */
final class KeysOfSchema {

  private final Lines lines;
  private final JsonNode schema;

  KeysOfSchema(Lines lines) {
    this.lines = lines;
    try (InputStream in = PolicyReader.class.getResourceAsStream(PolicyReader.SCHEMA)) {
      schema = new ObjectMapper().readTree(Objects.requireNonNull(in, PolicyReader.SCHEMA));
    } catch (IOException e) {
      throw new UncheckedIOException(PolicyReader.SCHEMA, e);
    }
  }

  /** Writes all top-level keys but these. */
  void writeExcept(Set<String> written) {
    schema
        .path("properties")
        .properties()
        .forEach(
            entry -> {
              if (!written.contains(entry.getKey())) {
                lines.blank();
                key(entry.getKey(), entry.getValue());
              }
            });
  }

  private void key(String name, JsonNode of) {
    lines.prose(of.path("description").asText());
    JsonNode item = of.path("items");
    if (of.path("properties").isObject()) {
      lines.raw("#" + name + ":");
      block(of, "  ", "  ");
    } else if (item.path("properties").isObject()) {
      lines.raw("#" + name + ":");
      block(item, "  - ", "    ");
    } else {
      lines.raw("#" + name + ": " + value(example(of)));
    }
  }

  private void block(JsonNode of, String first, String rest) {
    String indent = first;
    for (var entry : of.path("properties").properties()) {
      String description = entry.getValue().path("description").asText();
      lines.raw(
          "#"
              + indent
              + entry.getKey()
              + ": "
              + value(example(entry.getValue()))
              + (description.isEmpty() ? "" : "  # " + description));
      indent = rest;
    }
  }

  /** The default if there is one, otherwise the first example. */
  private JsonNode example(JsonNode of) {
    if (of.has("default")) {
      return of.path("default");
    }
    JsonNode example = of.path("examples").path(0);
    return example.isMissingNode() && of.has("$ref")
        ? example(schema.at(of.path("$ref").asText().substring(1)))
        : example;
  }

  private static String value(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(KeysOfSchema::value)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value.isObject()) {
      return value.properties().stream()
          .map(entry -> entry.getKey() + ": " + value(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    boolean bare = !value.isTextual() || value.asText().matches("[A-Za-z0-9][A-Za-z0-9._/-]*");
    return bare ? value.asText() : Lines.quoted(value.asText());
  }
}
