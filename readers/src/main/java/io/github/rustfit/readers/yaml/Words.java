package io.github.rustfit.readers.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Parts of a schema and of a document, in plain words. */
final class Words {

  private Words() {}

  /** {@code /components/0/name} as {@code components[0].name}. */
  static String path(String pointer) {
    if (pointer.isEmpty()) {
      return "The file";
    }
    StringBuilder path = new StringBuilder();
    for (String part : pointer.substring(1).split("/", -1)) {
      if (part.matches("[0-9]+")) {
        path.append('[').append(part).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(part.replace("~1", "/").replace("~0", "~"));
      }
    }
    return path.toString();
  }

  /** What a schema's {@code type} asks for. */
  static String expected(JsonNode owner) {
    List<String> types = new ArrayList<>();
    JsonNode type = owner.path("type");
    if (type.isArray()) {
      type.forEach(one -> types.add(typeName(one.asText())));
    } else {
      types.add(typeName(type.asText()));
    }
    return String.join(" or ", types);
  }

  private static String typeName(String type) {
    return switch (type) {
      case "number" -> "a number";
      case "integer" -> "a whole number";
      case "string" -> "text";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "a block of keys and values";
      default -> type;
    };
  }

  /** What stands in the document. */
  static String found(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "text " + Quoted.of(value.asText());
      case NUMBER, BOOLEAN -> value.asText();
      case NULL, MISSING -> "nothing";
      case ARRAY -> "a list";
      default -> "a block of keys and values";
    };
  }

  /** The values that a schema's {@code enum} or {@code const} allows. */
  static String choices(JsonNode owner) {
    List<String> choices = Words.values(owner);
    return choices.size() == 1 ? choices.get(0) : "one of " + String.join(", ", choices);
  }

  static List<String> values(JsonNode owner) {
    List<String> values = new ArrayList<>();
    owner.path("enum").forEach(value -> values.add(value.asText()));
    if (owner.has("const")) {
      values.add(owner.path("const").asText());
    }
    return values;
  }

  /** The numbers that a schema's bounds allow. */
  static String range(JsonNode owner) {
    List<String> bounds = new ArrayList<>();
    bound(owner, "minimum", "at least ", bounds);
    bound(owner, "exclusiveMinimum", "more than ", bounds);
    bound(owner, "maximum", "at most ", bounds);
    bound(owner, "exclusiveMaximum", "less than ", bounds);
    return String.join(" and ", bounds);
  }

  private static void bound(JsonNode owner, String keyword, String words, List<String> bounds) {
    if (owner.has(keyword)) {
      bounds.add(words + owner.path(keyword).asText());
    }
  }
}
