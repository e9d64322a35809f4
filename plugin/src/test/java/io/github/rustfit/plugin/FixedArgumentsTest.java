package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

class FixedArgumentsTest {

  @Test
  void arguments_of_the_plugin_replace_the_property() {
    Plugin plugin = plugin("maven-surefire-plugin");
    plugin.setConfiguration(argLine("-Xmx1g"));

    assertThat(FixedArguments.warnings(project(plugin), "argLine"))
        .singleElement()
        .asString()
        .contains("maven-surefire-plugin", "<argLine>@{argLine} -Xmx1g</argLine>");
  }

  @Test
  void arguments_of_an_execution_do_too() {
    Plugin plugin = plugin("maven-failsafe-plugin");
    PluginExecution execution = new PluginExecution();
    execution.setConfiguration(argLine("-Dlate=yes"));
    plugin.addExecution(execution);

    assertThat(FixedArguments.warnings(project(plugin), "argLine"))
        .singleElement()
        .asString()
        .contains("maven-failsafe-plugin", "-Dlate=yes");
  }

  @Test
  void arguments_that_keep_the_property_are_fine() {
    for (String kept : List.of("@{argLine} -Xmx1g", "-Xmx1g ${argLine}")) {
      Plugin plugin = plugin("maven-surefire-plugin");
      plugin.setConfiguration(argLine(kept));
      assertThat(FixedArguments.warnings(project(plugin), "argLine")).isEmpty();
    }
    assertThat(FixedArguments.warnings(project(plugin("maven-surefire-plugin")), "argLine"))
        .isEmpty();
  }

  @Test
  void another_property_is_the_users_to_use() {
    Plugin plugin = plugin("maven-surefire-plugin");
    plugin.setConfiguration(argLine("-Xmx1g"));

    assertThat(FixedArguments.warnings(project(plugin), "recording")).isEmpty();
  }

  private static MavenProject project(Plugin plugin) {
    Model model = new Model();
    model.setBuild(new Build());
    model.getBuild().addPlugin(plugin);
    return new MavenProject(model);
  }

  private static Plugin plugin(String name) {
    Plugin plugin = new Plugin();
    plugin.setArtifactId(name);
    return plugin;
  }

  private static Xpp3Dom argLine(String value) {
    Xpp3Dom configuration = new Xpp3Dom("configuration");
    Xpp3Dom child = new Xpp3Dom("argLine");
    child.setValue(value);
    configuration.addChild(child);
    return configuration;
  }
}
