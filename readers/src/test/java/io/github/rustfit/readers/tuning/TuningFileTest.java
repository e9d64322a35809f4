package io.github.rustfit.readers.tuning;

import static io.github.rustfit.rules.testing.ATuning.tried;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.evidence.tuning.TunedCode;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration.Result;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.rules.evidence.tuning.TuningCost;
import io.github.rustfit.rules.testing.ATuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningFileTest {

  private static final Tuning CPU =
      ATuning.of(
          Aim.CPU,
          tried("ParallelGC", "17.0.9", "Parallel", Result.BETTER, 5),
          new TunedConfiguration(
              "ZGC \"quoted\" \u2028 </script>",
              "25",
              "",
              List.of("-XX:+UseZGC", "-Dname=a b"),
              "branch",
              "to try",
              Result.FAILED,
              Optional.empty(),
              TuningCost.NONE,
              "it ended with status 1"));
  private static final Tuning MEMORY = ATuning.of(Aim.MEMORY);

  @TempDir Path root = Path.of("");

  @Test
  void what_is_written_is_read_and_equal_tunings_give_equal_text() {
    String text = TuningFile.text(List.of(MEMORY, CPU));

    assertThat(TuningFile.text(List.of(CPU, MEMORY))).isEqualTo(text).doesNotContain("\r");
    TuningFile.Reading reading = TuningFile.read(text.getBytes(UTF_8));
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.tunings()).containsExactly(CPU, MEMORY);
  }

  /** What has changed since is no part of the file: the files themselves tell it. */
  @Test
  void the_code_that_ran_and_a_drift_are_written_and_read() {
    TreeMap<String, String> sources = new TreeMap<>(Map.of("src/A.java", "ab".repeat(32)));
    Tuning coded =
        new Tuning(
            CPU.day(),
            CPU.machine(),
            CPU.aim(),
            CPU.command(),
            new Tuning.Noise(8, 0.02, 0.1, 1.25, ""),
            CPU.heap(),
            new TunedCode(sources, new TreeSet<>(Set.of("src/A.java"))),
            CPU.best(),
            CPU.configurations());

    Tuning read =
        TuningFile.read(TuningFile.text(List.of(coded)).getBytes(UTF_8)).tunings().first();

    assertThat(read.noise().drift()).isEqualTo(1.25);
    assertThat(read.code().sources()).isEqualTo(sources);
    assertThat(read.code().changed()).isEmpty();
  }

  /** As it was written before there was either. */
  @Test
  void a_file_without_them_is_read() {
    String text =
        TuningFile.text(List.of(CPU))
            .replaceAll("\\s*\"drift\" : 1.0,", "")
            .replaceAll("\\s*\"code\" : \\{\\s*\"sources\" : \\{ }\\s*},", "");
    assertThat(text).doesNotContain("drift").doesNotContain("sources");

    assertThat(TuningFile.read(text.getBytes(UTF_8)).tunings()).containsExactly(CPU);
  }

  @Test
  void no_file_is_no_problem_and_a_damaged_one_is_named_with_its_line() throws IOException {
    assertThat(TuningFile.read(root).tunings()).isEmpty();
    assertThat(TuningFile.read(root).problems()).isEmpty();

    Path file = root.resolve(TuningFile.PLACE);
    Files.createDirectories(file.getParent());
    String text = TuningFile.text(List.of(CPU));
    Files.writeString(file, text.replace("\"aim\" : \"cpu\"", "\"aim\" : \"fun\""));
    assertThat(TuningFile.read(root).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).isEqualTo("rustfit/tuning.json");
              assertThat(problem.line()).isEqualTo(4);
              assertThat(problem.message()).contains("fun");
            });

    Files.writeString(file, text.replace("\"best\" : \"ParallelGC\"", "\"best\" : \"none\""));
    assertThat(TuningFile.read(root).problems())
        .singleElement()
        .extracting(problem -> problem.message())
        .asString()
        .contains("no configuration is named none");
    assertThat(TuningFile.read(root).tunings()).isEmpty();
  }

  /** Which of two that contradict each other would count, nobody could see. */
  @Test
  void a_second_tuning_of_the_same_aim_and_machine_is_told_and_does_not_count() throws IOException {
    Tuning later =
        new Tuning(
            "2026-12-01",
            CPU.machine(),
            CPU.aim(),
            CPU.command(),
            CPU.noise(),
            CPU.heap(),
            CPU.code(),
            "present",
            CPU.configurations());
    Path file = root.resolve(TuningFile.PLACE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, TuningFile.text(List.of(CPU, later, MEMORY)));

    TuningFile.Reading reading = TuningFile.read(root);

    assertThat(reading.tunings()).containsExactly(CPU, MEMORY);
    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message())
                  .startsWith("Another tuning before it has the same aim and machine");
              assertThat(problem.line()).isGreaterThan(1);
            });
  }

  @Test
  void what_is_no_plain_file_is_not_followed() throws IOException {
    Files.createDirectories(root.resolve(TuningFile.PLACE));
    assertThat(TuningFile.read(root).problems())
        .singleElement()
        .extracting(problem -> problem.message())
        .isEqualTo("It is a link, or no plain file.");
  }
}
