package io.github.rustfit.plugin.goal;

/** Where a goal says how it goes; texts begin with {@code rustfit: }, but for tables. */
public interface GoalLog {

  /** What users want to read. */
  void info(String line);

  /** What users should not overlook. */
  void warn(String line);

  /** What helps to find out why. */
  void debug(String line);
}
