package io.github.rustfit.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.plugin.report.fixture.EveryFigure;
import io.github.rustfit.plugin.report.fixture.Rendered;
import io.github.rustfit.plugin.report.fixture.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads every result of the SARIF of {@link EveryFigure} back. */
class SarifFiguresTest {

  private JsonNode run;

  @BeforeEach
  void write() throws IOException {
    run =
        Trees.read(Rendered.text(new SarifReport("services/", "1.2.3"), EveryFigure.assessment()))
            .at("/runs/0");
  }

  private List<String> results(String... pointers) {
    List<String> lines = new ArrayList<>();
    for (JsonNode result : run.get("results")) {
      List<String> cells = new ArrayList<>();
      for (String pointer : pointers) {
        cells.add(result.at(pointer).asText());
      }
      lines.add(String.join(" ", cells).strip());
    }
    return lines;
  }

  /** The limit of pauses stands in line 89 of the policy, and that of full collections nowhere. */
  @Test
  void each_result_stands_at_its_line() {
    assertThat(
            results(
                "/locations/0/physicalLocation/artifactLocation/uri",
                "/locations/0/physicalLocation/region/startLine",
                "/locations/0/logicalLocations/0/name"))
        .containsExactly(
            "services/shop/src/Price.java 17 shop/price",
            "services/rustfit.yaml 89",
            "services/shop/src/Tax.java 73 shop/basket",
            "services/shop/src/Tax.java 79 shop/price",
            "services/shop/src/Tax.java 79",
            "services/shop/src/Price.java 47 shop/price",
            "services/rustfit.yaml 1",
            "services/shop/src/Tax.java 53 shop/price");
  }

  @Test
  void each_result_has_its_level_and_says_what_and_what_to_do() {
    assertThat(results("/ruleId", "/level", "/message/text"))
        .containsExactly(
            "cpuShare error owns 21.1 % of the CPU samples, the limit is 18.1 % Cache it.",
            "gcPauseP99 warning gcPauseP99 is 41 ms, the limit is 37 ms Use ZGC.",
            "verdict warning comes out as not-enough-evidence Record it.",
            "allocationShare error has too much allocationShare Allocate less.",
            "fullCollections error has too much fullCollections Allocate less.",
            "copies error It copies. Slice.",
            "declared-horizon warning It is full. Enlarge it.",
            "boxing note It boxes. Use long.");
  }

  /** SonarQube looks at the level of the rule only. */
  @Test
  void each_rule_has_the_level_of_its_most_serious_result() {
    List<String> rules = new ArrayList<>();
    run.at("/tool/driver/rules")
        .forEach(
            rule ->
                rules.add(
                    rule.get("id").asText()
                        + " "
                        + rule.at("/defaultConfiguration/level").asText()));
    assertThat(rules)
        .containsExactly(
            "allocationShare error",
            "boxing note",
            "copies error",
            "cpuShare error",
            "declared-horizon warning",
            "fullCollections error",
            "gcPauseP99 warning",
            "verdict warning");
  }

  @Test
  void what_is_excused_is_suppressed_with_the_reason() {
    assertThat(results("/suppressions/0/kind", "/suppressions/0/status"))
        .containsExactly("", "", "", "external accepted", "external accepted", "", "", "");
    assertThat(results("/suppressions/0/justification"))
        .containsExactly(
            "",
            "",
            "",
            "tune, decided by team-a on 2026-01-03 until 2026-11-05: The cache goes.",
            "the baseline accepts it",
            "",
            "",
            "");
  }

  /** By {@code printf 'limit\0shop/price\0cpuShare' | sha256sum | cut -c1-32} and so on. */
  @Test
  void each_fingerprint_is_the_digest_of_what_stays_in_the_next_build() {
    assertThat(results("/partialFingerprints/rustfit~1v1"))
        .containsExactly(
            "0bdaa69cf8fc282231f40918949f6eb3",
            "6b83562e47cab328cf7834e4fc99212b",
            "6f39bc98e264902c9432b91750a8e5cb",
            "fbd1e109ab2e23e6ab221ea8cc15f7b8",
            "4d3a6fe6db26f46675c4d5eabad5ab80",
            "079d4d65778903f9b7e25f589c958ae9",
            "56c872faed0e1c6d410a84830050926a",
            "fc2b9b372d113b1a339f3c51bd42ee7c");
  }

  @Test
  void the_tool_says_its_version_and_each_rule_where_it_is_explained() {
    assertThat(run.at("/tool/driver/version").asText()).isEqualTo("1.2.3");
    assertThat(run.at("/tool/driver/informationUri").asText())
        .isEqualTo("https://github.com/rustfit/rustfit");
    List<String> pages = new ArrayList<>();
    run.at("/tool/driver/rules")
        .forEach(
            rule -> {
              String page = rule.get("helpUri").asText();
              pages.add(rule.get("id").asText() + ": " + page.substring(page.indexOf("docs/")));
              assertThat(rule.at("/help/text").asText()).contains(page);
            });
    assertThat(pages)
        .contains(
            "cpuShare: docs/reference/policy.md#limits",
            "verdict: docs/reference/policy.md#verdicts",
            "declared-horizon: docs/reference/rules/declared-horizon.md");
  }

  @Test
  void each_rule_is_described_once() {
    List<String> rules = new ArrayList<>();
    run.at("/tool/driver/rules")
        .forEach(
            rule ->
                rules.add(
                    rule.get("id").asText()
                        + ": "
                        + rule.at("/shortDescription/text").asText()
                        + ": "
                        + rule.at("/fullDescription/text").asText()));
    assertThat(rules)
        .containsExactly(
            "allocationShare: Limit allocationShare: A limit of the policy.",
            "boxing: boxing: A limit or pattern of rustfit.",
            "copies: copies: A limit or pattern of rustfit.",
            "cpuShare: Limit cpuShare: A limit of the policy.",
            "declared-horizon: Rule of years: Looks at years.",
            "fullCollections: Limit fullCollections: A limit of the policy.",
            "gcPauseP99: Limit gcPauseP99: A limit of the policy.",
            "verdict: verdict: A limit or pattern of rustfit.");
  }
}
