package io.github.rustfit.plugin.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.plugin.report.fixture.EveryFigure;
import io.github.rustfit.plugin.report.fixture.Rendered;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every figure can be cited, as {@code docs/reference/formats.md} says: by its JSON pointer, or by
 * a name in which the fields of {@code x-key} stand for the place in a list.
 */
class CitedFiguresTest {

  private static final String KEY = "x-key";

  private final JsonNode schema;
  private final SortedMap<String, String> pointers = new TreeMap<>();

  CitedFiguresTest() throws IOException {
    String resource = "/io/github/rustfit/report.schema.json";
    try (InputStream in = Objects.requireNonNull(JsonReport.class.getResourceAsStream(resource))) {
      schema = new ObjectMapper().readTree(in);
    }
  }

  static Stream<Assessment> assessments() {
    return Stream.concat(JsonReportTest.assessments(), Stream.of(EveryFigure.assessment()));
  }

  /** A description, and the alternatives that it names. */
  private Stream<JsonNode> meant(JsonNode description) {
    JsonNode one = description;
    while (one.has("$ref")) {
      one = schema.at(one.get("$ref").asText().substring(1));
    }
    return Stream.concat(
        Stream.of(one),
        Stream.concat(one.path("anyOf").valueStream(), one.path("oneOf").valueStream())
            .flatMap(this::meant));
  }

  private Optional<JsonNode> described(JsonNode description, String field) {
    return meant(description)
        .map(one -> one.path(field))
        .filter(one -> !one.isMissingNode())
        .findFirst();
  }

  /** Notes every value below, and fails for two of one name. */
  private void note(JsonNode value, JsonNode description, String pointer, String name) {
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        JsonNode inner =
            meant(description)
                .map(one -> one.path("properties").path(field.getKey()))
                .filter(one -> !one.isMissingNode())
                .findFirst()
                .orElseThrow(() -> new AssertionError(pointer + "/" + field.getKey()));
        String step = "/" + escaped(field.getKey());
        note(field.getValue(), inner, pointer + step, name + step);
      }
    } else if (value.isArray()) {
      JsonNode key = described(description, KEY).orElse(null);
      JsonNode items = described(description, "items").orElseThrow();
      for (int i = 0; i < value.size(); i++) {
        JsonNode element = value.get(i);
        String step = "/" + i;
        String called = step;
        if (key != null && !key.isEmpty()) {
          called =
              "/"
                  + key.valueStream()
                      .map(field -> escaped(element.get(field.asText()).asText()))
                      .collect(Collectors.joining(","));
        }
        note(element, items, pointer + step, name + called);
      }
    } else {
      assertThat(pointers.put(name, pointer)).as(name).isNull();
    }
  }

  private static String escaped(String text) {
    return text.replace("~", "~0").replace("/", "~1");
  }

  @ParameterizedTest
  @MethodSource("assessments")
  void each_value_has_a_name_of_its_own_and_a_pointer_that_leads_to_it(Assessment assessment)
      throws IOException {
    JsonNode report = new ObjectMapper().readTree(Rendered.json(assessment));
    note(report, schema, "", "");

    assertThat(pointers).isNotEmpty();
    pointers.values().forEach(one -> assertThat(report.at(one).isValueNode()).as(one).isTrue());
  }

  /** The example of the page. */
  @Test
  void a_component_is_cited_by_its_name() throws IOException {
    JsonNode report = new ObjectMapper().readTree(Rendered.json(EveryFigure.assessment()));
    note(report, schema, "", "");

    String pointer = pointers.get("/components/shop~1price/cpu/share");
    assertThat(pointer).matches("/components/\\d/cpu/share");
    assertThat(report.at(pointer).doubleValue()).isEqualTo(0.211);
  }

  @Test
  void every_list_of_objects_says_what_tells_its_elements_apart() {
    Stream<JsonNode> lists =
        all(schema).filter(one -> one.path("items").isObject()).filter(this::ofObjects);
    assertThat(lists)
        .isNotEmpty()
        .allSatisfy(
            list -> {
              assertThat(list.path(KEY).isArray()).as(list.toString()).isTrue();
              JsonNode required = described(list.get("items"), "required").orElseThrow();
              assertThat(required.valueStream().map(JsonNode::asText))
                  .containsAll(list.get(KEY).valueStream().map(JsonNode::asText).toList());
            });
  }

  private boolean ofObjects(JsonNode list) {
    return described(list.get("items"), "properties").isPresent();
  }

  private static Stream<JsonNode> all(JsonNode root) {
    return Stream.concat(Stream.of(root), root.valueStream().flatMap(CitedFiguresTest::all));
  }
}
