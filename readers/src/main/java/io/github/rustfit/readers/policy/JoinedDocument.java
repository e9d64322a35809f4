package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustfit.readers.yaml.Location;
import io.github.rustfit.readers.yaml.YamlDocument;
import io.github.rustfit.readers.yaml.YamlProblems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One document of what joined policies set; each place in it names its file. */
final class JoinedDocument {

  private final ObjectNode root = JsonNodeFactory.instance.objectNode();
  private final Map<String, Location> keys = new HashMap<>();
  private final Map<String, Location> values = new HashMap<>();
  private final Map<String, String> entries = new HashMap<>();

  private JoinedDocument() {}

  /**
   * Makes it.
   *
   * @param name of all policies together, for what stands in none of them
   * @param settings what {@link PolicyJoin} gives
   */
  static YamlDocument of(String name, Map<String, List<Said>> settings) {
    JoinedDocument joined = new JoinedDocument();
    joined.values.put("", Location.NONE);
    settings.values().forEach(said -> joined.add(said.get(said.size() - 1)));
    return new YamlDocument(joined.root, joined.keys, joined.values, new YamlProblems(name));
  }

  private void add(Said said) {
    PolicyUnit unit = said.unit();
    String[] path = unit.path().split("\\.");
    if (!unit.entry().isEmpty()) {
      String list = YamlDocument.child("", path[0]);
      note(said, unit.pointer().substring(0, unit.pointer().indexOf('/', 1)), list);
      ArrayNode entriesOfList = root.withArray(list);
      String at =
          entries.computeIfAbsent(
              unit.entry(), entry -> YamlDocument.child(list, entriesOfList.size()));
      if (unit.key().equals(unit.entry())) {
        entriesOfList.add(unit.value());
      } else {
        if (root.at(at).isMissingNode()) {
          note(said, unit.pointer().substring(0, unit.pointer().lastIndexOf('/')), at);
          entriesOfList.addObject();
        }
        ((ObjectNode) root.at(at)).set(path[1], unit.value());
        at = YamlDocument.child(at, path[1]);
      }
      copy(said.layer(), unit.pointer(), at, unit.value());
      return;
    }
    ObjectNode block = root;
    String at = "";
    for (int i = 0; i < path.length - 1; i++) {
      at = YamlDocument.child(at, path[i]);
      note(said, at, at);
      block = block.withObjectProperty(path[i]);
    }
    block.set(path[path.length - 1], unit.value());
    copy(said.layer(), unit.pointer(), unit.pointer(), unit.value());
  }

  /** The first policy that has a block or a list gives it its place. */
  private void note(Said said, String from, String to) {
    YamlDocument document = said.layer().document();
    keys.putIfAbsent(to, document.keyAt(from).in(said.layer().source()));
    values.putIfAbsent(to, document.valueAt(from).in(said.layer().source()));
  }

  private void copy(PolicyLayer layer, String from, String to, JsonNode value) {
    keys.put(to, layer.document().keyAt(from).in(layer.source()));
    values.put(to, layer.document().valueAt(from).in(layer.source()));
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        copy(layer, YamlDocument.child(from, i), YamlDocument.child(to, i), value.path(i));
      }
    }
    value
        .properties()
        .forEach(
            entry -> {
              String key = entry.getKey();
              String below = YamlDocument.child(to, key);
              copy(layer, YamlDocument.child(from, key), below, entry.getValue());
            });
  }
}
