package io.github.rustfit.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Programs that a build starts beside its tests, which do not get what tests get, and properties
 * that do not reach them.
 */
final class StartedPrograms {

  private static final String TESTS = "argLine";
  private static final String BOOT = "org.springframework.boot:spring-boot-maven-plugin";
  private static final String BOOT_PROPERTY = "spring-boot.run.jvmArguments";
  private static final String BOOT_ELEMENT = "jvmArguments";
  private static final Set<String> BOOT_GOALS = Set.of("start", "run");
  private static final String OURS = "io.github.rustfit:rustfit-maven-plugin";

  private StartedPrograms() {}

  /**
   * What is not recorded, and the remedy.
   *
   * @param property the property that is set
   */
  static List<String> warnings(MavenProject project, String property) {
    List<String> warnings = new ArrayList<>();
    if (!property.equals(TESTS) && declared(project, property)) {
      warnings.add(
          "the POM declares the property "
              + property
              + ", so ${"
              + property
              + "} in it was replaced by what is declared there before this goal ran, and what is"
              + " set here has no effect on it. Take the declaration out of <properties> and put"
              + " its value before ${"
              + property
              + "}.");
    }
    if (property.equals(TESTS)) {
      boot(project).ifPresent(warnings::add);
    }
    return warnings;
  }

  private static boolean declared(MavenProject project, String property) {
    for (MavenProject at = project; at != null; at = at.getParent()) {
      if (at.getOriginalModel() != null
          && at.getOriginalModel().getProperties().containsKey(property)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> boot(MavenProject project) {
    Plugin plugin = project.getPlugin(BOOT);
    if (plugin == null) {
      return Optional.empty();
    }
    Optional<PluginExecution> start =
        plugin.getExecutions().stream()
            .filter(one -> one.getGoals().stream().anyMatch(BOOT_GOALS::contains))
            .findFirst();
    List<String> set = ownProperties(project);
    List<String> fixed =
        Stream.concat(Stream.of(plugin), start.stream())
            .flatMap(part -> child(part, BOOT_ELEMENT).stream())
            .toList();
    boolean reached =
        fixed.isEmpty()
            ? set.contains(BOOT_PROPERTY)
            : fixed.stream()
                .anyMatch(
                    text ->
                        set.stream()
                            .anyMatch(
                                name ->
                                    text.contains("${" + name + "}")
                                        || text.contains("@{" + name + "}")));
    if (start.isEmpty() || reached) {
      return Optional.empty();
    }
    String remedy =
        fixed.isEmpty()
            ? "Add an execution of prepare-agent with <propertyName>"
                + BOOT_PROPERTY
                + "</propertyName>."
            : "Add an execution of prepare-agent with a <propertyName> of your own that no"
                + " <properties> declare, and write ${that name} into <jvmArguments>.";
    return Optional.of(
        "the tests are recorded, but not the program that spring-boot-maven-plugin starts for them"
            + " (goal "
            + String.join(", ", start.get().getGoals())
            + "): of a server only its client is seen. "
            + remedy);
  }

  /** The properties that executions of this plugin set. */
  private static List<String> ownProperties(MavenProject project) {
    Plugin ours = project.getPlugin(OURS);
    return ours == null
        ? List.of()
        : Stream.concat(Stream.of(ours), ours.getExecutions().stream())
            .map(part -> child(part, "propertyName"))
            .flatMap(Optional::stream)
            .toList();
  }

  private static Optional<String> child(ConfigurationContainer part, String name) {
    return part.getConfiguration() instanceof Xpp3Dom configuration
        ? Optional.ofNullable(configuration.getChild(name)).map(Xpp3Dom::getValue)
        : Optional.empty();
  }
}
