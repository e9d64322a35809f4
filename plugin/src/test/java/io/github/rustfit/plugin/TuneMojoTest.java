package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** What stops a tuning before anything is run; TuneRunTest runs some. */
@MojoTest
class TuneMojoTest extends GoalTest {

  private void project() {
    project.with("src/main/java/org/acme/Job.java", "package org.acme;\npublic class Job {}\n");
  }

  private void refused(TuneMojo mojo, String... parts) {
    project();
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .satisfies(
            thrown -> {
              for (String part : parts) {
                assertThat(thrown).hasMessageContaining(part);
              }
            });
    assertThat(project.has("rustfit/tuning.json")).isFalse();
  }

  @Test
  @InjectMojo(goal = "tune")
  void without_a_command_it_says_how_one_looks(TuneMojo mojo) {
    refused(mojo, "rustfit.command is needed", "-Drustfit.command=\"java @{jvm} ");
  }

  @Test
  @InjectMojo(goal = "tune")
  @MojoParameter(name = "command", value = "java @{jvm} Job")
  @MojoParameter(name = "minutes", value = "0")
  void a_time_that_is_none_is_refused(TuneMojo mojo) {
    refused(mojo, "rustfit.minutes is 0; it is 1 to 10080.");
  }

  @Test
  @InjectMojo(goal = "tune")
  @MojoParameter(name = "command", value = "java @{jvm} Job")
  @MojoParameter(name = "minutes", value = "1")
  @MojoParameter(name = "aim", value = "speed")
  void so_is_an_aim(TuneMojo mojo) {
    refused(mojo, "rustfit.aim is 'speed'; use cpu, time, memory, latency, pauses or start-up.");
  }

  @Test
  @InjectMojo(goal = "tune")
  @MojoParameter(name = "command", value = "java @{jvm} Job")
  @MojoParameter(name = "minutes", value = "1")
  @MojoParameter(name = "work", value = "served [0-9]+")
  void an_expression_without_a_group_is_told_where_the_number_goes(TuneMojo mojo) {
    refused(mojo, "rustfit.work is 'served [0-9]+', which has no group", "'served ([0-9]+)'");
  }

  @Test
  @InjectMojo(goal = "tune")
  @MojoParameter(name = "command", value = "java @{jvm} Job")
  @MojoParameter(name = "minutes", value = "1")
  @MojoParameter(name = "latency", value = "p99 ([0-9]+")
  void an_expression_that_is_none_is_told(TuneMojo mojo) {
    refused(mojo, "rustfit.latency is no regular expression: ");
  }

  @Test
  @InjectMojo(goal = "tune")
  @MojoParameter(name = "command", value = "java @{jvm} Job")
  @MojoParameter(name = "minutes", value = "1")
  @MojoParameter(name = "maxLatency", value = "50")
  void a_bound_on_what_nobody_tells_is_no_bound(TuneMojo mojo) {
    refused(mojo, "rustfit.maxLatency needs rustfit.latency");
  }

  @Test
  @InjectMojo(goal = "tune")
  @MojoParameter(name = "command", value = "java @{jvm} Job")
  @MojoParameter(name = "minutes", value = "1")
  @MojoParameter(name = "maxMemory", value = "2 GB")
  void a_size_is_written_as_the_jvm_takes_it(TuneMojo mojo) {
    refused(mojo, "rustfit.maxMemory is '2 gb'; write it as 512m or 2g.");
  }

  @Test
  @InjectMojo(goal = "tune")
  @MojoParameter(name = "command", value = "java @{jvm} Job")
  @MojoParameter(name = "minutes", value = "1")
  @MojoParameter(name = "jdks", value = "no-jdk")
  void a_jdk_that_is_none_is_named(TuneMojo mojo) {
    refused(mojo, "rustfit.jdks names ", "no-jdk, which is no JDK");
  }

  @Test
  @InjectMojo(goal = "tune")
  @MojoParameter(name = "command", value = "java @{jvm} Job")
  @MojoParameter(name = "minutes", value = "1")
  @MojoParameter(name = "variants", value = "fixed")
  void a_variant_has_a_folder(TuneMojo mojo) {
    refused(mojo, "rustfit.variants has 'fixed'; write name=folder");
  }

  /** What was measured before is never written over by accident. */
  @Test
  @InjectMojo(goal = "tune")
  @MojoParameter(name = "command", value = "java @{jvm} Job")
  @MojoParameter(name = "minutes", value = "1")
  void a_damaged_file_is_told_and_stays(TuneMojo mojo) {
    project();
    project.with("rustfit/tuning.json", "{\"version\": 1}\n");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit/tuning.json:1")
        .hasMessageContaining("tunings")
        .hasMessageContaining("It is not written over; move it away.");
    assertThat(project.text("rustfit/tuning.json")).isEqualTo("{\"version\": 1}\n");
  }

  @Test
  @InjectMojo(goal = "tune")
  @MojoParameter(name = "command", value = "exit 3 # @{jvm}")
  @MojoParameter(name = "minutes", value = "1")
  void a_program_that_does_not_run_has_nothing_to_compare_with(TuneMojo mojo) {
    refused(
        mojo,
        "The first run, of the present configuration, gives nothing to compare with: ",
        "it ended with status 3",
        "The command was: exit 3 # @{jvm}");
  }

  @Test
  @InjectMojo(goal = "tune")
  @MojoParameter(name = "command", value = "java @{jvm} Job")
  @MojoParameter(name = "minutes", value = "1")
  @MojoParameter(name = "aim", value = "latency")
  void what_nobody_tells_is_no_aim(TuneMojo mojo) {
    refused(mojo, "rustfit.aim=latency needs rustfit.latency", "rustfit.aim=pauses needs nothing");
  }

  /** Minutes of measuring are not lost at their end. */
  @Test
  @InjectMojo(goal = "tune")
  @MojoParameter(name = "command", value = "echo ran > ran")
  @MojoParameter(name = "minutes", value = "1")
  void a_place_that_cannot_be_written_is_told_before_anything_runs(TuneMojo mojo) {
    project();
    project.with("rustfit", "a file where the folder would be\n");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit, which cannot be written: ")
        .hasMessageContaining("Move away what is there");
    assertThat(project.has("ran")).isFalse();
  }
}
