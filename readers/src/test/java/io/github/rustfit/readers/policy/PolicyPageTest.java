package io.github.rustfit.readers.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Payload;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.policy.Technique;
import io.github.rustfit.rules.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema, its published copy, its reference page and the model say the same. */
class PolicyPageTest {

  private static final Path REFERENCE = Path.of("..", "docs", "reference");

  private static byte[] shipped() throws IOException {
    try (InputStream in = PolicyReader.class.getResourceAsStream(PolicyReader.SCHEMA)) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }

  private static JsonNode schema() throws IOException {
    return new ObjectMapper().readTree(shipped());
  }

  private static String page() throws IOException {
    return Files.readString(REFERENCE.resolve("policy.md"), UTF_8);
  }

  static Stream<String> yamlBlocks() throws IOException {
    return Pattern.compile("(?ms)^```yaml\n(.*?)^```$")
        .matcher(page())
        .results()
        .map(m -> m.group(1));
  }

  @Test
  void the_schema_is_valid_by_its_draft() throws IOException {
    var draft =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(draft.validate(schema())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("yamlBlocks")
  void each_example_of_the_page_is_a_sound_policy(String yaml) {
    assertThat(PolicyReader.read("policy.md", yaml.getBytes(UTF_8)).problems()).isEmpty();
  }

  @Test
  void the_page_names_every_key_and_its_example_uses_every_key() throws IOException {
    String complete =
        yamlBlocks().filter(block -> block.contains("version:")).findFirst().orElseThrow();
    Set<String> keys = new TreeSet<>();
    collect(schema(), keys);

    assertThat(keys).hasSizeGreaterThan(30);
    assertThat(keys).allSatisfy(key -> assertThat(page()).contains("`" + key + "`"));
    assertThat(keys).allSatisfy(key -> assertThat(complete).contains(key + ":"));
  }

  private static void collect(JsonNode node, Set<String> keys) {
    node.path("properties")
        .properties()
        .forEach(
            entry -> {
              keys.add(entry.getKey());
              collect(entry.getValue(), keys);
              collect(entry.getValue().path("items"), keys);
            });
  }

  @Test
  void every_key_is_described_and_every_block_is_closed() throws IOException {
    describe(schema(), "root");
  }

  private static void describe(JsonNode node, String name) {
    assertThat(node.has("$ref") || (node.has("title") && node.has("description")))
        .as(name)
        .isTrue();
    if (node.has("properties")) {
      assertThat(node.path("additionalProperties").asBoolean(true)).as(name).isFalse();
    }
    node.path("properties").properties().forEach(e -> describe(e.getValue(), e.getKey()));
    if (node.has("items")) {
      describe(node.path("items"), name + "[]");
    }
  }

  /** The bounds of the schema admit every default, and its defaults are those of the model. */
  @Test
  void the_schema_knows_exactly_the_models_assumptions_and_their_defaults() throws IOException {
    JsonNode economics = schema().at("/properties/economics/properties");
    assertThat(economics.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.of(Assumption.values()).map(Assumption::id),
                    Stream.of(
                        "technique",
                        "crossingsPerSecond",
                        "crossingsCarry",
                        "crossingBytesPerSecond"))
                .toList());
    assertThat(economics.at("/technique/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(Stream.of(Technique.values()).map(Technique::id).toList());
    assertThat(economics.at("/crossingsCarry/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(Stream.of(Payload.values()).map(Payload::id).toList());
    for (Assumption assumption : Assumption.values()) {
      JsonNode byDefault = economics.path(assumption.id()).path("default");
      for (Scenario scenario : Scenario.values()) {
        assertThat(byDefault.path(scenario.id()).asDouble())
            .as(assumption.id())
            .isEqualTo(assumption.byDefault().in(scenario));
      }
    }
  }

  @Test
  void the_schema_knows_exactly_the_models_metrics_and_verdicts() throws IOException {
    assertThat(schema().at("/properties/limits/properties").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(Stream.of(Metric.values()).map(Metric::id).toList());
    assertThat(schema().at("/properties/verdicts/properties").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(Stream.of(Verdict.values()).map(Verdict::id).toList());
  }
}
