package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.rustfit.readers.yaml.YamlDocument;
import io.github.rustfit.readers.yaml.YamlSchema;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads {@code rustfit.yaml}. What the file may say is written in one place, the JSON Schema {@link
 * #SCHEMA}; only what a schema cannot express is checked besides.
 */
public final class PolicyReader {

  /** The schema's name on the class path. */
  public static final String SCHEMA = "/io/github/rustfit/rustfit.schema.json";

  private PolicyReader() {}

  /**
   * Reads a policy; an empty one declares nothing. Nothing is thrown for bad content.
   *
   * @param displayPath of the file, relative to the project's root, for messages
   * @param in the file, UTF-8, at most 1 MiB; the caller closes it
   * @throws IOException only when the storage fails
   */
  public static PolicyReading read(String displayPath, InputStream in) throws IOException {
    return bind(displayPath, YamlSchema.ofResource(SCHEMA).read(displayPath, in));
  }

  /**
   * Reads a policy; an empty one declares nothing. Nothing is thrown for bad content.
   *
   * @param displayPath of the file, relative to the project's root, for messages
   * @param bytes the file, UTF-8, at most 1 MiB
   */
  public static PolicyReading read(String displayPath, byte[] bytes) {
    return bind(displayPath, YamlSchema.ofResource(SCHEMA).read(displayPath, bytes));
  }

  private static PolicyReading bind(String source, YamlDocument document) {
    PolicyChecks.check(document);
    boolean sound = document.problems().isEmpty();
    JsonNode root = sound ? document.root() : JsonNodeFactory.instance.objectNode();
    return new PolicyReading(
        PolicyBinder.bind(source, document, root),
        document.problems().toList(),
        root.path("crates").asText());
  }
}
