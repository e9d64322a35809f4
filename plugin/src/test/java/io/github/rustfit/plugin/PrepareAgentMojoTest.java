package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Objects;
import java.util.Properties;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

@MojoTest
class PrepareAgentMojoTest extends GoalTest {

  private static Properties properties(PrepareAgentMojo mojo) throws ReflectiveOperationException {
    Field field = PrepareAgentMojo.class.getDeclaredField("project");
    field.setAccessible(true); // the project that was injected, which Maven would go on with
    MavenProject found = (MavenProject) field.get(mojo);
    return Objects.requireNonNull(found).getProperties();
  }

  @Test
  @InjectMojo(goal = "prepare-agent")
  @MojoParameter(name = "skip", value = "true")
  void skipped_it_sets_the_property_to_nothing(PrepareAgentMojo mojo) throws Exception {
    mojo.execute();
    assertThat(properties(mojo)).containsEntry("argLine", "");
  }

  @Test
  @InjectMojo(goal = "prepare-agent")
  @MojoParameter(name = "skip", value = "true")
  void skipped_it_leaves_what_there_was(PrepareAgentMojo mojo) throws Exception {
    properties(mojo).setProperty("argLine", "-Xmx1g");
    mojo.execute();
    assertThat(properties(mojo)).containsEntry("argLine", "-Xmx1g");
  }

  @Test
  @InjectMojo(goal = "prepare-agent")
  @MojoParameter(name = "recordingDirectory", value = "target/one,two")
  void a_folder_that_no_jvm_can_be_told_of_sets_it_to_nothing(PrepareAgentMojo mojo)
      throws Exception {
    mojo.execute();
    assertThat(properties(mojo)).containsEntry("argLine", "");
    assertThat(warnings).singleElement().asString().contains("nothing is recorded");
  }

  @Test
  @InjectMojo(goal = "prepare-agent")
  void tests_in_mavens_own_jvm_are_said_not_to_be_recorded(PrepareAgentMojo mojo) throws Exception {
    withoutForks();
    mojo.execute();
    assertThat(warnings).singleElement().asString().contains("forkCount is 0", "not recorded");
  }
}
