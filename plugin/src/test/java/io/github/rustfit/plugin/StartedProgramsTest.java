package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class StartedProgramsTest {

  private static Plugin plugin(String group, String name, String goal, String configuration)
      throws Exception {
    Plugin plugin = new Plugin();
    plugin.setGroupId(group);
    plugin.setArtifactId(name);
    PluginExecution execution = new PluginExecution();
    execution.setId(goal + configuration.length());
    execution.addGoal(goal);
    execution.setConfiguration(
        Xpp3DomBuilder.build(
            new StringReader("<configuration>" + configuration + "</configuration>")));
    plugin.addExecution(execution);
    return plugin;
  }

  private static Plugin boot(String configuration) throws Exception {
    return plugin("org.springframework.boot", "spring-boot-maven-plugin", "start", configuration);
  }

  private static Plugin ours(String property) throws Exception {
    return plugin(
        "io.github.rustfit",
        "rustfit-maven-plugin",
        "prepare-agent",
        "<propertyName>" + property + "</propertyName>");
  }

  private static MavenProject project(Plugin... plugins) {
    Model model = new Model();
    Build build = new Build();
    for (Plugin plugin : plugins) {
      build.addPlugin(plugin);
    }
    model.setBuild(build);
    return new MavenProject(model);
  }

  @Test
  void a_server_that_is_started_for_tests_is_not_recorded_with_them() throws Exception {
    assertThat(StartedPrograms.warnings(project(boot("")), "argLine"))
        .singleElement()
        .asString()
        .contains(
            "of a server only its client is seen",
            "<propertyName>spring-boot.run.jvmArguments</propertyName>");
    assertThat(
            StartedPrograms.warnings(
                project(
                    boot("<jvmArguments>-Xmx1g</jvmArguments>"),
                    ours("spring-boot.run.jvmArguments")),
                "argLine"))
        .singleElement()
        .asString()
        .contains("a <propertyName> of your own");
  }

  @Test
  void one_that_gets_the_property_is_recorded() throws Exception {
    assertThat(
            StartedPrograms.warnings(
                project(boot(""), ours("spring-boot.run.jvmArguments")), "argLine"))
        .isEmpty();
    assertThat(
            StartedPrograms.warnings(
                project(boot("<jvmArguments>-Xmx1g ${server}</jvmArguments>"), ours("server")),
                "argLine"))
        .isEmpty();
    assertThat(StartedPrograms.warnings(project(), "argLine")).isEmpty();
  }

  @Test
  void a_property_that_the_pom_declares_is_said_to_have_no_effect() throws Exception {
    MavenProject project = project(boot(""), ours("startArgs"));
    Model written = new Model();
    written.addProperty("startArgs", "-Xmx256m");
    project.setOriginalModel(written);

    assertThat(StartedPrograms.warnings(project, "startArgs"))
        .singleElement()
        .asString()
        .contains("the POM declares the property startArgs", "has no effect");
    assertThat(StartedPrograms.warnings(project, "other")).isEmpty();
  }
}
