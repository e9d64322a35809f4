package io.github.rustfit.plugin.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.junit.jupiter.api.Test;

/**
 * Each command of Maven in the documentation fits the plugin, and is run by an integration test
 * under {@code src/it} or {@code sample-projects}: the same goals with the same properties and
 * options, with values of the project at hand.
 */
class CommandsTest {

  private static final Path SAMPLES = Path.of("sample-projects");
  private static final Path TESTS = Path.of("plugin", "src", "it");

  private static final String MUTATION =
      "-Pmutation -pl rules,engine test-compile org.pitest:pitest-maven:mutationCoverage";

  /** What no integration test can run, and why. */
  private static final Map<String, String> NOT_RUN =
      Map.ofEntries(
          Map.entry("verify", "the build that runs this test"),
          Map.entry(
              "-q install -DskipTests",
              "writes to the user's local repository; the build does the same"),
          Map.entry("-Precord verify", "records for minutes on an otherwise idle machine"),
          Map.entry("-Precord-stored verify", "records for minutes on an otherwise idle machine"),
          Map.entry(
              "-f orders -Precord test-compile",
              "records for minutes on an otherwise idle machine"),
          Map.entry(
              "io.github.rustfit:rustfit-maven-plugin:record -Drustfit.pid=4711"
                  + " -Drustfit.profiler=async-profiler",
              "needs a platform of async-profiler; LiveRecordingTest records with it where it is"),
          Map.entry(
              "io.github.rustfit:rustfit-maven-plugin:record -Drustfit.pid=…"
                  + " -Drustfit.capture=io.github.rustfit.samples.edgeworker.image.Thumbnailer#thumbnail",
              "needs the sample's worker under load; CaptureTest captures in a JVM that runs"),
          Map.entry(
              "rustfit:tune -Drustfit.command=\"bash tune.sh @{jvm}\""
                  + " -Drustfit.jvmOptions=\"-Xms3g -Xmx3g\" -Drustfit.aim=latency"
                  + " -Drustfit.latency=\"p99_ms +([0-9.]+)\""
                  + " -Drustfit.work=\"requests +([0-9]+)\""
                  + " -Drustfit.jdks=/opt/jdk-17,/opt/jdk-25 -Drustfit.minutes=24",
              "measures for 24 minutes on an otherwise idle machine"),
          Map.entry(
              "rustfit:tune -Drustfit.command=\"bash tune.sh @{jvm}\""
                  + " -Drustfit.jvmOptions=\"-Xms1g -Xmx1g\" -Drustfit.work=\"requests +([0-9]+)\""
                  + " -Drustfit.variants=fixed=patch:fix.patch"
                  + " -Drustfit.build=\"mvn -q compile\" -Drustfit.minutes=12",
              "measures for twelve minutes on an otherwise idle machine"),
          Map.entry(
              "rustfit:trial -Drustfit.component=edge-worker/image"
                  + " -Drustfit.captured=target/rustfit/captured -Drustfit.time=4000"
                  + " -Drustfit.seconds=600",
              "takes ten minutes, and what the command before captured"),
          Map.entry(
              "rustfit:prepare-agent spring-boot:run"
                  + " -Drustfit.propertyName=spring-boot.run.jvmArguments"
                  + " -Dspring-boot.run.optimizedLaunch=false",
              "starts a server that runs until somebody ends it, and needs Spring Boot"),
          Map.entry(
              "-q -f fleet/pom.xml compile exec:exec",
              "needs Spark, which this build does not download; SampleTest of fleet runs the same"),
          Map.entry(
              "-q -f fleet/pom.xml compile exec:exec -Dfleet.args=\"recordings"
                  + " --label-paths={service}/{version}/{date}/{host}.* --out=out\"",
              "needs Spark, which this build does not download; tests of fleet run the same"),
          Map.entry(
              "spotless:apply", "formats this source; the build checks the same by spotless:check"),
          Map.entry("package -DskipTests", "the build that runs this test does the same and more"),
          Map.entry(
              "-Prelease deploy -DskipTests",
              "publishes; .ci/reproducible runs it with -DskipUpload"),
          Map.entry(
              "-pl rules,engine,readers -DskipTests -Drustfit.api.baseline=VERSION verify",
              "needs a release to compare with"),
          Map.entry(
              "-Pcoverage verify", "runs all tests, as the build that runs this one; .ci/run does"),
          Map.entry(
              "-Pcoverage jacoco:report jacoco:check",
              "needs what the tests of a whole build have run; .ci/run does"),
          Map.entry(MUTATION, "runs for an hour, by hand"),
          Map.entry(
              MUTATION
                  + "  -Drustfit.mutated='io.github.rustfit.engine.enforcement.*' "
                  + " -Drustfit.mutated.tests='io.github.rustfit.engine.enforcement.*Test'",
              "runs for minutes, as a part of the command before"));

