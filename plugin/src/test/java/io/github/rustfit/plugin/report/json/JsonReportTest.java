package io.github.rustfit.plugin.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.WhatIf;
import io.github.rustfit.plugin.report.ReportWriters;
import io.github.rustfit.plugin.report.fixture.CacheComponents;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.Draft;
import io.github.rustfit.plugin.report.fixture.Hostile;
import io.github.rustfit.plugin.report.fixture.PublishedSchema;
import io.github.rustfit.plugin.report.fixture.Rendered;
import io.github.rustfit.plugin.report.flame.FlameGraphs;
import io.github.rustfit.plugin.report.html.Excerpts;
import io.github.rustfit.plugin.report.output.Placed;
import io.github.rustfit.plugin.report.output.ReportWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class JsonReportTest {

  public static Stream<Assessment> assessments() {
    return Stream.of(
        CacheService.empty(),
        CacheService.withoutRecording(),
        CacheService.assessment(),
        Hostile.assessment(),
        CacheService.assessed());
  }

  private static JsonNode read(Assessment assessment) throws IOException {
    return new ObjectMapper().readTree(Rendered.json(assessment));
  }

  @ParameterizedTest
  @MethodSource("assessments")
  void every_report_fits_the_published_schema(Assessment assessment) throws IOException {
    assertThat(PublishedSchema.of("report").faults(read(assessment))).isEmpty();
  }

  @Test
  void a_name_that_is_added_breaks_no_reader_but_is_to_be_described() throws IOException {
    ObjectNode report = (ObjectNode) read(CacheService.assessment());
    report.put("added", 1);
    ((ObjectNode) report.at("/runtime/gc/pauses")).put("added", 1);

    PublishedSchema schema = PublishedSchema.of("report");
    assertThat(schema.faultsToReaders(report)).isEmpty();
    assertThat(schema.faults(report))
        .extracting(fault -> fault.getInstanceLocation().toString())
        .containsExactlyInAnyOrder("", "/runtime/gc/pauses");
  }

  @Test
  public void the_lines_of_a_log_are_accounted_for() throws IOException {
    JsonNode inputs = read(CacheService.assessment()).get("inputs");
    assertThat(inputs.get(0).get("lines").isNull()).isTrue();
    assertThat(inputs.get(1).get("lines").toString())
        .isEqualTo("{\"recognised\":12340,\"other\":7,\"unplaced\":2,\"firstUnplaced\":[17,3400]}");
  }

  @Test
  void every_name_of_the_schema_is_required_and_described() throws IOException {
    for (ObjectNode one : PublishedSchema.of("report").objects()) {
      assertThat(one.has("additionalProperties")).isFalse();
      for (Map.Entry<String, JsonNode> property : one.get("properties").properties()) {
        JsonNode value = property.getValue();
        assertThat(value.has("description") || value.has("$ref")).as(property.getKey()).isTrue();
        assertThat(one.get("required")).contains(TextNode.valueOf(property.getKey()));
      }
    }
  }

  @Test
  void the_writers_have_the_names_of_the_contract() {
    assertThat(
            ReportWriters.all(
                Placed.of("cache-service"), FlameGraphs.NONE, Excerpts.NONE, WhatIf.NONE))
        .extracting(ReportWriter::fileName)
        .containsExactly(
            "report.json",
            "rustfit.sarif",
            "gl-code-quality.json",
            "TEST-rustfit.xml",
            "summary.md",
            "index.html");
  }

  @Test
  void a_lower_bound_of_what_was_allocated_is_called_one() throws IOException {
    JsonNode gc = read(CacheService.underShenandoah()).at("/runtime/gc");

    assertThat(gc.get("allocationRateMiBPerSecond").asDouble()).isEqualTo(294.25);
    assertThat(gc.get("allocationAtLeast").asBoolean()).isTrue();
  }

  @Test
  void shows_the_pauses_of_the_fixture_in_milliseconds() throws IOException {
    JsonNode gc = read(CacheService.assessment()).at("/runtime/gc");
    assertThat(gc.get("collector").asText()).isEqualTo("G1");
    assertThat(gc.get("jvmVersion").asText()).isEqualTo("17.0.15+6");
    assertThat(gc.get("wallSeconds").decimalValue()).isEqualByComparingTo("900");
    JsonNode pauses = gc.get("pauses");
    assertThat(pauses.get("count").asInt()).isEqualTo(500);
    // 400 × 40 + 94 × 120 + 5 × 180 + 212.4 ms
    assertThat(pauses.get("totalMs").decimalValue()).isEqualByComparingTo("28392.4");
    assertThat(pauses.get("maxMs").decimalValue()).isEqualByComparingTo("212.4");
    assertThat(pauses.get("p50Ms").asDouble()).isBetween(39.96, 40.04);
    assertThat(pauses.get("p95Ms").asDouble()).isBetween(119.88, 120.12);
    assertThat(pauses.get("p99Ms").asDouble()).isBetween(179.82, 180.18);
    assertThat(pauses.get("p999Ms").asDouble()).isBetween(212.18, 212.4);
    // 1 - 28.3924 / 900
    assertThat(gc.get("throughputPercent").decimalValue()).isEqualByComparingTo("96.845");
    assertThat(gc.get("allocationRateMiBPerSecond").decimalValue()).isEqualByComparingTo("120");
    assertThat(gc.get("fullCollections").asInt()).isEqualTo(2);
    assertThat(gc.get("causes").findValuesAsText("cause"))
        .containsExactly("G1 Evacuation Pause", "G1 Humongous Allocation", "System.gc()");
  }

  /** The figures of the fixture, converted by hand; what it leaves out is null. */
  @Test
  public void shows_what_the_collections_had_in_detail() throws IOException {
    JsonNode gc = read(CacheService.assessment()).at("/runtime/gc");
    assertThat(gc.at("/causes/0/maxMs").decimalValue()).isEqualByComparingTo("212.4");
    assertThat(gc.at("/kinds/1").toString())
        .isEqualTo("{\"kind\":\"Pause Full\",\"count\":2,\"totalMs\":392.4,\"maxMs\":212.4}");
    assertThat(gc.at("/incidents/0").toString())
        .isEqualTo("{\"incident\":\"evacuation-failure\",\"count\":0}");
    assertThat(gc.at("/incidents/1").toString())
        .isEqualTo("{\"incident\":\"humongous-allocation\",\"count\":null}");
    assertThat(gc.at("/allocationStalls/totalMs").decimalValue()).isEqualByComparingTo("1500");
    assertThat(gc.at("/safepoints/totalMs").decimalValue()).isEqualByComparingTo("50");
    assertThat(gc.at("/safepoints/reachingMaxMs").decimalValue()).isEqualByComparingTo("1");
    assertThat(gc.at("/pauseCpu/starved").asInt()).isEqualTo(4);
    assertThat(gc.at("/metaspace/limitBytes").isNull()).isTrue();
    // 900,000 MiB in 900 s
    assertThat(gc.get("promotionRateMiBPerSecond").decimalValue()).isEqualByComparingTo("1000");
    assertThat(gc.get("mutatorUtilisation").toString())
        .isEqualTo(
            "[{\"windowMs\":10,\"minimumPercent\":0},{\"windowMs\":100,\"minimumPercent\":null},"
                + "{\"windowMs\":1000,\"minimumPercent\":75}]");
    assertThat(gc.at("/setup/cpus").toString()).isEqualTo("[2]");
    assertThat(gc.at("/runs/0/pausesOverTime/0/maxMs").decimalValue())
        .isEqualByComparingTo("212.4");
    // 100 MiB a minute are 1,747,627 bytes a second; 1,000 MiB are more than a tenth of 4 GiB
    assertThat(gc.at("/runs/0/liveTrend/bytesPerSecond").asLong()).isEqualTo(1_747_627);
    assertThat(gc.at("/runs/0/liveTrend/suspicious").asBoolean()).isTrue();
  }

  @Test
  void shows_a_component_with_the_names_of_the_contract() throws IOException {
    JsonNode store = read(CacheService.assessment()).at("/components/4");
    assertThat(store.get("name").asText()).isEqualTo("cache-service/store");
    assertThat(store.get("owner").asText()).isEqualTo("team-cache");
    assertThat(store.get("linesOfCode").asInt()).isEqualTo(4_210);
    assertThat(store.get("cpu").toString())
        .isEqualTo("{\"samples\":4944,\"share\":0.412,\"low\":0.403219,\"high\":0.420838}");
    assertThat(store.at("/allocation/bytes").asLong()).isEqualTo(1_310_720_000L);
    assertThat(store.at("/hotMethods/0/method").asText()).isEqualTo("copyOut");
    assertThat(store.at("/hotMethods/0/line").asInt()).isEqualTo(118);
    assertThat(store.at("/hotMethods/0/selfShare").decimalValue()).isEqualByComparingTo("0.2134");
    assertThat(store.at("/hotMethods/2/file").isNull()).isTrue();
    assertThat(store.at("/hotMethods/2/line").isNull()).isTrue();
    assertThat(store.at("/allocationSites/1/type").asText()).isEqualTo("java.lang.Long");
    assertThat(store.get("checklist").findValuesAsText("question"))
        .containsExactly("1", "2", "3", "4", "5", "6", "7");
    assertThat(store.at("/checklist/0/evidence/2/provenance").asText()).isEqualTo("declared");
    assertThat(store.get("gates").toString())
        .isEqualTo(
            "{\"G0\":\"pass\",\"G1\":\"pass\",\"G2\":\"pass\",\"G3\":\"fail\",\"G4\":\"unknown\","
                + "\"G5\":\"unknown\"}");
    assertThat(store.get("verdict").asText()).isEqualTo("tune-jvm-first");
    assertThat(store.get("ceiling").decimalValue()).isEqualByComparingTo("1.682");
    assertThat(store.get("estimate").toString())
        .isEqualTo("{\"low\":1.002,\"central\":1.14,\"high\":1.419}");
    assertThat(store.at("/findings/1/confirmed").asBoolean()).isTrue();
  }

  @Test
  void shows_where_cpu_time_comes_in_what_it_is_spent_in_and_what_was_waited_for()
      throws IOException {
    JsonNode store = read(CacheService.assessment()).at("/components/4");
    assertThat(store.at("/entryPoints/0").toString())
        .isEqualTo(
            "{\"caller\":\"com.acme.cache.http.RequestRouter.route\","
                + "\"class\":\"com.acme.cache.store.SegmentedStore\",\"method\":\"copyOut\","
                + "\"file\":\""
                + CacheComponents.STORE
                + "\",\"line\":118,\"share\":0.599919}");
    assertThat(store.at("/entryPoints/1/caller").isNull()).isTrue();
    assertThat(store.get("libraries").toString())
        .isEqualTo(
            "[{\"name\":\"own code\",\"share\":0.659992},{\"name\":\"JDK\",\"share\":0.240089},"
                + "{\"name\":\"com.fasterxml.jackson\",\"share\":0.099919}]");
    assertThat(store.get("blocking").toString())
        .isEqualTo(
            "{\"lock\":{\"count\":42,\"totalMs\":1234.567,\"share\":0.75},\"park\":null,"
                + "\"socket\":{\"count\":0,\"totalMs\":0,\"share\":0},\"file\":null,"
                + "\"pinned\":null}");
    assertThat(store.get("exceptions").toString()).isEqualTo("{\"count\":12,\"share\":0.24}");
    // A JDK that records live objects without their size.
    assertThat(store.get("liveObjects").toString())
        .isEqualTo("{\"count\":9,\"bytes\":null,\"share\":null}");
  }

  @Test
  void shows_libraries_costs_of_findings_and_what_would_decide() throws IOException {
    JsonNode report = read(CacheService.assessment());
    JsonNode store = report.at("/components/4");
    // 4,845 of 4,944
    assertThat(store.get("sourceMatchShare").decimalValue()).isEqualByComparingTo("0.979976");
    assertThat(report.at("/components/0/sourceMatchShare").isNull()).isTrue();
    assertThat(store.at("/crates/0").toString())
        .isEqualTo(
            "{\"library\":\"com.fasterxml.jackson\",\"crates\":[\"serde\"],\"grade\":\"mature\","
                + "\"confidence\":\"verified(read both manuals)\","
                + "\"reason\":\"Derives <what> reflection does\","
                + "\"catalogue\":\"our-crates.yaml\",\"files\":[\""
                + CacheComponents.STORE
                + "\"],\"filesOmitted\":0}");
    assertThat(store.at("/crates/1/grade").isNull()).isTrue();
    assertThat(store.at("/findings/0/processWide").asBoolean()).isTrue();
    assertThat(store.at("/findings/0/allocationShare").isNull()).isTrue();
    // 2,048 of 4,000
    assertThat(store.at("/findings/1/allocationShare").decimalValue())
        .isEqualByComparingTo("0.512");
    assertThat(store.at("/findings/1/cpuShare").isNull()).isTrue();
    assertThat(report.get("wouldDecide").toString())
        .isEqualTo(
            "[{\"input\":\"Between 5 % and 20 % of the CPU decides nothing; record longer.\","
                + "\"takes\":\"recording\",\"alone\":1,\"together\":0}]");
  }

  @Test
  void shows_the_economics_in_three_cases_with_what_they_rest_on() throws IOException {
    JsonNode economics = read(CacheService.assessment()).at("/components/4/economics");
    assertThat(economics.get("currency").asText()).isEqualTo("EUR");
    assertThat(economics.get("pessimistic").toString())
        .isEqualTo(
            "{\"savingPerYear\":62240,\"oneTimeCost\":1360580,\"recurringCostPerYear\":72000,"
                + "\"personMonths\":96.4,\"netPresentValue\":-1409380,\"paybackYears\":null}");
    assertThat(economics.at("/central/paybackYears").decimalValue()).isEqualByComparingTo("4");
    assertThat(economics.at("/assumptions/1").toString())
        .isEqualTo(
            "{\"id\":\"economics.memoryReduction\",\"name\":\"memory that goes\","
                + "\"value\":{\"pessimistic\":0.2,\"central\":0.5,\"optimistic\":0.6},"
                + "\"unit\":\"share\",\"provenance\":\"assumed\","
                + "\"source\":\"Hertz and Berger (OOPSLA 2005)\"}");
    assertThat(read(CacheService.assessment()).at("/components/0/economics").isNull()).isTrue();
  }

  @Test
  void shows_the_boundary_with_what_crosses_and_what_that_may_cost() throws IOException {
    JsonNode seam = read(CacheService.assessment()).at("/components/4/seam");
    assertThat(seam.get("shape").asText()).isEqualTo("ffi-kernel");
    assertThat(seam.at("/entries/0/nanosPerCall").decimalValue()).isEqualByComparingTo("175");
    assertThat(seam.at("/entries/0/crosses/1").toString())
        .isEqualTo("{\"role\":\"parameter\",\"type\":\"java.lang.String\",\"kind\":\"text\"}");
    assertThat(seam.at("/budget/crossingsPerRequest").decimalValue())
        .isEqualByComparingTo("28.571");
    assertThat(seam.at("/budget/nanosPerRequest").decimalValue()).isEqualByComparingTo("5000");
    assertThat(seam.at("/difficulty/largestCycle").asInt()).isEqualTo(2);
    assertThat(read(CacheService.assessment()).at("/components/0/seam").isNull()).isTrue();
  }

  @Test
  void says_where_each_value_was_declared_and_what_it_overrides() throws IOException {
    assertThat(read(CacheService.assessment()).at("/policy/origins").toString())
        .isEqualTo(
            "[{\"key\":\"limits.cpuShare\",\"value\":\"0.35\",\"source\":\"rustfit.yaml\",\"line\":12,"
                + "\"overrides\":[{\"value\":\"0.5\",\"source\":\"classpath:acme/policy.yaml\","
                + "\"line\":6}]},{\"key\":\"limits.gcPauseP99\",\"value\":\"100\","
                + "\"source\":\"classpath:acme/policy.yaml\",\"line\":7,\"overrides\":[]}]");
  }

  @Test
  void shows_what_was_declared_about_team_money_and_plans() throws IOException {
    JsonNode policy = read(CacheService.assessment()).get("policy");
    assertThat(policy.at("/fleet/binding").asText()).isEqualTo("memory");
    assertThat(policy.at("/fleet/targetSavingPerYear").isNull()).isTrue();
    assertThat(policy.get("team").toString())
        .isEqualTo(
            "{\"size\":4,\"systemsExperienced\":null,\"seniority\":null,\"rampUpMonths\":0}");
    assertThat(policy.at("/componentFacts/0/fleet/instances").asInt()).isEqualTo(1000);
    assertThat(policy.at("/approvedLanguages/0").asText()).isEqualTo("java");
    assertThat(policy.at("/operations/nativeBinaries").isNull()).isTrue();
    assertThat(policy.at("/planned/0/shape").asText()).isEqualTo("service");
    assertThat(policy.at("/economics/0").toString())
        .isEqualTo(
            "{\"assumption\":\"overrun\",\"pessimistic\":1.5,\"central\":1.25,\"optimistic\":1}");
  }

  @Test
  void a_plan_is_a_component_without_code() throws IOException {
    JsonNode report = read(CacheService.assessed());
    JsonNode plan = report.at("/components/1");
    assertThat(plan.get("name").asText()).isEqualTo("edge-gateway");
    assertThat(plan.at("/planned/description").asText()).isEqualTo("Terminates TLS.");
    // it is declared that only Java is approved
    assertThat(plan.get("verdict").asText()).isEqualTo("keep-in-java");
    assertThat(plan.at("/cpu/share").isNull()).isTrue();
    assertThat(report.at("/components/0/planned").isNull()).isTrue();
  }

  @Test
  void shows_losses_exceptions_thresholds_and_the_limits_of_the_container() throws IOException {
    JsonNode profile = read(CacheService.assessment()).at("/runtime/profile");
    assertThat(profile.get("lostBytes").asLong()).isEqualTo(4_096);
    assertThat(profile.get("lostCpuSamples").isNull()).isTrue();
    // 1,800 in 900 s
    assertThat(profile.get("exceptionsPerSecond").decimalValue()).isEqualByComparingTo("2");
    assertThat(profile.get("recordedFromMs").toString())
        .isEqualTo("{\"lock\":10,\"park\":null,\"socket\":0,\"file\":null,\"pinned\":null}");
    assertThat(profile.get("containerCpus").toString()).isEqualTo("[1.5]");
    assertThat(profile.get("containerMemoryBytes").toString()).isEqualTo("[2147483648]");
    assertThat(profile.get("launchers").toString()).isEqualTo("[\"application\"]");
  }

  @Test
  void what_is_unknown_is_null_and_never_zero() throws IOException {
    JsonNode report = read(CacheService.withoutRecording());
    List<String> unknown =
        List.of(
            "/runtime/gc/collector",
            "/runtime/gc/jvmVersion",
            "/runtime/gc/wallSeconds",
            "/runtime/gc/pauses",
            "/runtime/gc/fullCollections",
            "/runtime/gc/throughputPercent",
            "/runtime/gc/allocatedBytes",
            "/runtime/gc/allocationRateMiBPerSecond",
            "/runtime/profile/durationSeconds",
            "/runtime/profile/cpuSamples",
            "/runtime/profile/allocationSamples",
            "/runtime/profile/allocatedBytes",
            "/runtime/profile/unattributedCpuShare",
            "/runtime/profile/lostBytes",
            "/runtime/profile/lostCpuSamples",
            "/runtime/profile/exceptionsPerSecond",
            "/runtime/profile/recordedFromMs/socket",
            "/components/0/owner",
            "/components/0/cpu/samples",
            "/components/0/cpu/share",
            "/components/0/cpu/low",
            "/components/0/cpu/high",
            "/components/0/allocation/bytes",
            "/components/0/allocation/share",
            "/components/0/blocking/lock",
            "/components/0/blocking/park",
            "/components/0/blocking/socket",
            "/components/0/blocking/file",
            "/components/0/blocking/pinned",
            "/components/0/exceptions",
            "/components/0/liveObjects",
            "/components/0/nativeMemory",
            "/components/0/ceiling",
            "/components/0/estimate",
            "/policy/source",
            "/policy/representative",
            "/policy/serviceLevel");
    assertThat(unknown).allSatisfy(path -> assertThat(report.at(path).isNull()).isTrue());
  }

  @Test
  void a_violation_has_numbers_where_there_are_numbers() throws IOException {
    JsonNode gate = read(CacheService.assessment()).get("gate");
    assertThat(gate.get("passed").asBoolean()).isFalse();
    assertThat(gate.at("/violations/0/component").isNull()).isTrue();
    assertThat(gate.at("/violations/0/measured").decimalValue()).isEqualByComparingTo("180");
    assertThat(gate.at("/violations/1/measured").decimalValue()).isEqualByComparingTo("0.412");
    assertThat(gate.at("/violations/1/limit").decimalValue()).isEqualByComparingTo("0.35");
    assertThat(gate.at("/violations/1/location").asText()).endsWith("SegmentedStore.java:118");
    assertThat(read(Hostile.assessment()).at("/gate/violations/0/measured").isTextual()).isTrue();
  }

  @Test
  void lists_at_most_fifty_methods_and_says_how_many_more_there_are() throws IOException {
    Draft draft = new Draft("wide", "com.acme", "", 1).cpu(60, 0.6, 0.5, 0.7);
    for (int i = 0; i < 60; i++) {
      draft.method("com.acme.Wide", "m" + i, "Wide.java", i + 1, 0.01, 0.01);
    }
    JsonNode wide = read(CacheService.with(List.of(draft.done()))).at("/components/0");
    assertThat(wide.get("hotMethods")).hasSize(50);
    assertThat(wide.get("hotMethodsOmitted").asInt()).isEqualTo(10);
    assertThat(wide.get("allocationSitesOmitted").asInt()).isZero();
  }

  @Test
  public void equal_assessments_give_equal_bytes_whatever_their_order() throws IOException {
    Assessment one = CacheService.assessment();
    List<ComponentAssessment> reversed = new ArrayList<>(one.components());
    Collections.reverse(reversed);
    String text = Rendered.json(one);
    assertThat(Rendered.json(CacheService.assessment())).isEqualTo(text);
    assertThat(Rendered.json(CacheService.with(reversed))).isEqualTo(text);
    assertThat(text).startsWith("{\n  \"schemaVersion\": 1,\n").endsWith("}\n");
    assertThat(text).doesNotContain("\r");
  }

  @Test
  void hostile_text_comes_back_as_it_was() throws IOException {
    JsonNode report = read(Hostile.assessment());
    assertThat(report.get("components").findValuesAsText("name"))
        .contains(Hostile.TEXTS.get(0), Hostile.TEXTS.get(6), "x".repeat(10_000))
        .contains("lone\uFFFDsurrogate \uFFFE");
    assertThat(report.at("/components/0/ceilingHigh").isNull()).isTrue();
  }
}
