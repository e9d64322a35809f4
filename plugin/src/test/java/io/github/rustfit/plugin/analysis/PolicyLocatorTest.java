package io.github.rustfit.plugin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.policy.PolicyReading;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Policy;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which policies count, and in which order. */
class PolicyLocatorTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  private Path root() {
    return folder.resolve("project");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @BeforeEach
  void a_repository_and_a_dependency_of_the_plugin() throws IOException {
    write(root().resolve("rustfit.yaml"), "limits: {fullCollections: 1}");
    write(folder.resolve("dependency/acme/policy.yaml"), "limits: {cpuShare: 0.5}");
    write(folder.resolve("dependency/acme/team.yaml"), "limits: {allocationShare: 0.6}");
  }

  private PolicyReading read(String locations) throws IOException {
    URL[] dependencies = {folder.resolve("dependency").toUri().toURL()};
    try (URLClassLoader resources = new URLClassLoader(dependencies, null)) {
      return new PolicyLocator(root(), resources).read(locations);
    }
  }

  private Policy sound(String locations) throws IOException {
    PolicyReading reading = read(locations);
    assertThat(reading.problems()).extracting(Problem::text).isEmpty();
    return reading.policy();
  }

  private Problem only(String locations) throws IOException {
    PolicyReading reading = read(locations);
    assertThat(reading.problems()).hasSize(1);
    return reading.problems().get(0);
  }

  @Test
  void the_repositorys_own_comes_last() throws IOException {
    assertThat(sound("").source()).isEqualTo("rustfit.yaml");
    assertThat(sound("acme/policy.yaml").source())
        .isEqualTo("classpath:acme/policy.yaml and rustfit.yaml");
    Policy three = sound(" classpath:acme/policy.yaml, /acme/team.yaml ,");
    assertThat(three.source())
        .isEqualTo("classpath:acme/policy.yaml and classpath:acme/team.yaml and rustfit.yaml");
    assertThat(three.limits())
        .extracting(Limit::metric)
        .extracting("id")
        .containsExactly("cpuShare", "allocationShare", "fullCollections");
  }

  @Test
  void a_last_one_that_is_a_file_of_the_repository_takes_its_place() throws IOException {
    write(root().resolve("strict.yaml"), "limits: {fullCollections: 0}");
    write(folder.resolve("elsewhere.yaml"), "limits: {cpuShare: 0.4}");

    assertThat(sound("strict.yaml").source()).isEqualTo("strict.yaml");
    assertThat(sound("acme/policy.yaml,strict.yaml").source())
        .isEqualTo("classpath:acme/policy.yaml and strict.yaml");
    assertThat(sound("acme/team.yaml,./rustfit.yaml").source())
        .isEqualTo("classpath:acme/team.yaml and rustfit.yaml");
    assertThat(sound("../elsewhere.yaml").source())
        .as("a file of somebody else")
        .isEqualTo("../elsewhere.yaml and rustfit.yaml");
    assertThat(sound(folder.resolve("elsewhere.yaml").toString()).source())
        .as("no absolute path in what is reported")
        .isEqualTo("../elsewhere.yaml and rustfit.yaml");
  }

  @Test
  void without_any_the_defaults_hold() throws IOException {
    Files.delete(root().resolve("rustfit.yaml"));

    assertThat(sound("")).isEqualTo(Policy.DEFAULT);
    assertThat(sound("acme/policy.yaml").source()).isEqualTo("classpath:acme/policy.yaml");
  }

  /** Else a repository could put a file of its own in the place of the organisation's policy. */
  @Test
  void a_name_that_means_a_file_and_a_resource_is_a_mistake() throws IOException {
    write(root().resolve("acme/policy.yaml"), "version: 1");

    assertThat(only("acme/policy.yaml").text())
        .isEqualTo(
            "acme/policy.yaml: A file and a resource on the plugin's class path both have this"
                + " name. Write classpath:acme/policy.yaml in rustfit.policy for the resource, or"
                + " ./acme/policy.yaml for the file.");
    assertThat(sound("classpath:acme/policy.yaml").limits()).hasSize(2);
    assertThat(sound("./acme/policy.yaml").source()).isEqualTo("acme/policy.yaml");
  }

  @Test
  void what_is_missing_or_counts_twice_is_named() throws IOException {
    assertThat(only("acme/polcy.yaml").message()).startsWith("There is no such policy");
    assertThat(only("classpath:rustfit.yaml").message()).startsWith("There is no such policy");
    assertThat(only("rustfit.yaml,classpath:acme/policy.yaml").message())
        .isEqualTo("The policy counts twice.");
    assertThat(only("bad\u0000name").where()).isEqualTo("bad?name");
    Files.createDirectories(root().resolve("folder"));
    assertThat(only("folder").message()).startsWith("The policy cannot be read: ");
    assertThat(read("acme/polcy.yaml").policy()).isEqualTo(Policy.DEFAULT);
  }

  @Test
  void an_override_that_is_not_allowed_is_the_repositorys_mistake() throws IOException {
    write(root().resolve("rustfit.yaml"), "limits: {cpuShare: 0.9}");

    assertThat(only("acme/policy.yaml").text())
        .startsWith(
            "rustfit.yaml:1: limits.cpuShare: 0.9 overrides 0.5 of classpath:acme/policy.yaml:1");
  }
}
