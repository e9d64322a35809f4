package io.github.rustfit.readers.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One document's nodes as a JSON tree, with the place of every key and value. */
final class YamlTree {

  /** Deeper than any schema here; an alias may make a shallow text deep. */
  static final int MAX_DEPTH = 50;

  /** Aliases may multiply what a short text says; this bounds what becomes of 1 MiB. */
  private static final int MAX_VALUES = 500_000;

  private static final Set<Tag> CORE =
      Set.of(
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.MAP,
          Tag.SEQ,
          Tag.TIMESTAMP,
          Tag.MERGE);

  private final Map<String, Location> keys = new HashMap<>();
  private final Map<String, Location> values = new HashMap<>();
  private final YamlProblems problems;
  private final boolean anyTag;
  private int count;

  private YamlTree(YamlProblems problems, boolean anyTag, int count) {
    this.problems = problems;
    this.anyTag = anyTag;
    this.count = count;
  }

  /** Converts a document; what cannot be converted becomes a problem and is left out. */
  static YamlDocument of(Node root, YamlProblems problems) {
    return of(root, problems, false, 0).document();
  }

  /** The count at which no more than these values are left. */
  static int allBut(int values) {
    return Math.max(0, MAX_VALUES - values);
  }

  /**
   * Converts one of several documents.
   *
   * @param anyTag whether tags of other programs are let through, their values as they stand
   * @param count values in the documents before it
   */
  static Converted of(Node root, YamlProblems problems, boolean anyTag, int count) {
    YamlTree tree = new YamlTree(problems, anyTag, count);
    JsonNode json = tree.convert(root, "", 0);
    return new Converted(new YamlDocument(json, tree.keys, tree.values, problems), tree.count);
  }

  /**
   * A document, and how much there is by now.
   *
   * @param count values in it and in the documents before it
   */
  record Converted(YamlDocument document, int count) {

    boolean tooMuch() {
      return count > MAX_VALUES;
    }
  }

  private JsonNode convert(Node node, String pointer, int depth) {
    Location at = location(node.getStartMark());
    values.put(pointer, at);
    if (depth > MAX_DEPTH || ++count > MAX_VALUES) {
      if (count <= MAX_VALUES + 1) {
        problems.add(
            at,
            "The aliases (*name) expand to too much or too deep a content",
            "Write the values out instead of using aliases.");
      }
      return NullNode.getInstance();
    }
    if (!anyTag && !CORE.contains(node.getTag())) {
      problems.add(at, "A tag (!…) is not supported", "Remove the tag and keep the value.");
    }
    if (node instanceof MappingNode mapping) {
      return convert(mapping, pointer, depth);
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (Node item : sequence.getValue()) {
        array.add(convert(item, YamlDocument.child(pointer, array.size()), depth + 1));
      }
      return array;
    }
    ScalarNode scalar = (ScalarNode) node;
    return scalar.isPlain()
        ? Scalars.plain(scalar.getValue())
        : TextNode.valueOf(scalar.getValue());
  }

  private ObjectNode convert(MappingNode mapping, String pointer, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      Location at = location(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(at, "A key must be plain text", "Write a key as 'name: value'.");
        continue;
      }
      String child = YamlDocument.child(pointer, key.getValue());
      if (object.has(key.getValue())) {
        problems.add(
            at,
            "The key "
                + Quoted.of(key.getValue())
                + " stands here again, first in line "
                + keys.getOrDefault(child, Location.NONE).line(),
            "Merge the two or remove one.");
        continue;
      }
      keys.put(child, at);
      object.set(key.getValue(), convert(tuple.getValueNode(), child, depth + 1));
    }
    return object;
  }

  static Location location(Mark mark) {
    return new Location(mark.getLine() + 1, mark.getColumn() + 1, "");
  }
}
