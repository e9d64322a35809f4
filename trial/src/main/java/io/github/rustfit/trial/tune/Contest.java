package io.github.rustfit.trial.tune;

import io.github.rustfit.rules.evidence.tuning.TunedConfiguration.Result;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.trial.pairs.PairedRatio;
import io.github.rustfit.trial.process.Watched;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Configurations that run in rounds until they are told apart: in each round each that is left runs
 * once, in random order, the present one always among them. What certainly takes more than the best
 * is not run any more.
 */
final class Contest {

  private static final int FEWEST_ROUNDS = 4;
  private static final int MOST_ROUNDS = 40;

  /** What takes so much more in each of two rounds is set aside, without a word on it. */
  private static final double FAR = 1.3;

  /** The best that is found may take so much more than the best there is. */
  private static final double CLOSE = 0.05;

  private static final double MINUTE = 60e9;

  private final TunePlan plan;
  private final Runner runner;
  private final Rounds rounds;
  private final Comparison comparison;
  private final Configuration present;
  private final Random random;
  private final Consumer<String> progress;
  private final Clock clock;

  /**
   * How long runs take, and when all is to be over.
   *
   * @param started when all began, by {@link System#nanoTime}
   * @param run how long a run of the present configuration took
   * @param until how long a run may take
   */
  record Clock(long started, long run, Watched.Until until) {

    /** Time since all began. */
    long used() {
      return System.nanoTime() - started;
    }
  }

  Contest(
      TunePlan plan,
      Runner runner,
      Rounds rounds,
      Comparison comparison,
      Consumer<String> progress,
      Clock clock) {
    this.plan = plan;
    this.runner = runner;
    this.rounds = rounds;
    this.comparison = comparison;
    this.present = Ladder.present(plan);
    // The order is no secret, and the same plan has the same.
    this.random = new Random(plan.code().command().hashCode());
    this.progress = progress;
    this.clock = clock;
  }

  /** How many can run four times each, with the present one, until a part of the time is over. */
  int fitting(double part) {
    double left = part * plan.measuring().budget().toNanos() - clock.used();
    return (int) Math.max(1, left / clock.run() / FEWEST_ROUNDS - 2);
  }

  /**
   * Runs rounds of these until they are told apart or their time is over.
   *
   * @param part of the time that may be used up by then
   * @param after is called after each round from the fourth on
   */
  void run(String stage, List<Configuration> candidates, double part, Runnable after)
      throws TuneException {
    List<Configuration> left = new ArrayList<>(candidates);
    left.forEach(comparison::knows);
    for (Configuration one : candidates) {
      if (one.training().isPresent()) {
        train(one, one.training().get(), left);
      }
    }
    int here = 0;
    while (!left.isEmpty() && here < MOST_ROUNDS) {
      double round = (double) clock.run() * (left.size() + 1);
      boolean over = clock.used() + round > part * plan.measuring().budget().toNanos();
      if (over && here > 0) {
        break;
      }
      round(left);
      here++;
      drop(left);
      progress.accept(line(stage, here, left));
      if (here >= FEWEST_ROUNDS) {
        after.run();
        if (decided(left)) {
          break;
        }
      }
    }
  }

  private void train(Configuration one, Configuration.Training training, List<Configuration> left)
      throws TuneException {
    try {
      runner.run(one, clock.until(), true);
      if (!Files.isRegularFile(training.file())) {
        comparison.failed(one, "its training run made no file to use");
        left.remove(one);
      }
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
      try {
        rounds.add(one, runner.run(one, clock.until(), false));
      } catch (Runner.Failed e) {
        if (one.isPresent()) {
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
      if (one == leader || one.same(present)) {
        continue;
      }
      if (more.low() > 1) {
        comparison.setAside(
            one, "not run any more: beyond noise it takes more than " + leader.name());
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

  /**
   * Whether more rounds would tell nothing that matters: each is told apart from the present one,
   * and none can be better than the best one by more than a twentieth.
   */
  private boolean decided(List<Configuration> left) {
    Configuration leader = comparison.leader(left);
    for (Configuration one : left) {
      if (!one.same(present)
          && (comparison.result(one) == Result.OPEN
              || (one != leader && rounds.ratio(leader, one).high() > 1 + CLOSE))) {
        return false;
      }
    }
    return true;
  }

  private String line(String stage, int round, List<Configuration> left) {
    Configuration leader = comparison.leader(left);
    double minutes = (plan.measuring().budget().toNanos() - clock.used()) / MINUTE;
    String so =
        leader == present
            ? "none takes less than the present one so far"
            : String.format(
                Locale.ROOT,
                "least so far: %s (%s the %s of the present one)",
                leader.name(),
                Format.ratio(1 / comparison.gain(leader).value()),
                plan.goal().aim().word());
    return String.format(
        Locale.ROOT,
        "%s, round %d: %s; %d left to compare, %d min of time left",
        stage,
        round,
        so,
        left.stream().filter(one -> !one.same(present)).count(),
        Math.max(0, Math.round(minutes)));
  }
}