  private static final Pattern PROPERTY = Pattern.compile("(rustfit\\.\\w+)=");

  /** Maven's goals and phases that the documentation uses. */
  private static final Set<String> PHASES =
      Set.of(
          "clean",
          "validate",
          "compile",
          "test-compile",
          "test",
          "package",
          "verify",
          "install",
          "deploy",
          "site");

  private static final List<DocumentedCommand> IN_BLOCKS = DocumentedCommand.inBlocks();

  private static List<DocumentedCommand> everywhere() {
    return Stream.concat(IN_BLOCKS.stream(), DocumentedCommand.inProse().stream()).toList();
  }

  @Test
  void each_goal_exists() throws Exception {
    Set<String> goals = new TreeSet<>();
    Descriptor.goals().forEach(goal -> goals.add(goal.getGoal()));
    List<String> unknown = new ArrayList<>();
    for (DocumentedCommand documented : everywhere()) {
      MavenCommand command = documented.command();
      boolean known =
          goals.containsAll(command.ownGoals())
              && command.goals().stream().allMatch(goal -> goal.contains(":") || phase(goal));
      if (!known) {
        unknown.add(documented.toString());
      }
    }
    assertThat(IN_BLOCKS).hasSizeGreaterThan(30);
    assertThat(unknown).isEmpty();
  }

  private static boolean phase(String word) {
    return PHASES.contains(word) || word.equals("…");
  }

  @Test
  void the_plugin_has_the_version_that_the_documentation_names() throws Exception {
    String version = Descriptor.read().getVersion();
    assertThat(IN_BLOCKS)
        .filteredOn(documented -> documented.text().contains("rustfit-maven-plugin:0"))
        .isNotEmpty()
        .allMatch(documented -> documented.text().contains("rustfit-maven-plugin:" + version));
  }

