package io.github.rustfit.readers.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.rustfit.rules.component.ComponentDefinition;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.BoundaryPlan;
import io.github.rustfit.rules.policy.Decision;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Fleet;
import io.github.rustfit.rules.policy.Horizon;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Operations;
import io.github.rustfit.rules.policy.Origins;
import io.github.rustfit.rules.policy.Payload;
import io.github.rustfit.rules.policy.PlannedComponent;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.policy.Team;
import io.github.rustfit.rules.policy.Technique;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
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

    assertThat(policy.with(Origins.NONE))
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
                new Policy.Declarations(
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
                    DeclaredFacts.NONE,
                    Targets.NONE),
                new Policy.Enforced(
                    List.of(
                        new Limit(Metric.CPU_SHARE, 0.25, Level.ERROR),
                        new Limit(Metric.GC_PAUSE_P99, 100, Level.WARNING),
                        new Limit(Metric.GC_THROUGHPUT, 98, Level.ERROR)),
                    java.util.Map.of(
                        Verdict.REVIEW_FOR_RUST,
                        Level.WARNING,
                        Verdict.NOT_ENOUGH_EVIDENCE,
                        Level.ERROR),
                    Map.of(),
                    Policy.Enforced.NOTICE_DAYS),
                List.of(),
                Origins.NONE));
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
    ServiceLevel level =
        policy("serviceLevel: {targetMs: 50, percentile: 99}").serviceLevel().orElseThrow();

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

  @Test
  void every_fact_about_team_money_and_plans_reaches_the_policy() {
    DeclaredFacts facts =
        policy(
                """
                currency: EUR
                components:
                  - name: pricing
                    packages: [com.acme.pricing]
                    fleet: {instances: 40}
                    horizon: {years: 3}
                fleet:
                  instances: 200
                  memoryGiB: 8
                  vCpus: 2.5
                  pricePerGiBYear: 38.9
                  pricePerVCpuYear: 354.6
                  binding: memory
                  targetSavingPerYear: 100000
                team: {size: 6, systemsExperienced: 2, seniority: mixed, rampUpMonths: 4.5}
                personMonthCost: 12000
                horizon: {years: 6, sunset: 2031-01-01, declaredOn: 2025-01-01}
                approvedLanguages: [Java, Rust]
                operations: {onCall: team-sre, nativeBinaries: false}
                planned:
                  - {name: gate, owner: edge, description: TLS., shape: cli, imports: [io.netty]}
                  - {name: later}
                economics:
                  overrun: 1.5
                  kernelSpeedUp: {pessimistic: 1.2, central: 1.8, optimistic: 2.4}
                  technique: jni
                  crossingsPerSecond: 20000.5
                  crossingsCarry: text
                  crossingBytesPerSecond: 5e7
                """)
            .facts();
    assertThat(facts.assumptions().boundary())
        .isEqualTo(
            new BoundaryPlan(
                Optional.of(Technique.JNI),
                OptionalDouble.of(20000.5),
                Payload.TEXT,
                OptionalDouble.of(5e7)));
    Fleet fleet =
        new Fleet(
            OptionalDouble.of(200),
            OptionalDouble.of(8),
            OptionalDouble.of(2.5),
            OptionalDouble.of(38.9),
            OptionalDouble.of(354.6),
            Optional.of(Binding.MEMORY),
            OptionalDouble.of(100_000));

    assertThat(facts.currency()).isEqualTo("EUR");
    assertThat(facts.fleet("web")).isEqualTo(fleet);
    assertThat(facts.fleet("pricing").instances()).hasValue(40);
    assertThat(facts.fleet("pricing").pricePerGiBYear()).hasValue(38.9);
    assertThat(facts.horizon("pricing")).contains(new Horizon(3, ""));
    assertThat(facts.team())
        .isEqualTo(
            new Team(
                OptionalInt.of(6),
                OptionalInt.of(2),
                Optional.of(Team.Seniority.MIXED),
                OptionalDouble.of(4.5)));
    assertThat(facts.personMonthCost()).hasValue(12_000);
    // 2191 days between the two days, by the calendar, of 365.25 to a year
    assertThat(facts.horizon("web")).contains(new Horizon(2191 / 365.25, "2031-01-01"));
    assertThat(facts.operations())
        .isEqualTo(
            new Operations(
                Optional.of(new TreeSet<>(List.of("java", "rust"))),
                "team-sre",
                Optional.of(false)));
    assertThat(facts.planned())
        .containsExactly(
            new PlannedComponent("gate", "edge", "TLS.", "cli", List.of("io.netty")),
            new PlannedComponent("later", "", "", "", List.of()));
    assertThat(facts.assumptions().declared())
        .containsExactly(
            entry(Assumption.KERNEL_SPEED_UP, new ThreePoint(1.2, 1.8, 2.4)),
            entry(Assumption.OVERRUN, ThreePoint.exactly(1.5)));
  }

  @Test
  void decisions_and_limits_of_components_are_bound_with_their_lines() {
    PolicyReading reading =
        PolicyReader.read(
            "rustfit.yaml",
            """
            components:
              - name: a
                packages: [x]
                limits: {cpuShare: 0.5, hotPathFindings: {limit: 2, level: warning}}
                verdicts: {review-for-rust: accept, tune-jvm-first: warning}
            decisions:
              - finding: "verdict:a"
                decision: keep-in-java
                reason: because
                owner: team
                date: 2026-11-01
                until: 2027-01-31
            """
                .getBytes(StandardCharsets.UTF_8));

    assertThat(reading.problems()).isEmpty();
    Policy policy = reading.policy();
    assertThat(policy.limitsOf("a").limits())
        .containsExactly(
            new Limit(Metric.CPU_SHARE, 0.5, Level.ERROR),
            new Limit(Metric.HOT_PATH_FINDINGS, 2, Level.WARNING));
    assertThat(policy.level(Verdict.REVIEW_FOR_RUST, "a")).isEmpty();
    assertThat(policy.level(Verdict.REVIEW_FOR_RUST, "b")).contains(Level.ERROR);
    assertThat(policy.level(Verdict.TUNE_JVM_FIRST, "a")).contains(Level.WARNING);
    assertThat(policy.decisions())
        .containsExactly(
            new Decision(
                "verdict:a",
                "",
                Decision.Kind.KEEP_IN_JAVA,
                "because",
                "team",
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2027, 1, 31),
                "rustfit.yaml",
                7));
  }
}
