package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
class CheckMojoTest extends GoalTest {

  @Test
  @InjectMojo(goal = "check")
  void passes_without_limits(CheckMojo mojo) throws Exception {
    project.withSource().withRecordings();
    mojo.execute();
    assertThat(infos).contains("rustfit: every limit of the policy holds.");
  }

  /** A warning fails nothing, and is no limit that holds. */
  @Test
  @InjectMojo(goal = "check")
  void a_crossed_limit_of_a_warning_is_not_said_to_hold(CheckMojo mojo) throws Exception {
    project
        .withSource()
        .withRecordings()
        .with("rustfit.yaml", "limits:\n  cpuShare: {limit: 0.01, level: warning}\n");
    mojo.execute();
    assertThat(infos)
        .contains(
            "rustfit: no limit that fails a build is crossed, and 1 limit at the level of a warning"
                + " is.");
  }

  @Test
  @InjectMojo(goal = "check")
  void fails_with_component_figure_limit_place_report_and_remedy(CheckMojo mojo) {
    project.withSource().withRecordings().with("rustfit.yaml", "limits:\n  cpuShare: 0.4\n");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("1 violation")
        .hasMessageContaining("shop")
        .hasMessageContaining("40.0 %")
        .hasMessageContaining("MarkerShard.java:28")
        .hasMessageContaining("index.html");
    assertThat(project.has("target/rustfit/index.html")).isTrue();
  }

  @Test
  @InjectMojo(goal = "check")
  void a_warning_does_not_fail(CheckMojo mojo) throws Exception {
    project
        .withSource()
        .withRecordings()
        .with("rustfit.yaml", "limits:\n  cpuShare: {limit: 0.4, level: warning}\n");
    mojo.execute();
    assertThat(project.text("target/rustfit/report.json")).contains("\"cpuShare\"");
  }

  @Test
  @InjectMojo(goal = "check")
  void a_limit_on_pauses_holds_the_process_to_it(CheckMojo mojo) {
    project.withSource().withRecordings().with("rustfit.yaml", "limits:\n  gcPauseP99: 25\n");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("gcPauseP99")
        .hasMessageContaining("25 ms");
  }

  @Test
  @InjectMojo(goal = "check")
  void without_a_recording_it_fails(CheckMojo mojo) {
    project.withSource();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("no recording with CPU samples was found");
  }

  @Test
  @InjectMojo(goal = "check")
  void without_a_recording_it_names_the_module_whose_tests_run_in_mavens_jvm(CheckMojo mojo)
      throws Exception {
    project.withSource();
    withoutForks();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining(
            "In shop, maven-surefire-plugin runs tests in Maven's own JVM (forkCount is 0)");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "onMissingRecording", value = "skip")
  void without_a_recording_it_passes_if_told_so(CheckMojo mojo) throws Exception {
    project.withSource();
    mojo.execute();
    assertThat(warnings).isEmpty();
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "failOnViolation", value = "false")
  @MojoParameter(name = "policy", value = "policies/organisation.yaml")
  void a_crossed_limit_is_a_warning_if_told_so(CheckMojo mojo) throws Exception {
    project.withSource().withRecordings();
    mojo.execute();
    assertThat(warnings)
        .anySatisfy(
            line -> assertThat(line).contains("gcPauseP99", "rustfit.failOnViolation is false"));
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "annotations", value = "gitlab")
  void annotations_of_an_unknown_host_are_an_error(CheckMojo mojo) {
    project.withSource().withRecordings();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit.annotations is 'gitlab'; use auto, github or none.");
  }

  @Test
  @InjectMojo(goal = "check")
  void a_broken_policy_is_an_error_with_line_and_column(CheckMojo mojo) {
    project
        .withSource()
        .withRecordings()
        .with(
            "rustfit.yaml", "recording:\n  representative: true\nserviceLevels:\n  targetMs: 5\n");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit.yaml")
        .hasMessageContaining("line 3, column 1")
        .hasMessageContaining("serviceLevel");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "policy", value = "strict.yaml")
  void a_named_policy_that_does_not_exist_is_an_error(CheckMojo mojo) {
    project.withSource().withRecordings();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("strict.yaml");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "policy", value = "policies/organisation.yaml")
  void a_policy_may_come_from_the_class_path(CheckMojo mojo) {
    project.withSource().withRecordings();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("policies/organisation.yaml")
        .hasMessageContaining("gcPauseP99");
  }

  @Test
  @InjectMojo(goal = "check")
  void a_limit_that_nothing_recorded_can_answer_is_no_silent_pass(CheckMojo mojo) {
    project
        .withSource()
        .with(
            "rustfit/cpu.collapsed",
            "java/lang/Thread.run;"
                + "io/github/rustfit/samples/readstates/cache/MarkerShard.update_[j] 2000\n")
        .with("rustfit.yaml", "limits:\n  gcThroughput: 50\n");
    // plain -Xlog:gc of ZGC prints cycles and no pauses: they are unknown, not zero
    project.with(
        "rustfit/z.log",
        """
        [0.005s][info][gc] Using The Z Garbage Collector
        [9.000s][info][gc] GC(0) Garbage Collection (Warmup) 10M(1%)->6M(1%)
        """);
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("gcThroughput could not be checked");
  }
}
