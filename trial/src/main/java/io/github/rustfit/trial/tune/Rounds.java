package io.github.rustfit.trial.tune;

import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.trial.pairs.PairedRatio;
import io.github.rustfit.trial.pairs.RatioSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was seen, round by round: of each round at most one run of each configuration. */
final class Rounds {

  private final Aim aim;
  private final double chance;
  private final List<Map<String, Seen>> rounds = new ArrayList<>();

  /**
   * @param aim what counts
   * @param chance of a wrong word about one pair of configurations
   */
  Rounds(Aim aim, double chance) {
    this.aim = aim;
    this.chance = chance;
  }

  /** Begins a round. */
  void begin() {
    rounds.add(new LinkedHashMap<>());
  }

  /** Takes a run of the round. */
  void add(Configuration configuration, Seen seen) {
    rounds.get(rounds.size() - 1).put(configuration.name(), seen);
  }

  /** All runs of a configuration. */
  List<Seen> of(Configuration configuration) {
    return rounds.stream()
        .map(round -> round.get(configuration.name()))
        .filter(one -> one != null)
        .toList();
  }

  /** What counts of a run. */
  double value(Seen seen) {
    return seen.of(aim);
  }

  /** What the first takes over what the second takes, by the rounds that have both. */
  RatioSequence between(Configuration first, Configuration second) {
    RatioSequence sequence = new RatioSequence(chance);
    for (Map<String, Seen> round : rounds) {
      Seen one = round.get(first.name());
      Seen other = round.get(second.name());
      if (one != null && other != null && one.of(aim) > 0 && other.of(aim) > 0) {
        sequence.add(one.of(aim) / other.of(aim));
      }
    }
    return sequence;
  }

  /** The same with its interval. */
  PairedRatio ratio(Configuration first, Configuration second) {
    RatioSequence sequence = between(first, second);
    return sequence.pairs() == 0
        ? new PairedRatio(0, 1, Double.POSITIVE_INFINITY)
        : sequence.ratio();
  }
}
