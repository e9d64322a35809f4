package io.github.rustfit.trial.tune;

import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.TunedHeap;
import io.github.rustfit.rules.evidence.tuning.Tuning;
import io.github.rustfit.trial.pairs.PairedRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What follows from the rounds, as far as they go. */
final class Conclusion {

  /** Others may keep this part of the processors busy before nothing is claimed. */
  private static final double BUSY = 0.5;

  private final Rounds rounds;
  private final Comparison comparison;
  private final Configuration present;
  private final Configuration again;
  private final int processors;
  private final GcSummary log;
  private final List<String> leftOut = new ArrayList<>();

  Conclusion(
      Rounds rounds,
      Comparison comparison,
      Configuration present,
      Configuration again,
      int processors,
      Facts facts) {
    this.rounds = rounds;
    this.comparison = comparison;
    this.present = present;
    this.again = again;
    this.processors = processors;
    this.log = facts.log();
  }

  /** The first of these; the others are known as left out for want of time. */
  List<Configuration> some(List<Configuration> all, int most) {
    List<Configuration> first = all.subList(0, Math.min(most, all.size()));
    all.subList(first.size(), all.size()).forEach(one -> leftOut.add(one.name()));
    return new ArrayList<>(first);
  }

  /** What is known so far. */
  TuneRun.Tuned tuned() {
    List<Seen> seen = rounds.of(present);
    double others = seen.isEmpty() ? 0 : Comparison.median(seen, Seen::othersBusy);
    String doubt = doubt(others);
    return new TuneRun.Tuned(
        new Tuning.Noise(
            seen.size(),
            rounds.between(present, again).spread(),
            others,
            Drift.of(seen.stream().map(rounds::value).toList()),
            doubt),
        new TunedHeap(
            String.join(", ", log.collectors()),
            log.maxHeapBytes(),
            log.largestLiveBytes(),
            log.allocation().known() ? Math.round(log.allocation().perSecond()) : 0),
        doubt.isEmpty() ? comparison.best().name() : present.name(),
        comparison.configurations().stream()
            .map(one -> doubt.isEmpty() ? one : doubted(one))
            .toList(),
        List.copyOf(leftOut));
  }

  private String doubt(double others) {
    PairedRatio same = rounds.ratio(present, again);
    if (same.low() > 1 || same.high() < 1) {
      return String.format(
          Locale.ROOT,
          "The present configuration differs from itself (%.2f×, %.2f–%.2f): what differs on this"
              + " machine is not the configuration.",
          same.value(),
          same.low(),
          same.high());
    }
    return others > BUSY * processors
        ? String.format(
            Locale.ROOT,
            "Other programs kept %.1f of %d processors busy meanwhile.",
            others,
            processors)
        : "";
  }

  /** Where nothing is claimed, nothing is better, worse or the same. */
  private static TunedConfiguration doubted(TunedConfiguration one) {
    return switch (one.result()) {
      case BETTER, SAME, WORSE ->
          new TunedConfiguration(
              one.name(),
              one.jdk(),
              one.collector(),
              one.options(),
              one.code(),
              one.why(),
              TunedConfiguration.Result.OPEN,
              one.gain(),
              one.cost(),
              one.said());
      default -> one;
    };
  }
}
