package io.github.rustfit.readers.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.rustfit.readers.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A value in a YAML document, missing ones included, with its place.
 *
 * @param document where it stands
 * @param value the value
 * @param pointer JSON pointer to it
 */
record YamlNode(YamlDocument document, JsonNode value, String pointer) {

  /** How often a merge key may lead to another one; the document is bounded besides. */
  private static final int MAX_MERGES = 10;

  private static final String MERGE = "<<";

  static YamlNode root(YamlDocument document) {
    return new YamlNode(document, document.root(), "");
  }

  /** The value of a path of keys; of a key that is not there, the one merged in with {@code <<}. */
  YamlNode get(String... path) {
    YamlNode at = this;
    for (String key : path) {
      at = at.child(key, 0);
    }
    return at;
  }

  private YamlNode child(String key, int merges) {
    JsonNode found = value.path(key);
    if (!found.isMissingNode() || !value.has(MERGE) || merges == MAX_MERGES) {
      return new YamlNode(document, found, YamlDocument.child(pointer, key));
    }
    YamlNode merged = new YamlNode(document, value.path(MERGE), pointer + "/" + MERGE);
    for (YamlNode one : merged.value.isArray() ? merged.items() : List.of(merged)) {
      YamlNode inherited = one.child(key, merges + 1);
      if (inherited.present()) {
        return inherited;
      }
    }
    return new YamlNode(document, MissingNode.getInstance(), YamlDocument.child(pointer, key));
  }

  /** The items of a list; none if it is no list. */
  List<YamlNode> items() {
    List<YamlNode> items = new ArrayList<>();
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      items.add(new YamlNode(document, value.path(i), YamlDocument.child(pointer, i)));
    }
    return items;
  }

  /** The values of a mapping by key; none if it is no mapping. */
  SortedMap<String, YamlNode> entries() {
    SortedMap<String, YamlNode> entries = new TreeMap<>();
    for (Map.Entry<String, JsonNode> one : value.properties()) {
      entries.put(
          one.getKey(),
          new YamlNode(document, one.getValue(), YamlDocument.child(pointer, one.getKey())));
    }
    return entries;
  }

  boolean present() {
    return !value.isMissingNode() && !value.isNull();
  }

  /** A scalar as text; empty when it is none. */
  String text() {
    return value.isValueNode() && present() ? value.asText() : "";
  }

  /** The words of a command: a list's items, or a text's. */
  String words() {
    return value.isArray()
        ? String.join(" ", items().stream().map(YamlNode::text).toList())
        : text();
  }

  int line() {
    return document.valueAt(pointer).line();
  }
}
