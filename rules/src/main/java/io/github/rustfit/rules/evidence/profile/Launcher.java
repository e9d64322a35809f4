package io.github.rustfit.rules.evidence.profile;

/** What started a recorded program, as its command line tells. */
public enum Launcher {
  /** Something else than the others: mostly the application itself. */
  APPLICATION,
  /** A benchmark harness, such as JMH. */
  BENCHMARK,
  /** A test runner, such as Surefire, Failsafe or Gradle's. */
  TESTS
}
