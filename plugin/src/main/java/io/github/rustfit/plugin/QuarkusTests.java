package io.github.rustfit.plugin;

import io.github.rustfit.plugin.report.Documentation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/** Integration tests of Quarkus, each of which starts the packaged application as a JVM. */
final class QuarkusTests {

  private static final String FAILSAFE = "org.apache.maven.plugins:maven-failsafe-plugin";
  private static final String MARK = "@QuarkusIntegrationTest";
  private static final String OPTIONS = "quarkus.test.arg-line";

  /** Where it may stand in the configuration of Failsafe; the second is deprecated. */
  private static final List<String> PLACES = List.of("systemPropertyVariables", "systemProperties");

  private QuarkusTests() {}

  /**
   * That the application is not recorded, and the remedy. Where a property of the user's own is set
   * and Failsafe passes no options on, nothing is said: {@code application.properties} may.
   *
   * @param own the properties that executions of this plugin set
   */
  static Optional<String> warning(MavenProject project, List<String> own) {
    Plugin failsafe = project.getPlugin(FAILSAFE);
    if (failsafe == null
        || PomText.executions(failsafe, "integration-test"::equals).findAny().isEmpty()
        || project.getTestCompileSourceRoots().stream().noneMatch(QuarkusTests::marked)) {
      return Optional.empty();
    }
    List<String> fixed =
        Stream.concat(Stream.of(failsafe), failsafe.getExecutions().stream())
            .flatMap(part -> PLACES.stream().flatMap(at -> PomText.at(part, at, OPTIONS).stream()))
            .toList();
    boolean reached =
        own.stream()
            .filter(name -> !name.equals(FixedArguments.PROPERTY))
            .anyMatch(name -> fixed.isEmpty() || StartedPrograms.refersTo(fixed, name));
    return reached
        ? Optional.empty()
        : Optional.of(
            "the tests are recorded, but not the application that each "
                + MARK
                + " starts: only its client is seen. Add an execution of prepare-agent with a"
                + " <propertyName> of your own, and give ${that name} to maven-failsafe-plugin as"
                + " <"
                + OPTIONS
                + "> in <systemPropertyVariables>. See "
                + Documentation.page("how-to/record-quarkus.md"));
  }

  private static boolean marked(String root) {
    Path folder = Path.of(root);
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(QuarkusTests::source).anyMatch(QuarkusTests::holdsMark);
    } catch (IOException | UncheckedIOException e) {
      return false; // whoever compiles them says what is wrong with them
    }
  }

  private static boolean source(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java") || name.endsWith(".kt");
  }

  private static boolean holdsMark(Path file) {
    try {
      // every byte is a character here, so that no encoding is refused
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(MARK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
