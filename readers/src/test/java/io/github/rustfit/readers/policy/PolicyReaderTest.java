package io.github.rustfit.readers.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.rustfit.rules.component.ComponentDefinition;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {

  private static Policy policy(String yaml) {
    PolicyReading reading =
        PolicyReader.read("rustfit.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.problems()).isEmpty();
    return reading.policy();
  }

  @Test
  void every_key_reaches_the_policy() {
    Policy policy =
        policy(
            """
            version: 1
            components:
              - name: pricing
                packages: [com.acme.pricing, com.acme.rates]
                module: pricing-core
                owner: team-pricing
              - {name: web, packages: [com.acme.web]}
            recording: {representative: true}
            serviceLevel:
              percentile: 99.9
              targetMs: 200
              observedMs: 340.5
              observedP50Ms: 12
              serviceTimeMs: 8
              fanOut: 4
              requestsPerSecond: 500
            incidents: {months: 12, dataRaces: 2, memorySafety: 0}
            limits:
              gcPauseP99: {limit: 100, level: warning}
              cpuShare: 0.25
              gcThroughput: {limit: 98}
            verdicts:
              review-for-rust: warning
              not-enough-evidence: error
            """);

    assertThat(policy)
        .isEqualTo(
            new Policy(
                "rustfit.yaml",
                List.of(
                    new ComponentDefinition(
                        "pricing",
                        "pricing-core",
                        List.of("com.acme.pricing", "com.acme.rates"),
                        "team-pricing"),
                    new ComponentDefinition("web", "", List.of("com.acme.web"), "")),
                Optional.of(true),
                Optional.of(
                    new ServiceLevel(
                        99.9,
                        200,
                        OptionalDouble.of(340.5),
                        OptionalDouble.of(12),
                        OptionalDouble.of(8),
                        4,
                        OptionalDouble.of(500))),
                new Incidents(12, OptionalInt.of(2), OptionalInt.of(0)),
                List.of(
                    new Limit(Metric.CPU_SHARE, 0.25, Level.ERROR),
                    new Limit(Metric.GC_PAUSE_P99, 100, Level.WARNING),
                    new Limit(Metric.GC_THROUGHPUT, 98, Level.ERROR)),
                java.util.Map.of(
                    Verdict.REVIEW_FOR_RUST,
                    Level.WARNING,
                    Verdict.NOT_ENOUGH_EVIDENCE,
                    Level.ERROR)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing yet\n", "---\n", "{}", "version: 1\n", "\uFEFF"})
  void a_file_that_declares_nothing_is_the_defaults_with_its_source(String yaml) {
    Policy policy = policy(yaml);

    assertThat(policy.source()).isEqualTo("rustfit.yaml");
    assertThat(policy)
        .usingRecursiveComparison()
        .ignoringFields("source")
        .isEqualTo(Policy.DEFAULT);
  }

  @Test
  void a_service_level_needs_only_its_target() {
    ServiceLevel level = policy("serviceLevel: {targetMs: 50}").serviceLevel().orElseThrow();

    assertThat(level.percentile()).isEqualTo(99);
    assertThat(level.fanOut()).isEqualTo(1);
    assertThat(level.observedMs()).isEmpty();
  }

  @Test
  void incidents_count_back_two_years_unless_said() {
    Incidents incidents = policy("incidents: {dataRaces: 1}").incidents();

    assertThat(incidents).isEqualTo(new Incidents(24, OptionalInt.of(1), OptionalInt.empty()));
  }

  @Test
  void a_verdict_can_be_accepted() {
    assertThat(policy("verdicts: {review-for-rust: accept}").verdicts()).isEmpty();
    assertThat(policy("verdicts: {tune-jvm-first: warning}").verdicts())
        .containsExactly(
            entry(Verdict.REVIEW_FOR_RUST, Level.ERROR),
            entry(Verdict.TUNE_JVM_FIRST, Level.WARNING));
  }

  @Test
  void a_utf8_mark_windows_line_ends_and_an_alias_do_no_harm() {
    Policy policy =
        policy(
            "\uFEFFcomponents:\r\n- {name: a, packages: &p [com.a]}\r\n"
                + "- {name: b, module: m, packages: *p}\r\n");

    assertThat(policy.components()).extracting("name").containsExactly("a", "b");
    assertThat(policy.components().get(1).packages()).containsExactly("com.a");
  }
}
