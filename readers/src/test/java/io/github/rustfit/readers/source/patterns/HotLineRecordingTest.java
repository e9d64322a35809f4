package io.github.rustfit.readers.source.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.readers.input.InputReaders;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.readers.source.JavaSources;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.Finding;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From source and a recording of this very JVM to what the report says, with nothing in between.
 */
class HotLineRecordingTest {

  private static final String PLACE = "io/github/rustfit/readers/source/patterns/Workload.java";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path root;

  @SuppressWarnings("NullAway.Init")
  static ComponentAssessment component;

  @BeforeAll
  static void record() throws Exception {
    Path copy = root.resolve("src").resolve(PLACE);
    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
    Files.copy(Path.of("src/test/java").resolve(PLACE).toAbsolutePath(), copy);
    try (Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
      recording.enable("jdk.ObjectAllocationSample").with("throttle", "2000/s");
      recording.start();
      long sum = 0;
      long until = cpuNanos() + 3_000_000_000L;
      while (cpuNanos() < until) {
        sum += Workload.run(20_000);
      }
      recording.stop();
      recording.dump(root.resolve("own.jfr"));
      assertThat(sum + Workload.cold(1).length()).isNotEqualTo(42);
    }
    Evidence sources =
        new JavaSources(root)
            .read(List.of(new SourceRoot("app", root.resolve("src"), SourceFile.Role.MAIN)));
    InputReaders readers = InputReaders.load(HotLineRecordingTest.class.getClassLoader());
    Evidence recorded = new Inputs(root, readers.readers()).read(List.of("own.jfr")).evidence();
    component =
        new Assessor(
                Policy.DEFAULT,
                CrateCatalogue.EMPTY,
                Rules.load(HotLineRecordingTest.class.getClassLoader()),
                true)
            .assess(sources.merge(recorded))
            .components()
            .get(0);
  }

  /** Not the wall clock: on a busy machine this thread gets little of it. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static int lineOf(String comment) throws IOException {
    List<String> lines = Files.readAllLines(root.resolve("src").resolve(PLACE));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith("// " + comment)) {
        return i + 1;
      }
    }
    throw new AssertionError(comment);
  }

  private static Finding finding(String rule) {
    return component.findings().stream()
        .filter(one -> one.rule().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError(component.findings()));
  }

  @Test
  void boxes_at_the_line_confirm_boxing() throws IOException {
    assertThat(finding("boxing-in-loop").confirmed()).isTrue();
    assertThat(finding("boxing-in-loop").line()).isEqualTo(lineOf("boxes"));
    assertThat(finding("boxing-in-loop").file()).isEqualTo("src/" + PLACE);
    assertThat(finding("boxing-in-loop").message()).contains("%) of allocated bytes");
  }

  @Test
  void compilation_below_the_line_confirms_the_regular_expression() throws IOException {
    assertThat(finding("regex-per-call").confirmed()).isTrue();
    assertThat(finding("regex-per-call").line()).isEqualTo(lineOf("compiles"));
  }

  @Test
  void what_is_not_reached_stays_a_candidate_and_what_is_cold_is_only_listed() throws IOException {
    assertThat(component.findings())
        .filteredOn(one -> one.rule().equals("string-concat-in-loop"))
        .singleElement()
        .satisfies(one -> assertThat(one.confirmed()).as("%s", one).isFalse())
        .satisfies(one -> assertThat(one.line()).isEqualTo(lineOf("is not reached")));
    assertThat(component.patterns().candidates())
        .filteredOn(one -> one.rule().equals("string-format"))
        .singleElement()
        .satisfies(one -> assertThat(one.message()).contains("Workload.cold"));
    assertThat(component.patterns().counts()).containsEntry("string-format", 1);
  }

  /** No where the recording tells what the collector takes (JDK 20 and newer), else unknown. */
  @Test
  void the_jvm_is_not_tuned_out_while_boxing_costs_that_much() {
    assertThat(Objects.requireNonNull(component.topics().get(Topic.TUNING)).answer())
        .isNotEqualTo(Answer.YES);
  }
}
