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
  static YamlDocument of(String name, Map<String, List<LayeredUnit>> settings) {
    JoinedDocument joined = new JoinedDocument();
    joined.values.put("", Location.NONE);
    settings.values().forEach(said -> joined.add(said.get(said.size() - 1)));
    return new YamlDocument(joined.root, joined.keys, joined.values, new YamlProblems(name));
  }

  private void add(LayeredUnit said) {
    PolicyUnit unit = said.unit();
    if (unit.entry().isEmpty()) {
      set(said, root, "", unit.path().split("\\."), "");
      return;
    }
    String name = unit.entry().substring(0, unit.entry().indexOf('['));
    String list = YamlDocument.child("", name);
    note(said, list, list);
    ArrayNode entriesOfList = root.withArray(list);
    String at =
        entries.computeIfAbsent(
            unit.entry(), entry -> YamlDocument.child(list, entriesOfList.size()));
    if (unit.key().equals(unit.entry())) {
      entriesOfList.add(unit.value());
      copy(said.layer(), unit.pointer(), at, unit.value());
      return;
    }
    String own = unit.pointer().substring(0, unit.pointer().indexOf('/', list.length() + 1));
    if (root.at(at).isMissingNode()) {
      note(said, own, at);
      entriesOfList.addObject();
    }
    String path = unit.path().substring(name.length() + 1);
    set(said, (ObjectNode) root.at(at), at, path.split("\\."), own);
  }

  /**
   * Sets a value in a block.
   *
   * @param at pointer of the block here
   * @param path keys from the block to the value
   * @param own pointer of the block in the policy that sets it
   */
  private void set(LayeredUnit said, ObjectNode block, String at, String[] path, String own) {
    ObjectNode inner = block;
    String to = at;
    String from = own;
    for (int i = 0; i < path.length - 1; i++) {
      to = YamlDocument.child(to, path[i]);
      from = YamlDocument.child(from, path[i]);
      note(said, from, to);
      inner = inner.withObjectProperty(path[i]);
    }
    String last = path[path.length - 1];
    inner.set(last, said.unit().value());
    String value = YamlDocument.child(to, last);
    copy(said.layer(), said.unit().pointer(), value, said.unit().value());
  }

  /** The first policy that has a block or a list gives it its place. */
  private void note(LayeredUnit said, String from, String to) {
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
