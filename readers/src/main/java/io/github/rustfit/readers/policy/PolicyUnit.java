package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.readers.yaml.YamlDocument;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The smallest thing that one policy can set and another override.
 *
 * @param path of the key, without the names of entries: {@code components.owner}
 * @param key what is set, unique in a policy: {@code components[pricing].owner}
 * @param entry the entry of a list that it is a part of, {@code components[pricing]}; empty if none
 * @param pointer JSON pointer in its document
 * @param value what it is set to
 */
record PolicyUnit(String path, String key, String entry, String pointer, JsonNode value) {

  private static final int LONGEST = 120;

  /** What stands below a key of it. */
  PolicyUnit part(String name, JsonNode inner) {
    return new PolicyUnit(
        path + "." + name, key + "." + name, entry, YamlDocument.child(pointer, name), inner);
  }

  /** The value as people write it, on one line. */
  static String text(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(PolicyUnit::text)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value.isObject()) {
      return value.properties().stream()
          .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.asText();
  }

  /** The text, cut after 120 characters. */
  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }

  /** The value as people write it, shortened. */
  String shown() {
    return shortened(text(value));
  }
}
