package io.github.rustfit.engine.runs;

import io.github.rustfit.rules.stats.Runs;
import java.util.List;

/**
 * A figure as each run has it.
 *
 * @param values one for each run that tells
 */
public record RunValues(List<Value> values) {

  /**
   * A figure of one run.
   *
   * @param value the figure
   * @param noise standard deviation of it by the chance of sampling within the run, at least; no
   *     two runs differ by less
   * @param events how many independent events it rests on; where they are unequal, Kish's effective
   *     number
   */
  public record Value(double value, double noise, double events) {

    /** A rate or count that rests on so many events; Poisson's noise. */
    public static Value ofEvents(double value, double events) {
      return new Value(value, events > 0 ? value / Math.sqrt(events) : 0, events);
    }

    /** What comes regularly, in so many portions: it is known to within one of them. */
    public static Value ofPortions(double value, double portions) {
      return new Value(value, portions > 0 ? value / portions : 0, portions);
    }

    /** A share of so many samples; binomial noise. */
    public static Value ofShare(double share, double samples) {
      double p = Math.max(0, Math.min(1, share));
      return new Value(share, Math.sqrt(p * (1 - p) / samples), p * samples);
    }
  }

  /** No run tells. */
  public static final RunValues NONE = new RunValues(List.of());

  public RunValues {
    values = List.copyOf(values);
  }

  /** The same in another unit. */
  public RunValues times(double factor) {
    return new RunValues(
        values.stream()
            .map(one -> new Value(one.value * factor, one.noise * factor, one.events))
            .toList());
  }

  /** The mean over the runs and how much they differ. */
  public Runs runs() {
    int n = values.size();
    if (n == 0) {
      return Runs.UNKNOWN;
    }
    double mean = values.stream().mapToDouble(Value::value).sum() / n;
    if (n == 1) {
      return new Runs(1, mean, 0);
    }
    double squares = 0;
    double noise = 0;
    for (Value one : values) {
      squares += (one.value - mean) * (one.value - mean);
      noise += one.noise * one.noise;
    }
    return new Runs(n, mean, Math.sqrt(Math.max(squares / (n - 1), noise / n)));
  }

  /** Events of a run in the mean; 0 without any run. */
  public double events() {
    return values.isEmpty() ? 0 : values.stream().mapToDouble(Value::events).sum() / values.size();
  }
}
