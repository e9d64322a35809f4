package io.github.rustfit.plugin.goal;

import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.trial.tune.Jdk;
import io.github.rustfit.trial.tune.Options;
import io.github.rustfit.trial.tune.TunePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What is tuned, as the user wrote it; null or blank for what is not said.
 *
 * @param command runs the program under its load, by the system's shell
 * @param jvmOptions options of its JVM at present
 * @param jdks homes of JDKs, the present one first; those of this machine without
 * @param counting how work is told
 * @param goal what counts
 * @param measuring for how long, and what
 * @param variants other code
 */
public record TuneOptions(
    @Nullable String command,
    @Nullable String jvmOptions,
    @Nullable String jdks,
    Counting counting,
    Goal goal,
    Measuring measuring,
    TuneVariants variants) {

  /** All takes no longer than this unless the user says so. */
  public static final int MINUTES = 30;

  private static final int MOST_MINUTES = 60 * 24 * 7;
  private static final int MOST_SECONDS = 86_400;
  private static final String EVENT = "jfr:";

  /**
   * How long, and what.
   *
   * @param minutes that all may take
   * @param seconds that a run lasts before the program is asked to end; 0 for one that ends
   * @param ladder {@code named} or {@code all}
   * @param record whether each run is recorded
   */
  public record Measuring(int minutes, int seconds, @Nullable String ladder, boolean record) {}

  /**
   * How work is told: regular expressions with a group, looked for in what the command says.
   *
   * @param work units of work; or {@code jfr:} with the name of an event, of which each is a unit
   * @param latency milliseconds
   * @param ready needs no group
   */
  public record Counting(@Nullable String work, @Nullable String latency, @Nullable String ready) {}

  /**
   * What counts.
   *
   * @param aim {@code cpu}, {@code time}, {@code memory}, {@code latency}, {@code pauses} or {@code
   *     start-up}
   * @param maxMemory most physical memory, as {@code 2g} or {@code 512m}
   * @param maxLatency most latency, in milliseconds
   */
  public record Goal(
      @Nullable String aim, @Nullable String maxMemory, @Nullable String maxLatency) {}

  /** The plan, in this folder. */
  TunePlan plan(Path root, Path work) throws GoalException {
    String wanted = JudgeOptions.stripped(command);
    if (wanted.isEmpty()) {
      throw new GoalException(
          "rustfit: rustfit.command is needed: the command that runs the program under its load, with"
              + " @{jvm} where options of the JVM go, as"
              + " -Drustfit.command=\"java @{jvm} -cp target/classes com.example.Job\".");
    }
    if (measuring.minutes() < 1 || measuring.minutes() > MOST_MINUTES) {
      throw new GoalException(
          "rustfit: rustfit.minutes is "
              + measuring.minutes()
              + "; it is 1 to "
              + MOST_MINUTES
              + ".");
    }
    if (measuring.seconds() < 0 || measuring.seconds() > MOST_SECONDS) {
      throw new GoalException(
          "rustfit: rustfit.seconds is "
              + measuring.seconds()
              + "; it is 1 to "
              + MOST_SECONDS
              + ".");
    }
    variants.check(root);
    Optional<String> event = event();
    int seconds = measuring.seconds();
    return new TunePlan(
        new TunePlan.Code("", wanted, root, Optional.empty()),
        Options.of(JudgeOptions.stripped(jvmOptions)),
        homes(root),
        new TunePlan.Counting(
            event.isPresent() ? Optional.empty() : pattern("rustfit.work", counting.work(), true),
            event,
            pattern("rustfit.latency", counting.latency(), true),
            pattern("rustfit.ready", counting.ready(), false)),
        new TunePlan.Goal(aim(), memory(), latency()),
        new TunePlan.Measuring(
            Duration.ofMinutes(measuring.minutes()),
            Optional.empty(),
            seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)),
            all(),
            measuring.record() || event.isPresent()),
        List.of(),
        work);
  }

  private List<Jdk> homes(Path root) throws GoalException {
    List<Jdk> all = new ArrayList<>();
    String named = JudgeOptions.stripped(jdks);
    if (named.isEmpty()) {
      Jdk.of(Path.of(System.getProperty("java.home"))).ifPresent(all::add);
      Jdk.found().stream()
          .filter(one -> all.isEmpty() || one.feature() > all.get(0).feature())
          .forEach(all::add);
    } else {
      for (String one : named.split(",")) {
        Path home = TrialOptions.path(root, one.strip(), "rustfit.jdks");
        all.add(
            Jdk.of(home)
                .orElseThrow(
                    () ->
                        new GoalException(
                            "rustfit: rustfit.jdks names "
                                + home
                                + ", which is no JDK: it has no bin/java, or no file named release"
                                + " with JAVA_VERSION.")));
      }
    }
    if (all.isEmpty()) {
      throw new GoalException("rustfit: no JDK is known here; name one with rustfit.jdks.");
    }
    Set<String> versions = new HashSet<>();
    all.removeIf(one -> !versions.add(one.version()));
    return all;
  }

  private static Optional<Pattern> pattern(String name, @Nullable String text, boolean group)
      throws GoalException {
    String wanted = JudgeOptions.stripped(text);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    try {
      Pattern pattern = Pattern.compile(wanted);
      if (group && pattern.matcher("").groupCount() < 1) {
        throw new GoalException(
            "rustfit: "
                + name
                + " is '"
                + wanted
                + "', which has no group; put the number in parentheses, as in 'served ([0-9]+)'.");
      }
      return Optional.of(pattern);
    } catch (PatternSyntaxException e) {
      throw new GoalException(
          "rustfit: " + name + " is no regular expression: " + e.getDescription() + ".", e);
    }
  }

  /** The name of the event that is a unit of work. */
  private Optional<String> event() throws GoalException {
    String wanted = JudgeOptions.stripped(counting.work());
    if (!wanted.startsWith(EVENT)) {
      return Optional.empty();
    }
    String name = wanted.substring(EVENT.length());
    if (!name.matches("[A-Za-z_$][A-Za-z0-9_$.]{0,200}")) {
      throw new GoalException(
          "rustfit: rustfit.work is '"
              + wanted
              + "', and '"
              + name
              + "' is no name of an event; write it as jfr:com.example.OrderPlaced.");
    }
    return Optional.of(name);
  }

  private Aim aim() throws GoalException {
    String wanted = JudgeOptions.stripped(goal.aim());
    if (wanted.isEmpty()) {
      return Aim.CPU;
    }
    for (Aim one : Aim.values()) {
      if (one.name().replace('_', '-').equalsIgnoreCase(wanted)) {
        told(one);
        return one;
      }
    }
    throw new GoalException(
        "rustfit: rustfit.aim is '"
            + wanted
            + "'; use cpu, time, memory, latency, pauses or start-up.");
  }

  /** Refuses what nobody tells before anything is run. */
  private void told(Aim wanted) throws GoalException {
    if (wanted == Aim.LATENCY && JudgeOptions.stripped(counting.latency()).isEmpty()) {
      throw new GoalException(
          "rustfit: rustfit.aim=latency needs rustfit.latency, which says where the load prints it;"
              + " rustfit.aim=pauses needs nothing.");
    }
    if (wanted == Aim.START_UP && JudgeOptions.stripped(counting.ready()).isEmpty()) {
      throw new GoalException(
          "rustfit: rustfit.aim=start-up needs rustfit.ready, which says what the program prints when"
              + " it is of use.");
    }
  }

  private long memory() throws GoalException {
    String wanted = JudgeOptions.stripped(goal.maxMemory()).toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return Long.MAX_VALUE;
    }
    if (!wanted.matches("[0-9]{1,9}[kmg]")) {
      throw new GoalException(
          "rustfit: rustfit.maxMemory is '" + wanted + "'; write it as 512m or 2g.");
    }
    long amount = Long.parseLong(wanted.substring(0, wanted.length() - 1));
    return amount << (wanted.endsWith("k") ? 10 : wanted.endsWith("m") ? 20 : 30);
  }

  private double latency() throws GoalException {
    String wanted = JudgeOptions.stripped(goal.maxLatency());
    if (wanted.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    if (!wanted.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
      throw new GoalException(
          "rustfit: rustfit.maxLatency is '" + wanted + "'; it is a number of milliseconds.");
    }
    if (JudgeOptions.stripped(counting.latency()).isEmpty()) {
      throw new GoalException(
          "rustfit: rustfit.maxLatency needs rustfit.latency, which says where the load prints it.");
    }
    return Double.parseDouble(wanted);
  }

  private boolean all() throws GoalException {
    String wanted = JudgeOptions.stripped(measuring.ladder());
    if (wanted.isEmpty() || wanted.equals("named")) {
      return false;
    }
    if (wanted.equals("all")) {
      return true;
    }
    throw new GoalException("rustfit: rustfit.ladder is '" + wanted + "'; use named or all.");
  }
}
