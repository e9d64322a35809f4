package io.github.rustfit.plugin;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/** Arguments that a POM writes out for the JVMs of tests, in place of the property. */
final class FixedArguments {

  /** What Surefire and Failsafe give to the JVMs that they fork. */
  static final String PROPERTY = "argLine";

  private static final List<String> PLUGINS =
      List.of("maven-surefire-plugin", "maven-failsafe-plugin");

  private FixedArguments() {}

  /**
   * What of the tests is not recorded for that reason, and the remedy. The POM is looked at as it
   * is in effect: with its parents, profiles and managed plugins.
   *
   * @param property the property that is set; another than {@code argLine} is the user's to use
   */
  static List<String> warnings(MavenProject project, String property) {
    SortedSet<String> warnings = new TreeSet<>();
    if (property.equals(PROPERTY)) {
      for (String name : PLUGINS) {
        Plugin plugin = project.getPlugin("org.apache.maven.plugins:" + name);
        if (plugin != null) {
          Stream.concat(Stream.of(plugin), plugin.getExecutions().stream())
              .flatMap(part -> PomText.at(part, PROPERTY).stream())
              .filter(fixed -> !fixed.contains("@{argLine}") && !fixed.contains("${argLine}"))
              .forEach(fixed -> warnings.add(warning(name, fixed)));
        }
      }
    }
    return List.copyOf(warnings);
  }

  private static String warning(String plugin, String fixed) {
    return "the argLine that the POM gives "
        + plugin
        + " replaces the one set here, so its tests are not recorded. Write <argLine>@{argLine} "
        + fixed
        + "</argLine>.";
  }
}
