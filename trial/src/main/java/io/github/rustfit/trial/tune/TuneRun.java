package io.github.rustfit.trial.tune;

import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration.Result;
import io.github.rustfit.rules.evidence.tuning.TunedHeap;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.trial.pairs.PairedRatio;
import io.github.rustfit.trial.process.Watched;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs the ladder: first JVMs and collectors, then options on top of the best of them, then what
 * was good together. In each round each configuration that is left runs once, in random order, the
 * present one always among them; so what drifts on the machine meets all alike. After each round
 * those that certainly take more than the best one are not run any more, and a stage ends when the
 * rest is told apart or its time is over.
 *
 * <p>One run in twenty, at most, says of any configuration that it is better or worse when it is
 * not: the chance is divided among all comparisons that may be made, and each may be looked at
 * after every round ({@link io.github.rustfit.trial.pairs.RatioSequence}).
 */
public final class TuneRun {

  private static final double CHANCE = 0.05;

  /** A second stage has no more configurations than these, the third has one. */
  private static final int LATER = 14;

  private static final double FIRST_STAGE = 0.6;
  private static final double SECOND_STAGE = 0.9;
  private static final int FEWEST_ROUNDS = 4;
  private static final int MOST_ROUNDS = 40;

  /** What takes so much more in each of two rounds is set aside, without a word on it. */
  private static final double FAR = 1.3;

  /** Others may keep this part of the processors busy before nothing is claimed. */
  private static final double BUSY = 0.5;

  private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(30);
  private static final int LIMIT_FACTOR = 5;
  private static final double MINUTE = 60e9;

