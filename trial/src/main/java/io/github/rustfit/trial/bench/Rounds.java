package io.github.rustfit.trial.bench;

import io.github.rustfit.rules.evidence.trial.Gain;
import io.github.rustfit.rules.evidence.trial.OtherJava;
import io.github.rustfit.rules.evidence.trial.TrialBars;
import io.github.rustfit.rules.evidence.trial.TrialFigures;
import io.github.rustfit.rules.evidence.trial.TrialSize;
import io.github.rustfit.trial.pairs.PairedRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** What rounds of processes measured, added up. */
final class Rounds {

  /** Bounds of an interval that is not known yet. */
  private static final double LEAST = 1e-4;

  private static final double MOST = 1e9;

  /**
   * One process of each kind.
   *
   * @param java the present Java code
   * @param rust the port through the boundary
   * @param alone the port on data of its own
   * @param other other Java code; empty for none
   */
  record Round(Seen java, Seen rust, Seen alone, Optional<Seen> other) {}

  private final List<Double> weights;
  private final boolean captured;
  private final String otherName;
  private final List<Round> rounds = new ArrayList<>();

  /**
   * @param weights calls of the program that each size stands for; all 0 where nobody counted
   * @param otherName how other Java code is called
   */
  Rounds(List<Double> weights, String otherName) {
    this.weights = List.copyOf(weights);
    this.captured = weights.stream().anyMatch(weight -> weight > 0);
    this.otherName = otherName;
  }

  /** Takes a round whose processes measured the same sizes. */
  void add(Round round) {
    rounds.add(round);
  }

  int count() {
    return rounds.size();
  }

  /** CPU time of Java over that of Rust. */
  PairedRatio gain() {
    return overall(Round::java, Round::rust, Seen::cpu);
  }

  /** What is known so far. */
  TrialFigures figures() {
    List<TrialSize> sizes = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      int size = i;
      sizes.add(
          new TrialSize(
              rounds.get(0).java().sizes().get(i).most(),
              Math.round(weights.get(i)),
              gain(
                  PairedRatio.of(
                      rounds.stream()
                          .map(one -> one.java().cpu(size) / one.rust().cpu(size))
                          .toList()))));
    }
    return new TrialFigures(
        rounds.size(),
        captured,
        gain(gain()),
        gain(overall(Round::java, Round::rust, Seen::clock)),
        sizes,
        bars(),
        rounds.get(0).other().isEmpty() ? Optional.empty() : Optional.of(other()));
  }

  private OtherJava other() {
    return new OtherJava(
        otherName,
        gain(overall(Round::java, one -> one.other().orElseThrow(), Seen::cpu)),
        gain(overall(one -> one.other().orElseThrow(), Round::rust, Seen::cpu)));
  }

  private TrialBars bars() {
    return new TrialBars(
        Math.round(median(one -> average(one.java(), Seen::cpu))),
        Math.round(median(one -> average(one.rust(), Seen::cpu))),
        Math.round(median(one -> average(one.alone(), Seen::cpu))),
        Math.round(median(one -> average(one.java(), Seen::allocated))),
        Math.round(median(one -> average(one.rust(), Seen::allocated))),
        Math.round(median(one -> one.java().resident())),
        Math.round(median(one -> one.rust().resident())),
        (int) Math.round(1000 * median(one -> average(one.alone(), Rounds::left))));
  }

  private static double left(Seen seen, int size) {
    return (double) seen.sizes().get(size).left() / seen.sizes().get(size).calls();
  }

  /** Of captured calls the ratio of sums, of made ones the geometric mean over sizes. */
  private PairedRatio overall(
      Function<Round, Seen> above,
      Function<Round, Seen> below,
      ToDoubleBiFunction<Seen, Integer> time) {
    return PairedRatio.of(
        rounds.stream()
            .map(
                one ->
                    captured
                        ? average(above.apply(one), time) / average(below.apply(one), time)
                        : geometric(above.apply(one), below.apply(one), time))
            .toList());
  }

  private double geometric(Seen above, Seen below, ToDoubleBiFunction<Seen, Integer> time) {
    double sum = 0;
    for (int i = 0; i < weights.size(); i++) {
      sum += StrictMath.log(time.applyAsDouble(above, i) / time.applyAsDouble(below, i));
    }
    return StrictMath.exp(sum / weights.size());
  }

  private double average(Seen seen, ToDoubleBiFunction<Seen, Integer> of) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < weights.size(); i++) {
      double weight = captured ? weights.get(i) : 1;
      sum += weight * of.applyAsDouble(seen, i);
      all += weight;
    }
    return sum / all;
  }

  private double median(ToDoubleFunction<Round> of) {
    double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static Gain gain(PairedRatio ratio) {
    return new Gain(
        Math.max(LEAST, ratio.low()),
        Math.min(MOST, Math.max(LEAST, ratio.value())),
        Math.min(MOST, ratio.high()));
  }
}
