package io.github.rustfit.readers.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Remedy;
import io.github.rustfit.rules.policy.Target;
import io.github.rustfit.rules.policy.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets of start-up and memory, and declarations that contradict each other. */
class TargetsTest {

  private static PolicyReading read(String yaml) {
    return PolicyReader.read("rustfit.yaml", yaml.getBytes(UTF_8));
  }

  @Test
  void targets_are_read_with_what_is_observed_and_what_was_tried() {
    PolicyReading reading =
        read(
            """
            targets:
              startUp: {targetMs: 500, observedMs: 1900, source: cold starts}
              residentMemory: {targetMiB: 128, prototypeMiB: 12.5, prototypeSource: a port}
              longLived: false
              tried: [aot-cache, sized-heap]
            """);
    assertThat(reading.problems()).isEmpty();
    Targets targets = reading.policy().targets();
    assertThat(targets.startUpMs()).contains(Target.of(500).observing(1900, "cold starts"));
    assertThat(targets.residentMiB()).contains(Target.of(128).tried(12.5, "a port"));
    assertThat(targets.longLived()).contains(false);
    assertThat(targets.tried()).containsExactly(Remedy.SIZED_HEAP, Remedy.AOT_CACHE);
  }

  @Test
  void without_any_nothing_is_declared() {
    assertThat(read("").policy().targets()).isEqualTo(Targets.NONE);
  }

  /** Line and column are counted by hand: of the value in its line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          targets: {startUp: {observedMs: 9, source: x}}           | targets.startUp lacks the key 'targetMs'
          targets: {startUp: {targetMs: 5, observedMs: 9}}         | line 1, column 46: targets.startUp.observedMs: it stands without a source
          targets: {startUp: {targetMs: 5, prototypeSource: x}}    | targets.startUp.prototypeSource: it stands without prototypeMs
          targets: {startUp: {targetMs: 5}, longLived: true}       | line 1, column 46: targets.longLived: a program that is started once and runs on has no target of start-up, and line 1 declares one
          targets: {residentMemory: {targetMiB: 0}}                | targets.residentMemory.targetMiB: 0 is out of range, expected more than 0
          targets: {tried: [rust]}                                 | targets.tried[0]: expected one of sized-heap, serial-collector, compact-headers, aot-cache, first-tier, native-image, found text 'rust'
          `{fleet: {memoryGiB: 1}, targets: {residentMemory: {targetMiB: 1025}}}` | targets.residentMemory.targetMiB: 1025 MiB are more than the instance has, memoryGiB is 1 in line 1
          `{fleet: {memoryGiB: 1}, targets: {residentMemory: {targetMiB: 9, observedMiB: 1500, source: ps}}}` | targets.residentMemory.observedMiB: 1500 MiB are more than the instance has
          `{components: [{name: a, packages: [a], fleet: {memoryGiB: 0.5}}], targets: {residentMemory: {targetMiB: 513}}}` | targets.residentMemory.targetMiB: 513 MiB are more than the instance has, memoryGiB is 0.5
          `{fleet: {vCpus: 2}, serviceLevel: {targetMs: 50, percentile: 99, serviceTimeMs: 10, requestsPerSecond: 201}}` | serviceLevel.requestsPerSecond: 201 requests a second of 10 ms without waiting keep more CPUs busy than the instance has, vCpus is 2
          `{fleet: {instances: 2, memoryGiB: 4, vCpus: 1, pricePerGiBYear: 10, pricePerVCpuYear: 60, targetSavingPerYear: 201}}` | fleet.targetSavingPerYear: 201 are more than the whole fleet costs in a year
          `serviceLevel: {targetMs: 50, percentile: 20, observedMs: 10, observedP50Ms: 9}` | serviceLevel.observedP50Ms: 9 is below observedMs, 10, but a median is at least a lower percentile
          """)
  void what_contradicts_itself_is_a_problem_by_name(String yaml, String message) {
    assertThat(read(yaml).problems()).hasSize(1);
    Problem problem = read(yaml).problems().get(0);
    assertThat(problem.where()).isEqualTo("rustfit.yaml");
    assertThat(problem.line()).isEqualTo(1);
    assertThat(problem.remedy()).isNotBlank();
    assertThat(problem.message()).contains(message.replaceFirst("^line 1, column \\d+: ", ""));
  }

  /** Each of these is one below the figures that contradict each other above. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `{fleet: {memoryGiB: 1}, targets: {residentMemory: {targetMiB: 1024}}}`
          `{fleet: {vCpus: 2}, serviceLevel: {targetMs: 50, percentile: 99, serviceTimeMs: 10, requestsPerSecond: 200}}`
          `{fleet: {instances: 2, memoryGiB: 4, vCpus: 1, pricePerGiBYear: 10, pricePerVCpuYear: 60, targetSavingPerYear: 200}}`
          `{targets: {startUp: {targetMs: 5}, longLived: false}}`
          `{targets: {residentMemory: {targetMiB: 5}, longLived: true}}`
          """)
  void what_only_just_fits_is_none(String yaml) {
    assertThat(read(yaml).problems()).isEmpty();
  }
}