  private final TunePlan plan;
  private final Setting setting;
  private final Consumer<String> progress;
  private final Runner runner;
  private final Random random;
  private final Configuration present;
  private final Configuration again;
  private final List<String> leftOut = new ArrayList<>();
  private long started;
  private double longestRun;
  private Watched.Until until;
  private Rounds rounds = new Rounds(Aim.CPU, CHANCE);
  private Comparison comparison;
  private GcSummary log = GcSummary.EMPTY;

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
    // The order is no secret, and the same plan has the same.
    this.random = new Random(plan.code().command().hashCode());
    this.present = Ladder.present(plan);
    this.again =
        new Configuration(
            "present again",
            present.jdk(),
            present.options(),
            "the same once more: what differs is noise",
            List.of(),
            Optional.empty());
    this.comparison = new Comparison(plan, rounds, present);
    this.until =
        new Watched.Until(
            plan.measuring().limit().orElse(Duration.ofHours(1)),
            plan.measuring().runs(),
            plan.counting().ready());
  }

  /**
   * Runs all of it.
   *
   * @param soFar takes what is known after each round from the fourth on
   * @throws TuneException if the present configuration does not run, or too little time is left
   */
  public Tuned run(Consumer<Tuned> soFar) throws TuneException {
    started = System.nanoTime();
    Ladder ladder = new Ladder(plan, first());
    List<Configuration> jvms = new ArrayList<>(ladder.jvms());
    plan.variants()
        .forEach(
            code ->
                jvms.add(
                    new Configuration(
                        code.name(),
                        present.jdk(),
                        present.options(),
                        "other code",
                        List.of(),
                        Optional.of(code))));
    rounds = new Rounds(plan.goal().aim(), CHANCE / (jvms.size() + 1 + LATER));
    comparison = new Comparison(plan, rounds, present);
    List<Configuration> stage = fitting(jvms, FIRST_STAGE);
    stage.add(0, again);
    compete("JVMs and collectors", stage, FIRST_STAGE, soFar);
    Configuration leader = comparison.leader(stage);
    List<Configuration> options = fitting(ladder.options(leader), SECOND_STAGE);
    if (options.size() >= LATER) {
      options = new ArrayList<>(options.subList(0, LATER - 1));
    }
    if (!options.isEmpty()) {
      List<Configuration> second = new ArrayList<>(options);
      if (leader != present) {
        second.add(leader);
      }
      compete("options of " + leader.name(), second, SECOND_STAGE, soFar);
      third(leader, options, soFar);
    }
    return tuned();
  }

  /** What was good by itself, together; of heaps the best only. */
  private void third(Configuration leader, List<Configuration> options, Consumer<Tuned> soFar)
      throws TuneException {
    List<Configuration> good = new ArrayList<>();
    options.stream()
        .filter(one -> !comparison.isOut(one) && !rounds.of(one).isEmpty())
        .filter(one -> rounds.ratio(leader, one).value() >= 1 + Comparison.MATTERS)
        .sorted(
            (one, other) ->
                Double.compare(
                    rounds.ratio(leader, other).value(), rounds.ratio(leader, one).value()))
        .filter(one -> good.stream().noneMatch(had -> sameKind(leader, had, one)))
        .forEach(good::add);
    List<Configuration> last = new ArrayList<>();
    if (good.size() > 1) {
      last.add(Ladder.together(leader, good));
    }
    Configuration best = comparison.leader(withLeader(options, leader));
    if (best != present) {
      last.add(best);
    }
    if (!last.isEmpty()) {
      compete("the best together", last, 1, soFar);
    }
  }

  private static List<Configuration> withLeader(List<Configuration> options, Configuration leader) {
    List<Configuration> all = new ArrayList<>(options);
    all.add(leader);
    return all;
  }

  /** Whether both set the same thing in other ways. */
  private static boolean sameKind(Configuration on, Configuration one, Configuration other) {
    List<String> ones = one.options().stream().filter(o -> !on.options().contains(o)).toList();
    List<String> others = other.options().stream().filter(o -> !on.options().contains(o)).toList();
    return ones.stream()
        .map(Options::key)
        .anyMatch(key -> others.stream().map(Options::key).anyMatch(key::equals));
  }

  /** The run that tells how long a run takes, and what is worth a try. */
  private Facts first() throws TuneException {
    progress.accept("a first run of the present configuration (" + describe(present) + ")");
    Seen seen;
    long begun = System.nanoTime();
    try {
      seen = runner.run(present, until, false);
    } catch (Runner.Failed e) {
      throw new TuneException(
          "The present configuration does not run, so there is nothing to compare with: "
              + e.why()
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
    longestRun = System.nanoTime() - begun;
    until =
        new Watched.Until(
            plan.measuring()
                .limit()
                .orElse(
                    Duration.ofNanos(
                        Math.max(SHORTEST_LIMIT.toNanos(), LIMIT_FACTOR * Math.round(longestRun)))),
            plan.measuring().runs(),
            plan.counting().ready());
    log = seen.log();
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

  /** As many as can be run four times each, with the present one, in a part of the budget. */
  private List<Configuration> fitting(List<Configuration> all, double part) {
    double left = part * plan.measuring().budget().toNanos() - (System.nanoTime() - started);
    int fit = (int) Math.max(1, left / longestRun / FEWEST_ROUNDS - 2);
    if (fit >= all.size()) {
      return new ArrayList<>(all);
    }
    all.subList(fit, all.size()).forEach(one -> leftOut.add(one.name()));
    return new ArrayList<>(all.subList(0, fit));
  }

  private void compete(
      String stage, List<Configuration> candidates, double part, Consumer<Tuned> soFar)
      throws TuneException {
    List<Configuration> left = new ArrayList<>(candidates);
    left.forEach(comparison::knows);
    for (Configuration one : candidates) {
      if (!one.training().isEmpty()) {
        train(one, left);
      }
    }
    int here = 0;
    while (!left.isEmpty() && here < MOST_ROUNDS) {
      double round = longestRun * (left.size() + 1);
      double used = System.nanoTime() - started;
      boolean over = used + round > part * plan.measuring().budget().toNanos();
      if (over && here > 0) {
        break;
      }
      round(left);
      here++;
      drop(left);
      progress.accept(line(stage, here, left));
      if (here >= FEWEST_ROUNDS) {
        soFar.accept(tuned());
        if (decided(left)) {
          break;
        }
      }
    }
  }

  private void train(Configuration one, List<Configuration> left) throws TuneException {
    try {
      runner.run(one, until, true);
    } catch (Runner.Failed e) {
      comparison.failed(one, "its training run failed: " + e.why());
      left.remove(one);
    }
  }

  private void round(List<Configuration> left) throws TuneException {
    List<Configuration> order = new ArrayList<>(left);
    order.add(present);
    Collections.shuffle(order, random);
    rounds.begin();
    for (Configuration one : order) {
      long begun = System.nanoTime();
      try {
        rounds.add(one, runner.run(one, until, false));
        longestRun = Math.max(longestRun, one == present ? System.nanoTime() - begun : 0);
      } catch (Runner.Failed e) {
        if (one == present) {
          throw new TuneException(
              "The present configuration ran before and does not any more: "
                  + e.why()
                  + ". A program that fails now and then cannot be compared.");
        }
        comparison.failed(one, e.why());
        left.remove(one);
      }
    }
  }

  private void drop(List<Configuration> left) {
    left.removeIf(comparison::isOut);
    Configuration leader = comparison.leader(left);
    for (Configuration one : List.copyOf(left)) {
      PairedRatio more = rounds.ratio(one, leader);
      if (one == leader || one == again) {
        continue;
      }
      if (more.low() > 1) {
        left.remove(one);
      } else if (far(one, leader)) {
        comparison.setAside(
            one,
            String.format(
                Locale.ROOT,
                "set aside early: it took %.1f times what %s took",
                more.value(),
                leader.name()));
        left.remove(one);
      }
    }
  }

  /** Two rounds or more, each far above. */
  private boolean far(Configuration one, Configuration leader) {
    var sequence = rounds.between(one, leader);
    double lowest = sequence.pairs() < 2 ? 0 : sequence.ratio().value() / FAR;
    return lowest > 1 && sequence.spread() < Math.log(lowest);
  }

  /** Whether more rounds would tell nothing that matters. */
  private boolean decided(List<Configuration> left) {
    Configuration leader = comparison.leader(left);
    for (Configuration one : left) {
      if (one == again) {
        continue;
      }
      Result against = Comparison.told(rounds.ratio(one, leader));
      if (comparison.result(one) == Result.OPEN || (one != leader && against == Result.OPEN)) {
        return false;
      }
    }
    return true;
  }

  private String line(String stage, int round, List<Configuration> left) {
    Configuration leader = comparison.leader(left);
    double minutes = (plan.measuring().budget().toNanos() - (System.nanoTime() - started)) / MINUTE;
    String so =
        leader == present
            ? "none takes less than the present one so far"
            : String.format(
                Locale.ROOT,
                "least so far: %s (%.2f× the %s of the present one)",
                leader.name(),
                1 / comparison.gain(leader).value(),
                plan.goal().aim().word());
    return String.format(
        Locale.ROOT,
        "%s, round %d: %s; %d left to compare, %d min of time left",
        stage,
        round,
        so,
        left.stream().filter(one -> one != again).count(),
        Math.max(0, Math.round(minutes)));
  }

  private static String describe(Configuration one) {
    return "JDK " + one.jdk().version() + prefixed(String.join(" ", one.options()));
  }

  private static String prefixed(String options) {
    return options.isEmpty() ? "" : " " + options;
  }

  /** What is known so far. */
  private Tuned tuned() {
    List<Seen> seen = rounds.of(present);
    double others = seen.isEmpty() ? 0 : Comparison.median(seen, Seen::othersBusy);
    PairedRatio same = rounds.ratio(present, again);
    double spread = rounds.between(present, again).spread();
    String doubt = "";
    if (same.low() > 1 || same.high() < 1) {
      doubt =
          String.format(
              Locale.ROOT,
              "The present configuration differs from itself (%.2f×, %.2f–%.2f): what differs on"
                  + " this machine is not the configuration.",
              same.value(),
              same.low(),
              same.high());
    } else if (others > BUSY * setting.processors()) {
      doubt =
          String.format(
              Locale.ROOT,
              "Other programs kept %.1f of %d processors busy meanwhile.",
              others,
              setting.processors());
    }
    return new Tuned(
        new Tuning.Noise(seen.size(), spread, others, doubt),
        new TunedHeap(
            String.join(", ", log.collectors()),
            log.maxHeapBytes(),
            log.largestLiveBytes(),
            log.allocation().known() && log.wallNanos() > 0
                ? Math.round(log.allocation().amount() / (log.wallNanos() / 1e9))
                : 0),
        doubt.isEmpty() ? comparison.best().name() : present.name(),
        comparison.configurations(),
        List.copyOf(leftOut));
  }
}
