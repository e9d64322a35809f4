package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.junit.jupiter.api.Test;

@MojoTest
class HelpMojoTest extends GoalTest {

  @Test
  @InjectMojo(goal = "help")
  void lists_the_goals(Mojo help) throws Exception {
    help.setLog(log());
    help.execute();
    assertThat(String.join("\n", infos))
        .contains("rustfit:report", "rustfit:check", "rustfit:init");
  }

  @Test
  @InjectMojo(goal = "help")
  @MojoParameter(name = "detail", value = "true")
  @MojoParameter(name = "goal", value = "check")
  void explains_every_parameter_of_a_goal(Mojo help) throws Exception {
    help.setLog(log());
    help.execute();
    assertThat(String.join("\n", infos))
        .contains("rustfit.recordings", "rustfit.gcLogs", "rustfit.policy", "rustfit.skip")
        .contains("rustfit.outputDirectory", "rustfit.onMissingRecording");
  }
}
