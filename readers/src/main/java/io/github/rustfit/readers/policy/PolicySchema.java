package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustfit.readers.yaml.YamlSchema;

/** The schema of a policy, and what it says of one of several policies. */
final class PolicySchema {

  /** What all policies that count must say together. */
  static final YamlSchema WHOLE = YamlSchema.ofResource(PolicyReader.SCHEMA);

  /** What each of them must say. */
  static final YamlSchema PART = YamlSchema.of(part(WHOLE.source()));

  static final PolicyKeys KEYS = new PolicyKeys(WHOLE.source());

  private PolicySchema() {}

  /** The same without the keys that a block must have: another policy may say them. */
  private static JsonNode part(JsonNode whole) {
    ObjectNode part = whole.deepCopy();
    part.path("properties")
        .forEach(
            of -> {
              if (of instanceof ObjectNode block && block.path("type").asText().equals("object")) {
                block.remove("required");
              }
            });
    return part;
  }
}
