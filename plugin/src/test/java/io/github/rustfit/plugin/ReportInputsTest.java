package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.Recording;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** What is said of inputs that cannot be read, or not all of them. */
@MojoTest
class ReportInputsTest extends GoalTest {

  private JsonNode report() throws IOException {
    return new ObjectMapper().readTree(project.text("target/rustfit/report.json"));
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "recordings", value = "rustfit/missing.jfr")
  void a_missing_file_is_named_after_the_rest_was_read(ReportMojo mojo) throws Exception {
    project.withSource().with("rustfit/gc.log.gz", ProjectFolder.sample("gc.log.gz"));
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit/missing.jfr");
    assertThat(report().at("/runtime/gc/pauses/count").asInt()).isEqualTo(87);
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "recordings", value = "rustfit/*.nothing")
  void a_glob_that_matches_nothing_is_named(ReportMojo mojo) {
    project.withSource();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit/*.nothing");
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "recordings", value = "notes.txt")
  void a_file_that_no_reader_claims_is_named_with_what_is_understood(ReportMojo mojo)
      throws Exception {
    project.withSource().with("notes.txt", "Dear diary, nothing was recorded today.\n");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("notes.txt")
        .hasMessageContaining("jfr")
        .hasMessageContaining("gc-log");
    assertThat(report().at("/inputs/0/status").asText()).isEqualTo("failed");
    assertThat(report().at("/inputs/0/kind").asText()).isEqualTo("unknown");
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "gcLogs", value = "empty.log")
  void an_empty_file_is_named(ReportMojo mojo) {
    project.withSource().with("empty.log", "");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("empty.log")
        .hasMessageContaining("empty");
  }

  @Test
  @InjectMojo(goal = "report")
  void an_empty_file_in_a_default_place_is_named_too(ReportMojo mojo) throws Exception {
    project.withSource().with("rustfit/killed.jfr", "").with("rustfit/.gitkeep", "");
    mojo.execute();
    assertThat(warnings)
        .anySatisfy(line -> assertThat(line).contains("rustfit/killed.jfr", "empty"))
        .noneSatisfy(line -> assertThat(line).contains(".gitkeep"));
  }

  @Test
  @InjectMojo(goal = "report")
  void a_truncated_recording_keeps_what_was_read_and_says_how_far(ReportMojo mojo)
      throws Exception {
    byte[] whole = ProjectFolder.sample("recording.jfr.gz");
    project
        .withSource()
        .with("rustfit/cut.jfr.gz", Arrays.copyOf(whole, whole.length / 2))
        .with("rustfit/gc.log.gz", ProjectFolder.sample("gc.log.gz"));
    mojo.execute();
    assertThat(report().at("/inputs/0/path").asText()).isEqualTo("rustfit/cut.jfr.gz");
    assertThat(report().at("/inputs/0/status").asText()).isEqualTo("partial");
    assertThat(report().at("/inputs/0/problem").asText()).contains("byte");
    assertThat(warnings).anySatisfy(line -> assertThat(line).contains("rustfit/cut.jfr.gz"));
  }

  @Test
  @InjectMojo(goal = "report")
  void what_cannot_be_used_in_a_default_place_is_noted_and_fails_nothing(ReportMojo mojo)
      throws Exception {
    project
        .withSource()
        .with("rustfit/noise.jfr", noise())
        .with("rustfit/empty.log", new byte[0])
        .with(
            "rustfit/gc.log",
            "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.UTF_8));
    mojo.execute();
    for (String name : List.of("noise.jfr", "empty.log", "gc.log")) {
      assertThat(warnings)
          .anySatisfy(line -> assertThat(line).contains("rustfit/" + name, "passed over"));
    }
    assertThat(report().at("/inputs").size()).isZero();
  }

  private static byte[] noise() {
    byte[] noise = new byte[5000];
    Arrays.fill(noise, (byte) 0x5a);
    System.arraycopy("FLR\0".getBytes(StandardCharsets.ISO_8859_1), 0, noise, 0, 4);
    return noise;
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "recordings", value = "rustfit/noise.jfr")
  void a_corrupted_recording_fails_after_the_report_is_written(ReportMojo mojo) throws Exception {
    project.withSource().with("rustfit/noise.jfr", noise());
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit/noise.jfr");
    assertThat(report().at("/inputs/0/status").asText()).isEqualTo("failed");
    assertThat(report().at("/components/0/verdict").asText()).isEqualTo("not-enough-evidence");
  }

  @Test
  @InjectMojo(goal = "report")
  @MojoParameter(name = "recordings", value = "large.slow")
  void a_long_reading_says_how_far_it_is_in_the_log_alone(ReportMojo mojo) throws Exception {
    project.withSource().with("large.slow", SlowReader.CONTENT);
    mojo.execute();
    // On a busy machine the first of its three megabytes may be late enough to be told of.
    assertThat(infos).anyMatch(line -> line.matches("rustfit: Reading large.slow: [12] of 3 MB"));
    assertThat(project.text("target/rustfit/report.json")).doesNotContain("Reading");
  }

  @Test
  @InjectMojo(goal = "report")
  void a_recording_without_cpu_samples_is_named(ReportMojo mojo) throws Exception {
    Path file = project.path("rustfit/idle.jfr");
    Files.createDirectories(file.getParent());
    try (Recording recording = new Recording()) {
      recording.enable("jdk.JVMInformation");
      recording.start();
      recording.dump(file);
    }
    project.withSource();
    mojo.execute();
    assertThat(warnings)
        .anySatisfy(
            line -> assertThat(line).contains("rustfit/idle.jfr: The recording holds no CPU"))
        .anySatisfy(line -> assertThat(line).contains("no recording with CPU samples"));
    assertThat(report().at("/inputs/0/status").asText()).isEqualTo("read");
    assertThat(report().at("/components/0/cpu/share").isNull()).isTrue();
  }

  @Test
  @InjectMojo(goal = "report")
  void a_log_cut_in_a_line_keeps_its_whole_lines(ReportMojo mojo) throws Exception {
    project
        .withSource()
        .with(
            "rustfit/gc.log",
            """
            [0.005s][info][gc] Using G1
            [1.000s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->3M(96M) 2.500ms
            [2.000s][info][gc] GC(1) Pause Young (Normal) (G1 Evac\
            """);
    mojo.execute();
    assertThat(report().at("/runtime/gc/pauses/count").asInt()).isEqualTo(1);
    assertThat(report().at("/inputs/0/status").asText()).isEqualTo("partial");
  }

  @Test
  @InjectMojo(goal = "report")
  void a_log_without_time_stamps_tells_pauses_and_no_rate(ReportMojo mojo) throws Exception {
    project
        .withSource()
        .with(
            "rustfit/gc.log",
            """
            [info][gc] Using G1
            [info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->3M(96M) 2.500ms
            [info][gc] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 24M->3M(96M) 1.500ms
            """);
    mojo.execute();
    assertThat(report().at("/runtime/gc/pauses/totalMs").asDouble()).isEqualTo(4.0);
    assertThat(report().at("/runtime/gc/throughputPercent").isNull()).isTrue();
    assertThat(report().at("/runtime/gc/wallSeconds").isNull()).isTrue();
    assertThat(report().at("/inputs/0/status").asText()).isEqualTo("partial");
    assertThat(project.text("target/rustfit/index.html")).contains("a log without time stamps");
  }

  @Test
  @InjectMojo(goal = "report")
  void a_source_that_does_not_parse_is_a_problem_and_the_rest_goes_on(ReportMojo mojo)
      throws Exception {
    project.withSource().with("src/main/java/Broken.java", "class Broken { void (");
    mojo.execute();
    assertThat(report().at("/problems/0/where").asText()).isEqualTo("src/main/java/Broken.java");
    assertThat(report().at("/components").size()).isPositive();
  }
}
