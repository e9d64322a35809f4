package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithoutForksTest {

  private static Xpp3Dom configuration(String text) throws Exception {
    return Xpp3DomBuilder.build(new StringReader("<configuration>" + text + "</configuration>"));
  }

  private static Plugin plugin(String name, String goal, String ofPlugin, String ofExecution)
      throws Exception {
    Plugin plugin = new Plugin();
    plugin.setArtifactId(name);
    plugin.setVersion("3.5.4");
    plugin.setConfiguration(configuration(ofPlugin));
    PluginExecution execution = new PluginExecution();
    execution.addGoal(goal);
    execution.setConfiguration(configuration(ofExecution));
    plugin.addExecution(execution);
    return plugin;
  }

  private static Plugin surefire(String ofPlugin, String ofExecution) throws Exception {
    return plugin("maven-surefire-plugin", "test", ofPlugin, ofExecution);
  }

  private static List<String> warnings(Plugin plugin, Map<String, String> properties) {
    Model model = new Model();
    model.setBuild(new Build());
    model.getBuild().addPlugin(plugin);
    return WithoutForks.warnings(
        new MavenProject(model), name -> Optional.ofNullable(properties.get(name)));
  }

  /** Numbers as Surefire's documentation of forkCount has them; a C stands for each processor. */
  @ParameterizedTest
  @ValueSource(strings = {"0", " 0 ", "0C", "0.0C"})
  void no_forks_are_said_with_the_page_that_helps(String count) throws Exception {
    assertThat(warnings(surefire("<forkCount>" + count + "</forkCount>", ""), Map.of()))
        .singleElement()
        .asString()
        .startsWith("maven-surefire-plugin runs tests in Maven's own JVM (forkCount is")
        .contains("not recorded", "Set forkCount to 1", "docs/how-to/record-without-forks.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "1C", "0.5C", "many"})
  void forks_are_recorded(String count) throws Exception {
    assertThat(warnings(surefire("<forkCount>" + count + "</forkCount>", ""), Map.of())).isEmpty();
    assertThat(warnings(surefire("", ""), Map.of("forkCount", count))).isEmpty();
    assertThat(warnings(surefire("", ""), Map.of())).isEmpty();
  }

  @Test
  void an_execution_goes_before_the_plugin_and_both_before_the_property() throws Exception {
    String none = "<forkCount>0</forkCount>";
    String one = "<forkCount>1</forkCount>";
    assertThat(warnings(surefire(one, none), Map.of("forkCount", "1"))).hasSize(1);
    assertThat(warnings(surefire(none, one), Map.of("forkCount", "0"))).isEmpty();
    assertThat(warnings(surefire(one, ""), Map.of("forkCount", "0"))).isEmpty();
    assertThat(warnings(surefire("", ""), Map.of("forkCount", "0"))).hasSize(1);
  }

  @Test
  void integration_tests_are_looked_at_too() throws Exception {
    assertThat(
            warnings(
                plugin("maven-failsafe-plugin", "integration-test", "", "<forkCount>0</forkCount>"),
                Map.of()))
        .singleElement()
        .asString()
        .startsWith("maven-failsafe-plugin");
  }

  @Test
  void what_no_phase_runs_is_not() throws Exception {
    Plugin off = surefire("<forkCount>0</forkCount>", "");
    off.getExecutions().get(0).setPhase("none");
    assertThat(warnings(off, Map.of())).isEmpty();
    assertThat(
            warnings(
                plugin("maven-failsafe-plugin", "verify", "<forkCount>0</forkCount>", ""),
                Map.of()))
        .isEmpty();
  }

  /** forkMode came before forkCount; Surefire 3 has no such parameter. */
  @Test
  void the_mode_of_version_2_counts_in_version_2() throws Exception {
    Plugin old = surefire("<forkMode>never</forkMode>", "");
    assertThat(warnings(old, Map.of())).isEmpty();
    old.setVersion("2.12.4");
    assertThat(warnings(old, Map.of())).singleElement().asString().contains("forkMode is never");
  }

  @Test
  void a_jvm_is_recorded_whose_options_say_so() {
    assertThat(WithoutForks.recorded(List.of("-Xmx1g"))).isFalse();
    assertThat(WithoutForks.recorded(List.of("-XX:StartFlightRecording=filename=rustfit/")))
        .isTrue();
    assertThat(WithoutForks.recorded(List.of("-agentpath:/opt/libasyncProfiler.so=start")))
        .isTrue();
  }
}