  @Test
  void each_property_belongs_to_a_goal_of_its_command() throws Exception {
    Map<String, Set<String>> properties = new TreeMap<>();
    Set<String> all = new TreeSet<>();
    for (MojoDescriptor goal : Descriptor.goals()) {
      Set<String> own = new TreeSet<>();
      for (Parameter parameter : Descriptor.parameters(goal)) {
        own.add(Descriptor.property(goal, parameter));
      }
      properties.put(goal.getGoal(), own);
      all.addAll(own);
    }
    List<String> unknown = new ArrayList<>();
    for (DocumentedCommand documented : everywhere()) {
      MavenCommand command = documented.command();
      Set<String> allowed = new TreeSet<>();
      command.ownGoals().forEach(goal -> allowed.addAll(properties.getOrDefault(goal, Set.of())));
      if (command.ownGoals().isEmpty() || lifecycle(command)) {
        allowed.addAll(all); // what is bound in the POM
      }
      for (String property : command.properties().keySet()) {
        if (property.startsWith("rustfit.")
            && !allowed.contains(property)
            && !ofTheBuild(command, property)) {
          unknown.add(documented + " has no " + property);
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  private static boolean lifecycle(MavenCommand command) {
    return command.goals().stream().anyMatch(PHASES::contains);
  }

  /** Properties of this project's own build and tests, such as how long they try. */
  private static boolean ofTheBuild(MavenCommand command, String property) {
    return property.equals("rustfit.api.baseline")
        || property.startsWith("rustfit.mutated")
        || (command.properties().containsKey("test")
            && Set.of(
                    "rustfit.api",
                    "rustfit.docs",
                    "rustfit.screenshots",
                    "rustfit.laws",
                    "rustfit.jdks",
                    "rustfit.histories",
                    "rustfit.fuzz.inputs",
                    "rustfit.fuzz.rounds",
                    "rustfit.fuzz.seconds",
                    "rustfit.fuzz.seed")
                .contains(property));
  }

  @Test
  void each_folder_and_file_of_a_sample_exists() {
    for (DocumentedCommand documented : IN_BLOCKS) {
      MavenCommand command = documented.command();
      if (Path.of(command.file()).startsWith(SAMPLES)) {
        assertThat(Markdown.ROOT.resolve(command.file())).as("%s", documented).exists();
      }
      Path folder = project(documented);
      if (folder.startsWith(SAMPLES)) {
        command
            .properties()
            .forEach(
                (property, value) -> {
                  if (property.matches("rustfit\\.(policy|recordings|gcLogs|before|after)")) {
                    assertThat(Markdown.ROOT.resolve(folder).resolve(value))
                        .as("%s", documented)
                        .exists();
                  }
                });
      }
    }
  }

  /** The folder a command is run in: what {@code -f} says, or that of its page. */
  private static Path project(DocumentedCommand documented) {
    String file = documented.command().file();
    Path folder = documented.page().getParent();
    return file.isEmpty() && folder != null ? folder : Path.of(file);
  }

  @Test
  void each_command_is_run_by_an_integration_test() throws IOException {
    Map<Path, Set<String>> run = run();
    Set<String> anywhere = new HashSet<>();
    run.values().forEach(anywhere::addAll);
    List<String> missing = new ArrayList<>();
    for (DocumentedCommand documented : IN_BLOCKS) {
      MavenCommand command = documented.command();
      Path project = project(documented);
      boolean ofSample = project.startsWith(SAMPLES) && !command.ownGoals().isEmpty();
      Set<String> candidates = ofSample ? run.getOrDefault(project, Set.of()) : anywhere;
      if (!candidates.contains(command.shape()) && !excused(documented)) {
        missing.add(documented + "   " + command.shape());
      }
    }
    assertThat(missing).isEmpty();
  }

  /** Tests of this build are run by this build. */
  private static boolean excused(DocumentedCommand documented) {
    return NOT_RUN.containsKey(documented.text())
        || documented.command().properties().containsKey("test");
  }

  @Test
  void what_is_not_run_is_still_documented() {
    assertThat(everywhere()).extracting(DocumentedCommand::text).containsAll(NOT_RUN.keySet());
  }

  /** What integration tests run, by their folder. */
  private static Map<Path, Set<String>> run() throws IOException {
    Map<Path, Set<String>> run = new TreeMap<>();
    for (Path folder : List.of(SAMPLES, TESTS)) {
      try (Stream<Path> projects = Files.list(Markdown.ROOT.resolve(folder))) {
        for (Path project : projects.toList()) {
          Path file = project.resolve("invoker.properties");
          if (Files.exists(file)) {
            run.put(
                folder.resolve(project.getFileName()),
                goals(file, setBefore(project.resolve("prebuild.groovy"))));
          }
        }
      }
    }
    return run;
  }

  /** Properties of this plugin that a script gives to each command of its project. */
  private static Set<String> setBefore(Path script) throws IOException {
    String text = Files.exists(script) ? Files.readString(script, UTF_8) : "";
    return text.lines()
        .filter(line -> line.contains("test.properties"))
        .flatMap(line -> PROPERTY.matcher(line).results())
        .map(match -> match.group(1))
        .collect(toSet());
  }

  private static Set<String> goals(Path file, Set<String> setBefore) throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file, UTF_8)) {
      properties.load(in);
    }
    Set<String> shapes = new HashSet<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith("invoker.goals")) {
        String goals =
            properties
                .getProperty(key)
                .replace(
                    "${project.groupId}:${project.artifactId}:${project.version}:",
                    MavenCommand.PREFIX);
        MavenCommand command = MavenCommand.parse(goals);
        setBefore.forEach(property -> command.properties().putIfAbsent(property, "set"));
        shapes.add(command.shape());
      }
    }
    return shapes;
  }
}
