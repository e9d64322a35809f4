package io.github.rustfit.plugin;

import io.github.rustfit.plugin.report.Documentation;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Tests that Surefire and Failsafe run in Maven's own JVM, which gets no options of theirs. */
final class WithoutForks {

  private static final List<String> PLUGINS =
      List.of("maven-surefire-plugin", "maven-failsafe-plugin");
  private static final List<String> GOALS = List.of("test", "integration-test");
  private static final String COUNT = "forkCount";

  /** What came before {@code forkCount}; version 3 does not know it. */
  private static final String MODE = "forkMode";

  private WithoutForks() {}

  /**
   * What of the tests is not recorded for that reason, and the remedy; nothing where Maven's own
   * JVM is recorded, or where there are no tests.
   */
  static List<String> warnings(MavenProject project, MavenSession session) {
    boolean tests =
        project.getTestCompileSourceRoots().stream()
            .anyMatch(root -> Files.isDirectory(Path.of(root)));
    return !tests || mavenIsRecorded()
        ? List.of()
        : warnings(project, name -> property(project, session, name));
  }

  /**
   * The same, wherever Maven runs.
   *
   * @param properties gives what a property is set to, which counts where the POM configures
   *     nothing
   */
  static List<String> warnings(
      MavenProject project, Function<String, Optional<String>> properties) {
    SortedSet<String> warnings = new TreeSet<>();
    for (String name : PLUGINS) {
      Plugin plugin = project.getPlugin("org.apache.maven.plugins:" + name);
      if (plugin != null) {
        parts(plugin)
            .flatMap(part -> reason(plugin, part, properties).stream())
            .forEach(reason -> warnings.add(warning(name, reason)));
      }
    }
    return List.copyOf(warnings);
  }

  /** Whether Maven's own JVM records itself. */
  static boolean mavenIsRecorded() {
    return recorded(ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  /** Whether a JVM with these arguments records itself. */
  static boolean recorded(List<String> arguments) {
    return arguments.stream()
        .anyMatch(
            one ->
                one.startsWith("-XX:StartFlightRecording")
                    || (one.startsWith("-agentpath:") && one.contains("asyncProfiler")));
  }

  /** As Maven fills in a parameter: the command line goes before the POM. */
  private static Optional<String> property(
      MavenProject project, MavenSession session, String name) {
    @Nullable String user = session.getUserProperties().getProperty(name);
    @Nullable String system = session.getSystemProperties().getProperty(name);
    return Optional.ofNullable(user)
        .or(() -> Optional.ofNullable(system))
        .or(() -> Optional.ofNullable(project.getProperties().getProperty(name)));
  }

  private static Stream<? extends ConfigurationContainer> parts(Plugin plugin) {
    return PomText.executions(plugin, GOALS::contains);
  }

  private static Optional<String> reason(
      Plugin plugin, ConfigurationContainer part, Function<String, Optional<String>> properties) {
    String version = plugin.getVersion();
    if (version != null && version.startsWith("2.")) {
      Optional<String> mode =
          setting(plugin, part, MODE, properties).filter(set -> set.strip().equals("never"));
      if (mode.isPresent()) {
        return mode.map(set -> MODE + " is never");
      }
    }
    return setting(plugin, part, COUNT, properties)
        .filter(WithoutForks::none)
        .map(set -> COUNT + " is " + set.strip());
  }

  private static Optional<String> setting(
      Plugin plugin,
      ConfigurationContainer part,
      String name,
      Function<String, Optional<String>> properties) {
    return PomText.at(part, name)
        .or(() -> PomText.at(plugin, name))
        .or(() -> properties.apply(name));
  }

  /** A number of forks, or of forks for each processor with {@code C} behind it. */
  private static boolean none(String count) {
    String text = count.strip();
    String number = text.endsWith("C") ? text.substring(0, text.length() - 1) : text;
    try {
      return Double.parseDouble(number) <= 0;
    } catch (NumberFormatException e) {
      return false; // the plugin itself refuses it
    }
  }

  private static String warning(String plugin, String reason) {
    return plugin
        + " runs tests in Maven's own JVM ("
        + reason
        + "), which no argLine reaches, so they are not recorded. Set forkCount to 1, or record"
        + " Maven's JVM: "
        + Documentation.page("how-to/record-without-forks.md");
  }
}
