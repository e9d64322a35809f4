package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.readers.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The keys of a policy as its schema has them: which are blocks, which are lists of named entries,
 * and what is a value that can only be set as a whole.
 */
final class PolicyKeys {

  /** They are about a file and not about what it declares. */
  private static final Set<String> OF_THE_FILE = Set.of("version", "overridable", "reserved");

  static final String NAME = "name";

  private final JsonNode schema;
  private final SortedSet<String> paths = new TreeSet<>();

  PolicyKeys(JsonNode schema) {
    this.schema = schema;
    schema
        .path("properties")
        .properties()
        .forEach(
            entry -> {
              if (!OF_THE_FILE.contains(entry.getKey())) {
                addPaths(entry.getKey(), resolved(entry.getValue()));
              }
            });
  }

  private void addPaths(String path, JsonNode of) {
    paths.add(path);
    JsonNode block = named(of) ? of.path("items") : of;
    if (named(of) || block(of)) {
      block
          .path("properties")
          .properties()
          .forEach(
              entry -> {
                JsonNode inner = resolved(entry.getValue());
                if (named(of)) {
                  paths.add(path + "." + entry.getKey());
                } else {
                  addPaths(path + "." + entry.getKey(), inner);
                }
              });
    }
  }

  /** Every path that a permission may name: {@code limits}, {@code limits.cpuShare}, … */
  SortedSet<String> paths() {
    return Collections.unmodifiableSortedSet(paths);
  }

  /** What a document sets, in its order; only values that the schema knows. */
  List<PolicyUnit> units(JsonNode root) {
    List<PolicyUnit> units = new ArrayList<>();
    root.properties()
        .forEach(
            entry -> {
              String key = entry.getKey();
              if (!OF_THE_FILE.contains(key)) {
                JsonNode of = resolved(schema.path("properties").path(key));
                collect(key, YamlDocument.child("", key), of, entry.getValue(), units);
              }
            });
    return units;
  }

  private void collect(
      String path, String pointer, JsonNode of, JsonNode value, List<PolicyUnit> units) {
    if (block(of) && value.isObject()) {
      value
          .properties()
          .forEach(
              entry -> {
                String key = entry.getKey();
                JsonNode inner = resolved(of.path("properties").path(key));
                String at = YamlDocument.child(pointer, key);
                collect(path + "." + key, at, inner, entry.getValue(), units);
              });
    } else if (blocks(of) && value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        entry(path, YamlDocument.child(pointer, i), named(of), value.path(i), units);
      }
    } else {
      units.add(new PolicyUnit(path, path, "", pointer, value));
    }
  }

  /** An entry without a name is one value, told from others by all that it says. */
  private static void entry(
      String path, String pointer, boolean named, JsonNode value, List<PolicyUnit> units) {
    if (!named) {
      String entry = path + "[" + PolicyUnit.text(value) + "]";
      units.add(new PolicyUnit(path, entry, entry, pointer, value));
      return;
    }
    String entry = path + "[" + value.path(NAME).asText() + "]";
    value
        .properties()
        .forEach(
            field -> {
              String key = field.getKey();
              String at = YamlDocument.child(pointer, key);
              String inner = path + "." + key;
              units.add(new PolicyUnit(inner, entry + "." + key, entry, at, field.getValue()));
            });
  }

  private JsonNode resolved(JsonNode of) {
    return of.has("$ref") ? schema.at(of.path("$ref").asText().substring(1)) : of;
  }

  /** A limit or an assumption may be a block too, but holds or does not hold as a whole. */
  private static boolean block(JsonNode of) {
    return of.path("type").asText().equals("object") && of.has("properties");
  }

  private static boolean blocks(JsonNode of) {
    return of.path("type").asText().equals("array") && of.path("items").has("properties");
  }

  private static boolean named(JsonNode of) {
    return blocks(of) && of.path("items").path("properties").has(NAME);
  }
}
