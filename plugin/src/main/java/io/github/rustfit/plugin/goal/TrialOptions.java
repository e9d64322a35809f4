package io.github.rustfit.plugin.goal;

import io.github.rustfit.rules.evidence.trial.TakeBack;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
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
 * @param takeBackBelow the gain below which the port is taken back; 0 where the user does not say
 * @param takeBackMemory MiB of memory outside of the heap above which it is; 0 for no such bound
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
    @Nullable String jdk,
    double takeBackBelow,
    long takeBackMemory) {

  /** Pairs take no longer than this unless the user says so. */
  public static final int SECONDS = 300;

  /** Each process warms up so long, in milliseconds, unless the user says so. */
  public static final int WARM_UP_MILLIS = 2_000;

  /** And then measures so long. */
  public static final int MILLIS = 1_500;

  private static final int MOST_SECONDS = 86_400;
  private static final int MOST_MILLIS = 600_000;
  private static final int MOST_LENGTH = 10_000_000;
  private static final double MOST_GAIN = 1_000;
  private static final long MOST_MIB = 1 << 30;
  private static final int MIB_BITS = 20;

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
    if (!(takeBackBelow >= 0 && takeBackBelow <= MOST_GAIN)) {
      throw new GoalException(
          "rustfit: rustfit.takeBackBelow is a gain, such as 1.2; it is 0 to 1000.");
    }
    if (takeBackMemory < 0 || takeBackMemory > MOST_MIB) {
      throw new GoalException(
          "rustfit: rustfit.takeBackMemory is MiB; it is 0 to " + MOST_MIB + ".");
    }
    if (length < 0 || length > MOST_LENGTH) {
      throw new GoalException(
          "rustfit: rustfit.length is " + length + "; it is 1 to " + MOST_LENGTH + ".");
    }
  }

  /**
   * When the port is to be taken back: what the user says now, else what was agreed before, else
   * when it is slower than Java, which is agreed on where it gains at the near end.
   */
  TakeBack takeBack(TakeBack before, TrialFigures figures) {
    long memory = takeBackMemory > 0 ? takeBackMemory << MIB_BITS : before.memoryAbove();
    if (takeBackBelow > 0) {
      return TakeBack.of(takeBackBelow, figures.bars(), memory);
    }
    if (before.gainBelow() == 0 && figures.counted().low() > 1) {
      return TakeBack.of(1, figures.bars(), memory);
    }
    return new TakeBack(before.gainBelow(), before.crossingAbove(), memory);
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
