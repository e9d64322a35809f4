package io.github.rustfit.readers.yaml;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** Bytes to one YAML document; composes nodes only and constructs no object. */
final class YamlParser {

  private YamlParser() {}

  /**
   * Parses; whatever is wrong becomes a problem of the document, which is then empty or partial.
   */
  static YamlDocument parse(String path, byte[] bytes) {
    YamlProblems problems = new YamlProblems(path);
    return YamlText.decode(bytes, problems)
        .flatMap(text -> parse(text, problems))
        .orElseGet(() -> empty(problems));
  }

  private static Optional<YamlDocument> parse(String text, YamlProblems problems) {
    try {
      Iterator<Node> documents = yaml().composeAll(new StringReader(text)).iterator();
      if (!documents.hasNext()) {
        return Optional.empty();
      }
      Node first = documents.next();
      if (documents.hasNext()) {
        problems.add(
            YamlTree.location(documents.next().getStartMark()),
            "A second document starts here",
            "Keep one document in the file: remove the '---' above and what does not belong.");
      }
      boolean nothing = first.getTag().equals(Tag.NULL) && problems.isEmpty();
      return nothing ? Optional.empty() : Optional.of(YamlTree.of(first, problems));
    } catch (YAMLException e) {
      SyntaxErrors.add(e, text, problems);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      SyntaxErrors.addEscape(text, problems);
      return Optional.empty();
    }
  }

  /** A value takes two bytes and more; aliases may say some things again, but not everything. */
  private static final int VALUES_PER_BYTE = 2;

  /** Values that a short file may have all the same. */
  private static final int SMALL = 10_000;

  /** Most documents of one file. */
  private static final int MAX_DOCUMENTS = 1000;

  /** The documents up to the first place that is no YAML, which becomes a problem. */
  static List<YamlDocument> parseAll(byte[] bytes, YamlProblems problems) {
    List<YamlDocument> documents = new ArrayList<>();
    Optional<String> text = YamlText.decode(bytes, problems);
    if (text.isEmpty()) {
      return documents;
    }
    try {
      int count = YamlTree.allBut(VALUES_PER_BYTE * bytes.length + SMALL);
      for (Node node : yaml().composeAll(new StringReader(text.get()))) {
        if (documents.size() == MAX_DOCUMENTS) {
          problems.add(
              YamlTree.location(node.getStartMark()),
              "Only the first " + MAX_DOCUMENTS + " documents were read",
              "Split the file.");
          return documents;
        }
        YamlTree.Converted converted = YamlTree.of(node, problems, true, count);
        count = converted.count();
        if (converted.tooMuch()) {
          return documents;
        }
        documents.add(converted.document());
      }
    } catch (YAMLException e) {
      SyntaxErrors.add(e, text.get(), problems);
    } catch (IllegalArgumentException e) {
      SyntaxErrors.addEscape(text.get(), problems);
    }
    return documents;
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    options.setMaxAliasesForCollections(50);
    options.setNestingDepthLimit(YamlTree.MAX_DEPTH);
    options.setCodePointLimit(YamlText.MAX_BYTES);
    return new Yaml(new SafeConstructor(options));
  }

  private static YamlDocument empty(YamlProblems problems) {
    return new YamlDocument(JsonNodeFactory.instance.objectNode(), Map.of(), Map.of(), problems);
  }
}
