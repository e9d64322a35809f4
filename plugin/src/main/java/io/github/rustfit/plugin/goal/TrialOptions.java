package io.github.rustfit.plugin.goal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a port is tried, as the user wrote it; null or blank for what is not said.
 *
 * @param captured file or folder with captured calls
 * @param length elements of made arrays; 0 for several
 * @param seconds how long pairs may take together
 * @param warmUpMillis how long each process warms up
 * @param millis how long each then measures
 * @param finished whether the port is as good as it gets
 * @param other other Java code for the same: {@code Class#method}, or folders and archives of
 *     classes that come first
 * @param jvmOptions of the processes with Java, parted by blanks
 * @param jdk home of the JDK that compiles and runs; the one that runs this without
 */
public record TrialOptions(
    @Nullable String captured,
    int length,
    int seconds,
    int warmUpMillis,
    int millis,
    boolean finished,
    @Nullable String other,
    @Nullable String jvmOptions,
    @Nullable String jdk) {

  /** Pairs take no longer than this unless the user says so. */
  public static final int SECONDS = 300;

  /** Each process warms up so long, in milliseconds, unless the user says so. */
  public static final int WARM_UP_MILLIS = 2_000;

  /** And then measures so long. */
  public static final int MILLIS = 1_500;

  private static final int MOST_SECONDS = 86_400;
  private static final int MOST_MILLIS = 600_000;
  private static final int MOST_LENGTH = 10_000_000;

  /** Refuses what is no option. */
  void check() throws GoalException {
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new GoalException(
          "rustfit: rustfit.seconds is " + seconds + "; it is 1 to " + MOST_SECONDS + ".");
    }
    if (warmUpMillis < 0 || millis < 1 || Math.max(warmUpMillis, millis) > MOST_MILLIS) {
      throw new GoalException(
          "rustfit: rustfit.warmUp and rustfit.time are milliseconds, up to " + MOST_MILLIS + ".");
    }
    if (length < 0 || length > MOST_LENGTH) {
      throw new GoalException(
          "rustfit: rustfit.length is " + length + "; it is 1 to " + MOST_LENGTH + ".");
    }
  }

  /** The place of captured calls. */
  Optional<Path> capturedPlace(Path root) throws GoalException {
    String named = JudgeOptions.stripped(captured);
    return named.isEmpty() ? Optional.empty() : Optional.of(path(root, named, "rustfit.captured"));
  }

  /** The home of the JDK. */
  Path jdkHome(Path root) throws GoalException {
    String named = JudgeOptions.stripped(jdk);
    return named.isEmpty()
        ? Path.of(System.getProperty("java.home"))
        : path(root, named, "rustfit.jdk");
  }

  /** Options of JVMs. */
  List<String> options() {
    return Stream.of(JudgeOptions.stripped(jvmOptions).split("\\s+"))
        .filter(one -> !one.isEmpty())
        .toList();
  }

  static Path path(Path root, String named, String parameter) throws GoalException {
    try {
      return root.resolve(named).normalize();
    } catch (InvalidPathException e) {
      throw new GoalException(
          "rustfit: " + parameter + " is '" + named + "', which is no path here.", e);
    }
  }
}
