package io.github.rustfit.plugin.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;

/** The descriptor that Maven reads of this build's plugin, read by Maven's own reader. */
final class Descriptor {

  private static final Path FILE = Path.of("target", "classes", "META-INF", "maven", "plugin.xml");

  private Descriptor() {}

  static PluginDescriptor read() throws Exception {
    try (Reader in = Files.newBufferedReader(FILE, UTF_8)) {
      return new PluginDescriptorBuilder().build(in);
    }
  }

  /** All goals by name. */
  static List<MojoDescriptor> goals() throws Exception {
    return read().getMojos().stream()
        .sorted(Comparator.comparing(MojoDescriptor::getGoal))
        .toList();
  }

  /** What users may set of a goal, by name. */
  static List<Parameter> parameters(MojoDescriptor goal) {
    return goal.getParameters().stream()
        .filter(Parameter::isEditable)
        .filter(parameter -> !parameter.getType().startsWith("org.apache.maven."))
        .sorted(Comparator.comparing(Parameter::getName))
        .toList();
  }

  /** The property that sets a parameter, or an empty text. */
  static String property(MojoDescriptor goal, Parameter parameter) {
    String expression = goal.getMojoConfiguration().getChild(parameter.getName()).getValue("");
    return expression.startsWith("${") ? expression.substring(2, expression.length() - 1) : "";
  }

  /** The default of a parameter, or an empty text. */
  static String defaultValue(MojoDescriptor goal, Parameter parameter) {
    return goal.getMojoConfiguration()
        .getChild(parameter.getName())
        .getAttribute("default-value", "");
  }
}
