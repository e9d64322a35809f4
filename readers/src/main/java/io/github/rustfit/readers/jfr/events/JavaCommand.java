package io.github.rustfit.readers.jfr.events;

import io.github.rustfit.rules.evidence.profile.Launcher;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells from a JVM's command line, as {@code jdk.JVMInformation} has it, what started the program.
 * The command line itself is not kept: there may be secrets in it.
 */
final class JavaCommand {

  /** Main classes of Surefire and Failsafe, JUnit's console, Gradle, Eclipse, IntelliJ, TestNG. */
  private static final List<String> TESTS =
      List.of(
          "org.apache.maven.surefire.booter.ForkedBooter",
          "org.junit.platform.console.ConsoleLauncher",
          "org.junit.runner.JUnitCore",
          "worker.org.gradle.process.internal.worker.GradleWorkerMain 'Gradle Test Executor",
          "org.eclipse.jdt.internal.junit.runner.RemoteTestRunner",
          "com.intellij.rt.junit.JUnitStarter",
          "org.testng.TestNG");

  /** Maven's own main class, which runs tests itself with {@code forkCount=0}. */
  private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";

  /** What is said to Maven so that it runs tests: a phase that includes them, or such a goal. */
  private static final Set<String> TEST_PHASES =
      Set.of(
          "test",
          "package",
          "integration-test",
          "verify",
          "install",
          "deploy",
          "surefire:test",
          "failsafe:integration-test");

  /** JMH's own main class is left out, because what it measures runs in its forks. */
  private static final List<String> BENCHMARKS = List.of("org.openjdk.jmh.runner.ForkedMain");

  /** Surefire starts a jar that it makes for each fork; in front of it may be any folder. */
  private static final String TEST_JAR = "surefirebooter";

  private JavaCommand() {}

  /** What started it; empty if the command is. */
  static Optional<Launcher> launcher(String command) {
    String line = command.strip();
    if (line.isEmpty()) {
      return Optional.empty();
    }
    if (begins(line, TESTS) || jar(line).startsWith(TEST_JAR) || build(line)) {
      return Optional.of(Launcher.TESTS);
    }
    return Optional.of(begins(line, BENCHMARKS) ? Launcher.BENCHMARK : Launcher.APPLICATION);
  }

  private static boolean build(String line) {
    List<String> words = List.of(line.split("\\s+"));
    return words.get(0).equals(MAVEN) && words.stream().anyMatch(TEST_PHASES::contains);
  }

  /** Name of the jar that was started; empty if it was a class. */
  private static String jar(String line) {
    int end = (line + " ").indexOf(".jar ");
    int from = Math.max(line.lastIndexOf('/', end), line.lastIndexOf('\\', end)) + 1;
    return end < 0 ? "" : line.substring(from, end);
  }

  private static boolean begins(String line, List<String> mains) {
    return mains.stream().anyMatch(main -> line.equals(main) || line.startsWith(main + " "));
  }
}
