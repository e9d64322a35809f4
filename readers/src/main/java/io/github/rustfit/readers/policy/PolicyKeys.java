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
          .forEach(entry -> addPaths(path + "." + entry.getKey(), resolved(entry.getValue())));
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
    if (blocks(of) && value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        entry(path, YamlDocument.child(pointer, i), of, value.path(i), units);
      }
    } else {
      parts(new PolicyUnit(path, path, "", pointer, value), of, units);
    }
  }

  /** An entry without a name is one value, told from others by all that it says. */
  private void entry(
      String path, String pointer, JsonNode of, JsonNode value, List<PolicyUnit> units) {
    boolean named = named(of);
    String entry = path + "[" + (named ? value.path(NAME).asText() : PolicyUnit.text(value)) + "]";
    PolicyUnit whole = new PolicyUnit(path, entry, entry, pointer, value);
    if (named) {
      parts(whole, of.path("items"), units);
    } else {
      units.add(whole);
    }
  }

  /** What can be set by itself in a block; all of it where it holds as a whole. */
  private void parts(PolicyUnit whole, JsonNode of, List<PolicyUnit> units) {
    if (!block(of) || !whole.value().isObject()) {
      units.add(whole);
      return;
    }
    whole
        .value()
        .properties()
        .forEach(
            field ->
                parts(
                    whole.part(field.getKey(), field.getValue()),
                    resolved(of.path("properties").path(field.getKey())),
                    units));
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
