package io.github.rustfit.trial.bench;

import io.github.rustfit.trial.process.Command;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JDK that compiles and runs the programs of a starter. */
final class Toolchain {

  /** The first release with foreign functions for good (JEP 454). */
  private static final int FOREIGN_FUNCTIONS = 22;

  private static final Duration COMPILE = Duration.ofMinutes(5);

  private final TrialPlan plan;
  private final int release;
  private final String version;
  private final Path classes;

  private Toolchain(TrialPlan plan, String version) {
    this.plan = plan;
    this.version = version;
    this.release = feature(version);
    this.classes = plan.work().resolve("classes");
  }

  private static int feature(String version) {
    String digits = version.replaceFirst("[^0-9].*", "");
    return digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
  }

  /** Looks at the JDK of a plan. */
  static Toolchain of(TrialPlan plan) throws TrialException {
    Path javac = tool(plan, "javac");
    try {
      Command.Ended ended =
          new Command(
                  List.of(javac.toString(), "-version"),
                  plan.starter(),
                  plan.work().resolve("javac-version.said"),
                  Duration.ofSeconds(60))
              .run();
      String line = ended.lines().isEmpty() ? "" : ended.lines().get(0);
      Toolchain found = new Toolchain(plan, line.replaceFirst("^javac ", "").strip());
      if (ended.status() != 0 || found.release < 17) {
        throw new TrialException(
            plan.jdk() + " says '" + line + "', and a JDK from 17 on is needed: set rustfit.jdk.");
      }
      return found;
    } catch (IOException e) {
      throw new TrialException(
          "a JDK is needed, and "
              + javac
              + " cannot be run ("
              + e.getMessage()
              + "): set rustfit.jdk.",
          e);
    }
  }

  private static Path tool(TrialPlan plan, String name) {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    return plan.jdk().resolve("bin").resolve(windows ? name + ".exe" : name);
  }

  /** Its version. */
  String version() {
    return version;
  }

  /** Compiles the programs of the starter against the project's classes. */
  void compile() throws TrialException {
    int target = release >= FOREIGN_FUNCTIONS ? FOREIGN_FUNCTIONS : 17;
    Path said = plan.work().resolve("javac.said");
    try {
      Files.createDirectories(classes);
      Command.Ended ended =
          new Command(
                  List.of(
                      tool(plan, "javac").toString(),
                      "--release",
                      String.valueOf(target),
                      "-encoding",
                      "UTF-8",
                      "-proc:none",
                      "-nowarn",
                      "-d",
                      classes.toString(),
                      "-cp",
                      joined(plan.classPath()),
                      "@java/sources-" + target),
                  plan.starter(),
                  said,
                  COMPILE)
              .run();
      if (ended.status() != 0) {
        throw new TrialException(
            "the Java side of the starter does not compile: compile the project first, so that its"
                + " classes are those of its source. The compiler says (all of it: "
                + said
                + "):\n"
                + ended.lines().stream()
                    .limit(12)
                    .map(line -> "    " + line)
                    .collect(Collectors.joining("\n")));
      }
    } catch (IOException e) {
      throw new TrialException("javac: " + e.getMessage() + ". What it said: " + said, e);
    }
  }

  /**
   * A JVM with the starter's and the project's classes.
   *
   * @param first classes before all others
   * @param properties options of this run
   */
  List<String> java(List<Path> first, Path library, List<String> properties, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(tool(plan, "java").toString());
    command.addAll(plan.measuring().jvmOptions());
    if (release >= FOREIGN_FUNCTIONS) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    String key = "-Drustfit." + plan.kernel().key();
    command.add(key + ".library=" + library);
    command.add(key + ".folder=" + plan.work().resolve("library"));
    command.addAll(properties);
    command.add("-cp");
    command.add(
        joined(
            Stream.of(List.of(classes), first, plan.classPath()).flatMap(List::stream).toList()));
    command.addAll(words);
    return command;
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
