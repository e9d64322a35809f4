package io.github.rustfit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import picocli.CommandLine;

/** What the plugin's descriptor says each goal takes, the command takes too. */
class OptionsTest {

  /** What only a build by Maven has. */
  private static final Set<String> OF_MAVEN = Set.of("prepare-agent", "help");

  /** Who does not want a command does not call it. */
  private static final Set<String> NOT_HERE = Set.of("skip");

  /** The words of the command line, without a property. */
  private static final Set<String> ONLY_HERE =
      Set.of("root", "sources", "classPath", "encoding", "extensions", "debug", "help", "version");

  @Test
  void commands_take_what_goals_take() throws Exception {
    Map<String, Set<String>> goals = goals();
    assertThat(goals).hasSize(12);
    Map<String, CommandLine> commands = Rustfit.commandLine().getSubcommands();
    assertThat(commands.keySet()).containsExactlyInAnyOrderElementsOf(goals.keySet());
    goals.forEach(
        (goal, parameters) -> {
          Set<String> options = new TreeSet<>();
          Objects.requireNonNull(commands.get(goal))
              .getCommandSpec()
              .options()
              .forEach(option -> options.add(camel(option.longestName().substring(2))));
          options.removeAll(ONLY_HERE);
          assertThat(options).as(goal).isEqualTo(parameters);
        });
  }

  private static String camel(String name) {
    StringBuilder text = new StringBuilder();
    for (String part : name.split("-", -1)) {
      text.append(
          text.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return text.toString();
  }

  /** Properties of each goal, without {@code rustfit.}. */
  private static Map<String, Set<String>> goals() throws Exception {
    Map<String, Set<String>> goals = new TreeMap<>();
    try (InputStream in = OptionsTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      assertThat(in).as("the descriptor of the plugin").isNotNull();
      Document descriptor = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
      for (Element mojo : elements(descriptor.getDocumentElement(), "mojo")) {
        String goal = elements(mojo, "goal").get(0).getTextContent();
        if (!OF_MAVEN.contains(goal)) {
          Set<String> properties = new TreeSet<>();
          for (Element parameter : elements(elements(mojo, "configuration").get(0), "*")) {
            String value = parameter.getTextContent();
            if (value.startsWith("${rustfit.")) {
              properties.add(value.replaceAll("^\\$\\{rustfit\\.|}$", ""));
            }
          }
          properties.removeAll(NOT_HERE);
          goals.put(goal, properties);
        }
      }
    }
    return goals;
  }

  private static List<Element> elements(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }
}
