package io.github.rustfit.plugin;

import io.github.rustfit.plugin.report.Documentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;

/**
 * Programs that a build starts beside its tests, which do not get what tests get, and properties
 * that do not reach them.
 */
final class StartedPrograms {

  private static final String OURS = "io.github.rustfit:rustfit-maven-plugin";

  /**
   * A plugin that starts programs.
   *
   * @param plugins its names, group and artifact
   * @param goals those that start one
   * @param properties what may hold the options of the program's JVM, the best one first
   * @param paths where the same stands in the plugin's configuration
   * @param page says how to record such a program
   */
  private record Starter(
      List<String> plugins,
      Set<String> goals,
      List<String> properties,
      List<List<String>> paths,
      String page) {

    Stream<String> arguments(ConfigurationContainer part) {
      return paths.stream().flatMap(path -> PomText.at(part, path.toArray(String[]::new)).stream());
    }

    String element() {
      List<String> first = paths.get(0);
      return first.get(first.size() - 1);
    }
  }

  private static final List<Starter> STARTERS =
      List.of(
          new Starter(
              List.of("org.springframework.boot:spring-boot-maven-plugin"),
              Set.of("start", "run"),
              List.of("spring-boot.run.jvmArguments"),
              List.of(List.of("jvmArguments")),
              "how-to/record-spring-boot.md"),
          new Starter(
              List.of(
                  "org.codehaus.cargo:cargo-maven3-plugin",
                  "org.codehaus.cargo:cargo-maven2-plugin"),
              Set.of("start", "run"),
              List.of("cargo.start.jvmargs", "cargo.jvmargs"),
              List.of(
                  List.of("configuration", "properties", "cargo.start.jvmargs"),
                  List.of("configuration", "properties", "cargo.jvmargs")),
              "how-to/record-cargo.md"));

  private StartedPrograms() {}

  /**
   * What is not recorded, and the remedy.
   *
   * @param property the property that is set
   */
  static List<String> warnings(MavenProject project, String property) {
    List<String> warnings = new ArrayList<>();
    boolean tests = property.equals(FixedArguments.PROPERTY);
    if (!tests && declared(project, property)) {
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
    if (tests) {
      List<String> own = ownProperties(project);
      STARTERS.forEach(starter -> unreached(project, starter, own).ifPresent(warnings::add));
      QuarkusTests.warning(project, own).ifPresent(warnings::add);
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

  /**
   * That a server, which a plugin starts for the tests, gets nothing of what is set.
   *
   * @param own the properties that executions of this plugin set
   */
  private static Optional<String> unreached(
      MavenProject project, Starter starter, List<String> own) {
    for (String key : starter.plugins()) {
      Plugin plugin = project.getPlugin(key);
      if (plugin == null) {
        continue;
      }
      Optional<PluginExecution> start =
          PomText.executions(plugin, starter.goals()::contains).findFirst();
      List<String> fixed =
          Stream.concat(Stream.of(plugin), start.stream())
              .flatMap(part -> starter.arguments(part))
              .toList();
      boolean reached =
          own.stream()
              .anyMatch(
                  name ->
                      refersTo(fixed, name)
                          || (fixed.isEmpty() && starter.properties().contains(name)));
      if (start.isPresent() && !reached) {
        return Optional.of(
            "the tests are recorded, but not the program that "
                + plugin.getArtifactId()
                + " starts for them (goal "
                + String.join(", ", start.get().getGoals())
                + "): of a server only its client is seen. "
                + remedy(starter, fixed.isEmpty())
                + " See "
                + Documentation.page(starter.page()));
      }
    }
    return Optional.empty();
  }

  private static String remedy(Starter starter, boolean nothingWritten) {
    return nothingWritten
        ? "Add an execution of prepare-agent with <propertyName>"
            + starter.properties().get(0)
            + "</propertyName>."
        : "Add an execution of prepare-agent with a <propertyName> of your own that no"
            + " <properties> declare, and write ${that name} into <"
            + starter.element()
            + ">.";
  }

  /** Whether one of the texts takes the value of a property. */
  static boolean refersTo(List<String> texts, String property) {
    return texts.stream()
        .anyMatch(
            text -> text.contains("${" + property + "}") || text.contains("@{" + property + "}"));
  }

  /** The properties that executions of this plugin set. */
  static List<String> ownProperties(MavenProject project) {
    Plugin ours = project.getPlugin(OURS);
    return ours == null
        ? List.of()
        : Stream.concat(Stream.of(ours), ours.getExecutions().stream())
            .map(part -> PomText.at(part, "propertyName"))
            .flatMap(Optional::stream)
            .toList();
  }
}
