package io.github.rustfit.readers.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** A JSON Schema, draft 2020-12, that YAML files are held against. Needs no network. */
public final class YamlSchema {

  private final JsonNode source;
  private final Schema schema;

  private YamlSchema(JsonNode source) {
    this.source = source;
    this.schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry ->
                    registry.schemaRegistryConfig(
                        SchemaRegistryConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .locale(Locale.ENGLISH)
                            .build()))
            .getSchema(source);
  }

  /**
   * Loads a schema that ships with the program.
   *
   * @param resource absolute name on the class path of this class
   * @throws IllegalStateException if there is none
   */
  public static YamlSchema ofResource(String resource) {
    try (InputStream in = YamlSchema.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing from the jar: " + resource);
      }
      return of(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /**
   * A schema.
   *
   * @param source JSON Schema, draft 2020-12
   */
  public static YamlSchema of(JsonNode source) {
    return new YamlSchema(source);
  }

  /** The schema as it is written; not to be changed. */
  public JsonNode source() {
    return source;
  }

  /**
   * Reads a YAML file and notes everything that the schema does not allow. Its content is fit for
   * binding exactly when the document has no problem.
   *
   * @param path of the file, as people know it
   * @throws IOException only when the storage fails
   */
  public YamlDocument read(String path, InputStream in) throws IOException {
    return read(path, YamlText.bytes(in));
  }

  /**
   * Reads a YAML file and notes everything that the schema does not allow.
   *
   * @param path of the file, as people know it
   */
  public YamlDocument read(String path, byte[] bytes) {
    YamlDocument document = YamlParser.parse(path, bytes);
    validate(document);
    return document;
  }

  /** Notes everything that the schema does not allow in a document, unless it is no YAML. */
  public void validate(YamlDocument document) {
    boolean parsed = document.values().containsKey("") || document.problems().isEmpty();
    if (parsed) {
      SchemaMessages messages = new SchemaMessages(source, document);
      schema.validate(document.root()).forEach(messages::add);
    }
  }
}
