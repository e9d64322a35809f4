package io.github.rustfit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private static Plugin cargo(String properties) throws Exception {
    return plugin(
        "org.codehaus.cargo",
        "cargo-maven3-plugin",
        "start",
        "<configuration><properties>" + properties + "</properties></configuration>");
  }

  @Test
  void a_container_that_cargo_starts_is_not_recorded_with_the_tests() throws Exception {
    assertThat(StartedPrograms.warnings(project(cargo("")), "argLine"))
        .singleElement()
        .asString()
        .contains(
            "cargo-maven3-plugin starts",
            "<propertyName>cargo.start.jvmargs</propertyName>",
            "docs/how-to/record-cargo.md");
    assertThat(
            StartedPrograms.warnings(
                project(
                    cargo("<cargo.jvmargs>-Xmx1g</cargo.jvmargs>"), ours("cargo.start.jvmargs")),
                "argLine"))
        .singleElement()
        .asString()
        .contains("write ${that name} into <cargo.start.jvmargs>");
  }

  @Test
  void a_container_that_gets_the_property_is() throws Exception {
    for (String name : new String[] {"cargo.start.jvmargs", "cargo.jvmargs"}) {
      assertThat(StartedPrograms.warnings(project(cargo(""), ours(name)), "argLine")).isEmpty();
      assertThat(
              StartedPrograms.warnings(
                  project(cargo("<" + name + ">-Xmx1g ${server}</" + name + ">"), ours("server")),
                  "argLine"))
          .isEmpty();
    }
  }

  private static Plugin failsafe(String properties) throws Exception {
    return plugin(
        "org.apache.maven.plugins",
        "maven-failsafe-plugin",
        "integration-test",
        "<systemPropertyVariables>" + properties + "</systemPropertyVariables>");
  }

  private static MavenProject quarkus(Path tests, String test, Plugin... plugins) throws Exception {
    Files.writeString(tests.resolve("PricesIT.java"), test);
    MavenProject project = project(plugins);
    project.addTestCompileSourceRoot(tests.toString());
    return project;
  }

  private static final String MARKED = "@QuarkusIntegrationTest class PricesIT {}";

  @Test
  void an_application_that_quarkus_starts_is_not_recorded_with_its_tests(@TempDir Path tests)
      throws Exception {
    assertThat(StartedPrograms.warnings(quarkus(tests, MARKED, failsafe("")), "argLine"))
        .singleElement()
        .asString()
        .contains(
            "the application that each @QuarkusIntegrationTest starts",
            "<quarkus.test.arg-line> in <systemPropertyVariables>",
            "docs/how-to/record-quarkus.md");
    assertThat(
            StartedPrograms.warnings(
                quarkus(
                    tests,
                    MARKED,
                    failsafe("<quarkus.test.arg-line>-Xmx1g</quarkus.test.arg-line>"),
                    ours("server")),
                "argLine"))
        .hasSize(1);
  }

  @Test
  void one_that_gets_the_property_or_may_get_it_elsewhere_is(@TempDir Path tests) throws Exception {
    assertThat(
            StartedPrograms.warnings(
                quarkus(
                    tests,
                    MARKED,
                    failsafe("<quarkus.test.arg-line>-Xmx1g ${server}</quarkus.test.arg-line>"),
                    ours("server")),
                "argLine"))
        .isEmpty();
    assertThat(
            StartedPrograms.warnings(
                quarkus(tests, MARKED, failsafe(""), ours("server")), "argLine"))
        .isEmpty();
  }

  @Test
  void tests_within_the_forked_jvm_are_recorded_with_it(@TempDir Path tests) throws Exception {
    assertThat(
            StartedPrograms.warnings(
                quarkus(tests, "@QuarkusTest class PricesIT {}", failsafe("")), "argLine"))
        .isEmpty();
    assertThat(StartedPrograms.warnings(quarkus(tests, MARKED), "argLine")).isEmpty();
  }

  @Test
  void every_page_that_a_message_names_is_there(@TempDir Path tests) throws Exception {
    Plugin forkless = plugin("org.apache.maven.plugins", "maven-surefire-plugin", "test", "");
    List<String> said =
        new ArrayList<>(WithoutForks.warnings(project(forkless), name -> Optional.of("0")));
    said.addAll(
        StartedPrograms.warnings(
            quarkus(tests, MARKED, failsafe(""), boot(""), cargo("")), "argLine"));
    assertThat(said)
        .hasSize(4)
        .allSatisfy(
            text ->
                assertThat(Path.of("..", "docs", text.substring(text.lastIndexOf("/docs/") + 6)))
                    .isRegularFile());
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
