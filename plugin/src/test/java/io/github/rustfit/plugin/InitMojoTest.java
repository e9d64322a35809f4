package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustfit.readers.policy.PolicyReader;
import io.github.rustfit.readers.policy.PolicyReading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

@MojoTest
class InitMojoTest extends GoalTest {

  private PolicyReading written() {
    return PolicyReader.read(
        "rustfit.yaml", project.text("rustfit.yaml").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @InjectMojo(goal = "init")
  void writes_a_sound_policy_without_any_recording(InitMojo mojo) throws Exception {
    project.withSource();
    mojo.execute();

    assertThat(written().problems()).isEmpty();
    assertThat(written().policy().components())
        .singleElement()
        .satisfies(
            component -> {
              assertThat(component.name()).isEqualTo("shop");
              assertThat(component.module()).isEqualTo("shop");
              assertThat(component.packages())
                  .containsExactly("io.github.rustfit.samples.readstates.cache");
            });
    assertThat(project.text("rustfit.yaml")).contains("Attach a JFR recording");
    assertThat(infos).anySatisfy(line -> assertThat(line).contains("wrote rustfit.yaml"));
    assertThat(project.has("target")).isFalse();
  }

  @Test
  @InjectMojo(goal = "init")
  void a_project_without_code_starts_with_its_plans(InitMojo mojo) throws Exception {
    mojo.execute();

    assertThat(written().problems()).isEmpty();
    assertThat(project.text("rustfit.yaml")).contains("#components:", "#planned:");
  }

  @Test
  @InjectMojo(goal = "init")
  void with_a_recording_it_asks_for_what_is_left(InitMojo mojo) throws Exception {
    project.withSource().withRecordings();
    mojo.execute();

    assertThat(project.text("rustfit.yaml"))
        .doesNotContain("Attach a JFR recording with at least 1,000 CPU samples")
        .contains("Declare serviceLevel");
  }

  @Test
  @InjectMojo(goal = "init")
  void never_overwrites_what_somebody_declared(InitMojo mojo) {
    project.withSource().with("rustfit.yaml", "version: 1\n");

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("rustfit.yaml exists already")
        .hasMessageContaining("-Drustfit.force");
    assertThat(project.text("rustfit.yaml")).isEqualTo("version: 1\n");
  }

  @Test
  @InjectMojo(goal = "init")
  void a_link_that_leads_nowhere_is_a_file_that_exists(InitMojo mojo) throws Exception {
    project.withSource();
    Files.createSymbolicLink(project.path("rustfit.yaml"), Path.of("elsewhere.yaml"));

    assertThatThrownBy(mojo::execute).isInstanceOf(MojoExecutionException.class);
    assertThat(project.has("elsewhere.yaml")).isFalse();
  }

  @Test
  @InjectMojo(goal = "init")
  @MojoParameter(name = "force", value = "true")
  void overwrites_when_told_so_whatever_stands_there(InitMojo mojo) throws Exception {
    project.withSource().with("rustfit.yaml", "components: [{name: old, packages: [io]}]\nbroken:");
    mojo.execute();

    assertThat(written().problems()).isEmpty();
    assertThat(project.text("rustfit.yaml")).doesNotContain("name: old", "broken");
  }

  @Test
  @InjectMojo(goal = "init")
  @MojoParameter(name = "force", value = "true")
  void writes_the_same_bytes_each_time(InitMojo mojo) throws Exception {
    project.withSource().withRecordings();
    mojo.execute();
    String first = project.text("rustfit.yaml");
    mojo.execute();

    assertThat(project.text("rustfit.yaml")).isEqualTo(first);
  }
}
