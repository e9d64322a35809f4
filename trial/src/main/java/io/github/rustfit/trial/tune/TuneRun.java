package io.github.rustfit.trial.tune;

import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.TunedHeap;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.trial.process.Watched;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs the ladder: first JVMs and collectors, then options on top of the best of them, then what
 * was good together, each as a {@link Contest} in which what drifts on the machine meets all alike.
 *
 * <p>One tuning in twenty, at most, says of any configuration that it is better or worse when it is
 * not: the chance is divided among all comparisons that may be made, and each may be looked at
 * after every round ({@link io.github.rustfit.trial.pairs.RatioSequence}).
 */
public final class TuneRun {

  private static final double CHANCE = 0.05;

  /** A second stage has no more configurations than these, the third has one. */
  private static final int LATER = 14;

  private static final double FIRST_STAGE = 0.6;
  private static final double SECOND_STAGE = 0.9;
  private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_FIRST = Duration.ofHours(1);
  private static final int LIMIT_FACTOR = 5;

  private final TunePlan plan;
  private final Setting setting;
  private final Consumer<String> progress;
  private final Runner runner;
  private final Configuration present;
  private final Configuration again;

  /**
   * Where it runs.
   *
   * @param rules ids of rules with findings of the process in the report
   * @param processors that a JVM can use
   * @param memoryBytes physical memory, or the container's limit; 0 if unknown
   */
  public record Setting(Set<String> rules, int processors, long memoryBytes) {}

  /**
   * What came out.
   *
   * @param noise what the machine is worth as a measure
   * @param heap of the present configuration
   * @param best name of the one to take
   * @param configurations what was tried
   * @param leftOut names of those that there was no time for
   */
  public record Tuned(
      Tuning.Noise noise,
      TunedHeap heap,
      String best,
      List<TunedConfiguration> configurations,
      List<String> leftOut) {}

  /**
   * The run that tells how long a run takes, and what is worth a try.
   *
   * @param clock of all that follows
   */
  private record First(Facts facts, Contest.Clock clock) {}

  /**
   * @param plan what is tuned
   * @param logs reads the log of a JVM
   * @param progress takes a line now and then
   */
  public TuneRun(
      TunePlan plan, Setting setting, Function<Path, GcSummary> logs, Consumer<String> progress) {
    this.plan = plan;
    this.setting = setting;
    this.progress = progress;
    this.runner = new Runner(plan, logs);
    this.present = Ladder.present(plan);
    this.again = Ladder.again(plan);
  }

  /**
   * Runs all of it.
   *
   * @param soFar takes what is known after each round from the fourth of a stage on
   * @throws TuneException if the present configuration does not run, or does not tell what counts
   */
  public Tuned run(Consumer<Tuned> soFar) throws TuneException {
    First first = first();
    Ladder ladder = new Ladder(plan, first.facts());
    List<Configuration> jvms = new ArrayList<>(Ladder.variants(plan));
    jvms.addAll(ladder.jvms());
    Rounds rounds = new Rounds(plan.goal().aim(), CHANCE / (jvms.size() + 1 + LATER));
    Comparison comparison = new Comparison(plan, rounds, present);
    Conclusion conclusion =
        new Conclusion(rounds, comparison, present, again, setting.processors(), first.facts());
    Contest contest = new Contest(plan, runner, rounds, comparison, progress, first.clock());
    Runnable after = () -> soFar.accept(conclusion.tuned());

    List<Configuration> stage = conclusion.some(jvms, contest.fitting(FIRST_STAGE));
    stage.add(0, again);
    contest.run("JVMs and collectors", stage, FIRST_STAGE, after);
    // Of alike ones the present one is as good a place to go on from, and what people have.
    Configuration best = comparison.leader(stage);
    Configuration leader = comparison.gain(best).value() >= 1 + Comparison.MATTERS ? best : present;
    List<Configuration> options =
        conclusion.some(ladder.options(leader), Math.min(LATER - 1, contest.fitting(SECOND_STAGE)));
    List<Configuration> second = new ArrayList<>(options);
    if (!leader.isPresent()) {
      second.add(leader);
    }
    contest.run("options of " + leader.name(), second, SECOND_STAGE, after);
    contest.run("the best together", together(leader, options, rounds, comparison), 1, after);
    return conclusion.tuned();
  }

  /** What was good by itself, together, of heaps the best only; and the best so far. */
  private static List<Configuration> together(
      Configuration leader, List<Configuration> options, Rounds rounds, Comparison comparison) {
    List<Configuration> good = new ArrayList<>();
    options.stream()
        .filter(one -> !comparison.isOut(one) && !rounds.of(one).isEmpty())
        .filter(one -> rounds.ratio(leader, one).value() >= 1 + Comparison.MATTERS)
        .sorted(
            (one, other) ->
                Double.compare(
                    rounds.ratio(leader, other).value(), rounds.ratio(leader, one).value()))
        .filter(one -> good.stream().noneMatch(had -> one.setsTheSame(had, leader)))
        .forEach(good::add);
    List<Configuration> last = new ArrayList<>();
    if (good.size() > 1) {
      last.add(Ladder.together(leader, good));
    }
    List<Configuration> all = new ArrayList<>(options);
    all.add(leader);
    Configuration best = comparison.leader(all);
    if (!best.isPresent()) {
      last.add(best);
    }
    return last;
  }

  private First first() throws TuneException {
    String options = String.join(" ", present.options());
    progress.accept(
        "a first run of the present configuration (JDK "
            + present.jdk().version()
            + (options.isEmpty() ? "" : " " + options)
            + ")");
    long begun = System.nanoTime();
    Seen seen;
    try {
      seen = runner.run(present, until(plan.measuring().limit().orElse(longest())), false);
    } catch (Runner.Failed e) {
      throw new TuneException(
          "The first run, of the present configuration, gives nothing to compare with: "
              + e.why().replaceAll("[.]+$", "")
              + ". The command was: "
              + plan.code().command());
    }
    if (!(seen.of(plan.goal().aim()) > 0)) {
      throw new TuneException(
          "What counts is "
              + plan.goal().aim().text()
              + ", and the first run did not tell it"
              + switch (plan.goal().aim()) {
                case LATENCY -> ": say with rustfit.latency where the load prints it.";
                case START_UP ->
                    ": say with rustfit.ready what the program prints when it is of use.";
                default -> " on this system.";
              });
    }
    long run = System.nanoTime() - begun;
    Duration limit = Duration.ofNanos(Math.max(SHORTEST_LIMIT.toNanos(), LIMIT_FACTOR * run));
    return new First(
        facts(seen), new Contest.Clock(begun, run, until(plan.measuring().limit().orElse(limit))));
  }

  /** A first run that takes all of the time leaves none to compare with anything. */
  private Duration longest() {
    Duration budget = plan.measuring().budget();
    return budget.compareTo(LONGEST_FIRST) < 0 ? budget : LONGEST_FIRST;
  }

  private Watched.Until until(Duration limit) {
    return new Watched.Until(limit, plan.measuring().runs(), plan.counting().ready());
  }

  private Facts facts(Seen seen) {
    GcSummary log = seen.log();
    double cpu = seen.cpuNanos() * seen.work();
    return new Facts(
        plan.goal().aim(),
        log,
        log.gcCpu().known() && cpu > 0 ? log.gcCpu().amount() / cpu : -1,
        setting.rules(),
        setting.processors(),
        setting.memoryBytes(),
        plan.measuring().all());
  }
}
