package io.github.rustfit.plugin.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.junit.jupiter.api.Test;

/**
 * The page of parameters is made from the plugin's descriptor. With {@code -Drustfit.docs=write}
 * this test writes it anew; without, it fails when the page is out of date.
 */
class ParametersPageTest {

  private static final Path PAGE = Markdown.ROOT.resolve("docs/reference/parameters.md");

  private static final String HEAD =
      """
      # Goals and their parameters

      <!-- Made from the plugin's descriptor by ParametersPageTest; CONTRIBUTING.md says how. Edit the Javadoc instead. -->

      Every goal with everything that can be set, as the plugin itself declares it; `mvn rustfit:help -Ddetail` prints the
      same. [Goals](goals.md) says what they do with it and how a build ends. A parameter is set by its property, on the
      command line or under `<properties>` of a POM, or by its name under `<configuration>` of the plugin.
      """;

  @Test
  void the_page_says_what_the_descriptor_says() throws Exception {
    String expected = page();
    if ("write".equals(System.getProperty("rustfit.docs"))) {
      Files.writeString(PAGE, expected, UTF_8);
    }
    assertThat(Files.readString(PAGE, UTF_8)).isEqualTo(expected);
  }

  private static String page() throws Exception {
    StringBuilder text = new StringBuilder(HEAD);
    for (MojoDescriptor goal : Descriptor.goals()) {
      text.append("\n## `rustfit:").append(goal.getGoal()).append("`\n\n");
      text.append(escaped(goal.getDescription())).append("\n\n");
      text.append(facts(goal)).append('\n');
      List<Parameter> parameters = Descriptor.parameters(goal);
      if (!parameters.isEmpty()) {
        text.append(
            "\n| Parameter | Property | Type | Default | Meaning |\n|---|---|---|---|---|\n");
        parameters.forEach(parameter -> text.append(row(goal, parameter)));
      }
    }
    return text.toString();
  }

  private static String facts(MojoDescriptor goal) {
    return "- Phase when bound: "
        + (goal.getPhase() == null ? "none; name one" : code(goal.getPhase()))
        + "\n- Looks at: "
        + (goal.isAggregator() ? "the whole reactor" : "one module")
        + "\n- Needs a project: "
        + (goal.isProjectRequired() ? "yes" : "no")
        + "\n- Safe in parallel builds (`-T`): "
        + (goal.isThreadSafe() ? "yes" : "no")
        + "\n- Needs a network: "
        + (goal.isOnlineRequired() ? "yes" : "no");
  }

  private static String row(MojoDescriptor goal, Parameter parameter) {
    String type = parameter.getType();
    return "| "
        + String.join(
            " | ",
            code(parameter.getName()),
            code(Descriptor.property(goal, parameter)),
            code(type.substring(type.lastIndexOf('.') + 1)),
            code(Descriptor.defaultValue(goal, parameter)),
            (parameter.isRequired() ? "Required. " : "") + escaped(parameter.getDescription()))
        + " |\n";
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  private static String escaped(String text) {
    return text.replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;").strip();
  }
}
