package io.github.rustfit.plugin;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What a POM says in the configuration of another plugin. */
final class PomText {

  private PomText() {}

  /** The text of an element, which is found by the names on the way to it; empty without one. */
  static Optional<String> at(ConfigurationContainer part, String... path) {
    Optional<Xpp3Dom> found =
        part.getConfiguration() instanceof Xpp3Dom dom ? Optional.of(dom) : Optional.empty();
    for (String name : path) {
      found = found.map(dom -> dom.getChild(name));
    }
    return found.map(Xpp3Dom::getValue);
  }

  /** The executions of a plugin that some phase runs, with a goal of these. */
  static Stream<PluginExecution> executions(Plugin plugin, Predicate<String> goals) {
    return plugin.getExecutions().stream()
        .filter(one -> !"none".equals(one.getPhase()))
        .filter(one -> one.getGoals().stream().anyMatch(goals));
  }
}
