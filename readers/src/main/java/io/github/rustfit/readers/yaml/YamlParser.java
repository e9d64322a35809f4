package io.github.rustfit.readers.yaml;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringReader;
import java.util.Iterator;
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
    }
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
