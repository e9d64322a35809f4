package io.github.rustfit.readers.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody reads who wrote the file wrongly. */
class PolicyMistakesTest {

  private static List<Problem> problems(String yaml) {
    PolicyReading reading =
        PolicyReader.read("rustfit.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    if (!reading.problems().isEmpty()) {
      assertThat(reading.policy().source()).isEqualTo("rustfit.yaml");
      assertThat(reading.policy().verdicts()).isEqualTo(Policy.DEFAULT.verdicts());
      assertThat(reading.policy().components()).isEmpty();
    }
    assertThat(reading.problems()).extracting(Problem::line).isSorted();
    return reading.problems();
  }

  private static Problem only(String yaml) {
    List<Problem> problems = problems(yaml);
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @Test
  void an_unknown_key_gets_the_key_that_was_meant() {
    assertThat(only("version: 1\nservicelevel: {targetMs: 1}\n").text())
        .isEqualTo(
            "rustfit.yaml:2: Unknown key 'servicelevel' (line 2, column 1). Did you mean"
                + " 'serviceLevel'? Allowed here: version, components, planned, recording,"
                + " serviceLevel, targets, incidents, currency, fleet, team, personMonthCost, horizon,"
                + " approvedLanguages, operations, crates, economics, limits, verdicts,"
                + " decisionTerms, decisions, overridable, reserved.");
  }

  /** The parser of YAML throws an unchecked exception at both. */
  @ParameterizedTest
  @ValueSource(strings = {"verdicts:\n  \"\\u", "verdicts:\n  \"\\UFFFFFFFF\": error\n"})
  void an_escape_that_is_no_character_is_named_with_its_place(String yaml) {
    assertThat(only(yaml).text())
        .startsWith("rustfit.yaml:2: An escape stands for no character (line 2, column 4).");
  }

  @Test
  void a_misplaced_key_gets_its_home() {
    Problem problem = only("targetMs: 200");

    assertThat(problem.remedy()).startsWith("'targetMs' belongs in serviceLevel. Allowed here:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          serviceLevel: {targetMs: fast, percentile: 99}      | 1 | 26 | serviceLevel.targetMs: expected a number, found text 'fast'
          serviceLevel: {targetMs: "20", percentile: 99}      | 1 | 26 | serviceLevel.targetMs: expected a number, found text '20'
          serviceLevel: {targetMs: 010, percentile: 99}       | 1 | 26 | serviceLevel.targetMs: expected a number, found text '010'
          serviceLevel: {targetMs: .inf, percentile: 99}      | 1 | 26 | serviceLevel.targetMs: expected a number, found text '.inf'
          serviceLevel: {targetMs: 0, percentile: 99}         | 1 | 26 | serviceLevel.targetMs: 0 is out of range, expected more than 0
          serviceLevel: {percentile: 99}      | 1 | 1  | serviceLevel lacks the key 'targetMs'
          serviceLevel: {targetMs: 20}        | 1 | 1  | serviceLevel lacks the key 'percentile'
          serviceLevel: {targetMs: 1, percentile: 100} | 1 | 41 | serviceLevel.percentile: 100 is out of range, expected more than 0 and less than 100
          serviceLevel: {targetMs: 1, fanOut: 1.5, percentile: 99} | 1 | 37 | serviceLevel.fanOut: expected a whole number, found 1.5
          serviceLevel:                       | 1 | 1  | serviceLevel: expected a block of keys and values, found nothing
          recording: {representative: yes}    | 1 | 29 | recording.representative: expected true or false, found text 'yes'
          recording: [representative]         | 1 | 12 | recording: expected a block of keys and values, found a list
          limits: {cpuShare: -0.1}            | 1 | 20 | limits.cpuShare: -0.1 is out of range, expected at least 0 and at most 1
          limits: {gcThroughput: 101}         | 1 | 24 | limits.gcThroughput: 101 is out of range, expected at least 0 and at most 100
          limits: {cpuShare: {level: error}}  | 1 | 10 | limits.cpuShare lacks the key 'limit'
          limits: {gcPauseP99: [1]}           | 1 | 22 | limits.gcPauseP99: expected a number or a block of keys and values, found a list
          limits: {gcPauseP99: {limit: 1, level: fatal}} | 1 | 40 | limits.gcPauseP99.level: expected one of error, warning, found text 'fatal'
          verdicts: {keep-in-java: warn}      | 1 | 26 | verdicts.keep-in-java: expected one of error, warning, accept, found text 'warn'
          version: 2                          | 1 | 10 | The policy is written in format 2, and this version of the plugin reads format 1
          version: 0                          | 1 | 10 | The policy is written in format 0, and this version of the plugin reads format 1
          version: 1.5                        | 1 | 10 | version: expected 1, found 1.5
          version: "1"                        | 1 | 10 | version: expected 1, found text '1'
          components: {a: b}                  | 1 | 13 | components: expected a list, found a block of keys and values
          components: [{name: a, packages: []}] | 1 | 34 | components[0].packages is empty
          components: [{name: a, packages: com.a}] | 1 | 34 | components[0].packages: expected a list, found text 'com.a'
          components: [{name: a, packages: [com.a.*]}] | 1 | 35 | components[0].packages[0]: text 'com.a.*' is not in the form expected here
          components: [{name: 7, packages: [com.a]}] | 1 | 21 | components[0].name: expected text, found 7
          components: [{packages: [com.a]}]   | 1 | 14 | components[0] lacks the key 'name'
          components: [{name: a, packages: [x, x]}] | 1 | 34 | components[0].packages names something twice
          incidents: {dataRaces: -1}          | 1 | 24 | incidents.dataRaces: -1 is out of range, expected at least 0 and at most 1000000
          fleet: {instances: 0}               | 1 | 20 | fleet.instances: 0 is out of range, expected at least 1 and at most 10000000
          fleet: {instances: 2.5}             | 1 | 20 | fleet.instances: expected a whole number, found 2.5
          fleet: {binding: disk}              | 1 | 18 | fleet.binding: expected one of memory, cpu, both, found text 'disk'
          fleet: {pricePerGiBYear: -1}        | 1 | 26 | fleet.pricePerGiBYear: -1 is out of range, expected more than 0 and at most 1000000000
          components: [{name: a, packages: [x], fleet: {vCpu: 1}}] | 1 | 47 | Unknown key 'vCpu' in components[0].fleet
          team: {seniority: wizard}           | 1 | 19 | team.seniority: expected one of junior, mixed, senior, found text 'wizard'
          personMonthCost: 12k                | 1 | 18 | personMonthCost: expected a number, found text '12k'
          currency: euro                      | 1 | 11 | currency: text 'euro' is not in the form expected here
          horizon: {years: 0}                 | 1 | 18 | horizon.years: 0 is out of range, expected more than 0 and at most 100
          approvedLanguages: rust             | 1 | 20 | approvedLanguages: expected a list, found text 'rust'
          approvedLanguages: []               | 1 | 20 | approvedLanguages is empty
          operations: {nativeBinaries: yes}   | 1 | 30 | operations.nativeBinaries: expected true or false, found text 'yes'
          economics: {overrun: {central: 2, optimistic: 1}} | 1 | 13 | economics.overrun lacks the key 'pessimistic'
          economics: {memoryReduction: 50}    | 1 | 30 | economics.memoryReduction: 50 is out of range, expected at least 0 and at most 1
          planned: [{owner: a}]               | 1 | 11 | planned[0] lacks the key 'name'
          hello                               | 1 | 1  | The file: expected a block of keys and values, found text 'hello'
          """)
  void a_wrong_value_is_named_with_its_place(String yaml, int line, int column, String message) {
    Problem problem = only(yaml);

    assertThat(problem.where()).isEqualTo("rustfit.yaml");
    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.message())
        .isEqualTo(message + " (line " + line + ", column " + column + ").");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          limits: {cpuShare: 25}              | Write a share between 0 and 1; for 25 % write 0.25.
          limits: {cpuShare: 12.5}            | Write a share between 0 and 1; for 12.5 % write 0.125.
          limits: {allocationShare: {limit: 100}} | Write a share between 0 and 1; for 100 % write 1.
          limits: {cpuShare: 25%}             | Write a share between 0 and 1; for 25 % write 0.25.
          serviceLevel: {targetMs: "20", percentile: 99}      | Remove the quotes around the number.
          serviceLevel: {targetMs: 200 ms, percentile: 99}    | Write for example 'targetMs: 200'. Promised latency at that percentile, in milliseconds.
          serviceLevel: {percentile: 99}      | Add it. Write for example 'targetMs: 200'. Promised latency at that percentile, in milliseconds.
          serviceLevel: {targetMs: 20}        | Add it. Write for example 'percentile: 99.9'. Percentile of requests that the target is for, in percent, above 0 and below 100.
          verdicts: {keep-in-java: warn}      | Did you mean 'warning'?
          verdicts: {keep-in-java: stop}      | Write one of error, warning, accept.
          version: "1"                        | Remove the quotes.
          components: [{name: a, packages: [com.a.*]}] | Write for example 'com.acme.pricing'. A Java package without wildcards; its subpackages are included.
          components: [{name: 7, packages: [com.a]}] | Put it in quotes. Write for example 'name: pricing'. Name of the component, unique in the file.
          """)
  void the_remedy_says_what_to_write(String yaml, String remedy) {
    assertThat(only(yaml).remedy()).isEqualTo(remedy);
  }

  @Test
  void two_components_of_one_name_are_an_error() {
    Problem problem =
        only(
            """
            components:
              - {name: a, packages: [com.a]}
              - {name: b, packages: [com.b]}
              - {name: a, packages: [com.c]}
            """);

    assertThat(problem.message())
        .isEqualTo("The component 'a' is declared again, first in line 2 (line 4, column 12).");
  }

  @Test
  void two_components_must_not_claim_one_package() {
    assertThat(
            only("components:\n- {name: a, packages: [x]}\n- {name: b, packages: [y, x]}")
                .message())
        .isEqualTo(
            "The package 'x' belongs to two components, first in line 2 (line 3, column 27).");
    assertThat(
            problems(
                "components:\n- {name: a, module: m, packages: [x]}\n- {name: b, packages: [x]}"))
        .isEmpty();
  }

  @Test
  void a_service_time_above_the_observed_latency_is_an_error() {
    assertThat(
            only("serviceLevel:\n  targetMs: 10\n  observedMs: 20\n  serviceTimeMs: 21\n  percentile: 99\n")
                .message())
        .isEqualTo(
            "serviceLevel.serviceTimeMs: 21 is above observedMs, 20, but a request takes no less"
                + " than what it is worked on (line 4, column 18).");
  }

  @Test
  void a_median_above_the_percentile_is_an_error() {
    Problem problem =
        only(
            "serviceLevel:\n  targetMs: 10\n  observedMs: 20\n  observedP50Ms: 21\n  percentile: 99\n");

    assertThat(problem.message())
        .isEqualTo(
            "serviceLevel.observedP50Ms: 21 is above observedMs, 20, but a median is at most a"
                + " higher percentile (line 4, column 18).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          team: {size: 2, systemsExperienced: 3} | 37 | team.systemsExperienced: 3 is more than the whole team, team.size is 2
          horizon: {sunset: 2026-02-31, declaredOn: 2025-01-01} | 19 | horizon.sunset: there is no such day
          horizon: {sunset: 2030-01-01}       | 19 | horizon.sunset: it stands without declaredOn
          horizon: {sunset: 2024-06-30, declaredOn: 2026-01-01} | 19 | horizon.sunset: the horizon lies in the past, 2024-06-30 is not after 2026-01-01
          horizon: {years: 5, sunset: 2028-01-01, declaredOn: 2026-01-01} | 18 | horizon.years: 5 years end after the sunset, 2028-01-01
          economics: {kernelSpeedUp: {pessimistic: 3, central: 2, optimistic: 1}} | 28 | economics.kernelSpeedUp: pessimistic, central and optimistic are not in this order
          economics: {overrun: {pessimistic: 1, central: 1, optimistic: 2}} | 22 | economics.overrun: pessimistic, central and optimistic are not in this order
          economics: {technique: none, crossingsPerSecond: 5} | 50 | economics.crossingsPerSecond: technique says that nothing crosses
          decisions: [{finding: x, decision: tune, reason: r, owner: o, date: 2026-02-31, until: 2026-12-31}] | 69 | decisions[0].date: there is no such day
          decisions: [{finding: x, decision: tune, reason: r, owner: o, date: 2026-03-01, until: 2026-02-01}] | 88 | decisions[0].until: 2026-02-01 is before the day of the decision, 2026-03-01
          decisions: [{finding: x, decision: tune, reason: r, owner: o, date: 2026-03-01, until: 2028-03-02}] | 88 | decisions[0].until: 2028-03-02 is more than 24 months after the day of the decision, 2026-03-01
          planned: [{name: a}, {name: a}]     | 29 | planned[1].name: 'a' is declared already, in line 1
          """)
  void declarations_that_contradict_each_other_are_errors(String yaml, int column, String message) {
    Problem problem = problems(yaml).get(0);

    assertThat(problem.message()).isEqualTo(message + " (line 1, column " + column + ").");
  }

  @Test
  void a_component_s_own_horizon_is_checked_too_and_a_plan_has_a_name_of_its_own() {
    assertThat(
            problems(
                """
                components:
                  - name: a
                    packages: [x]
                    horizon: {sunset: 2020-01-01, declaredOn: 2026-01-01}
                planned:
                  - name: a
                """))
        .extracting(Problem::message)
        .containsExactly(
            "components[0].horizon.sunset: the horizon lies in the past, 2020-01-01 is not after"
                + " 2026-01-01 (line 4, column 23).",
            "planned[0].name: 'a' is declared already, in line 2 (line 6, column 11).");
  }

  @Test
  void a_key_that_stands_twice_is_an_error() {
    assertThat(only("version: 1\nlimits: {}\nversion: 1\n").message())
        .isEqualTo("The key 'version' stands here again, first in line 1 (line 3, column 1).");
  }

  @Test
  void all_mistakes_are_said_at_once_in_order() {
    List<Problem> problems =
        problems(
            """
            versoin: 1
            serviceLevel: {percentile: 120, observedMs: 1, observedP50Ms: 2}
            limits:
              cpuShare: 25
            verdicts: {keep: accept}
            """);

    assertThat(problems).extracting(Problem::line).containsExactly(1, 2, 2, 2, 4, 5);
  }

  @Test
  void foreign_text_cannot_break_the_message() {
    String message = only("\"evil\\nkey\\u202e" + "x".repeat(900) + "\": 1").message();

    assertThat(message).startsWith("Unknown key 'evil·key·xxx").hasSizeLessThan(120);
  }

  @Test
  void a_thousand_mistakes_are_counted_not_listed() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      yaml.append("key").append(i).append(": 1\n");
    }
    PolicyReading reading =
        PolicyReader.read("p", yaml.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(reading.problems()).hasSize(101);
    assertThat(reading.problems().get(100).message()).isEqualTo("There are 900 more problems.");
  }
}
