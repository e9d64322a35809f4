package io.github.rustfit.rules.stats;

/**
 * A figure that a limit was held against.
 *
 * @param value the figure, in the limit's unit
 * @param low lower bound of its 95 % interval; the figure itself when everything was counted
 * @param high upper bound of it
 * @param samples how many samples a share rests on; 0 for a figure that is no share
 * @param runs the figure over the runs that it was measured in
 */
public record MeasuredValue(double value, double low, double high, long samples, Runs runs) {

  public MeasuredValue {
    if (!(low <= value && value <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException("not a figure: " + low + " <= " + value + " <= " + high);
    }
    if (samples < 0) {
      throw new IllegalArgumentException("samples " + samples);
    }
  }

  /** A figure of which everything was counted. */
  public static MeasuredValue exact(double value) {
    return new MeasuredValue(value, value, value, 0, Runs.UNKNOWN);
  }

  /** A share that is known. */
  public static MeasuredValue of(Share share) {
    return new MeasuredValue(
        share.value(), share.low(), share.high(), share.samples(), Runs.UNKNOWN);
  }

  /** The same figure, measured in these runs. */
  public MeasuredValue over(Runs others) {
    return new MeasuredValue(value, low, high, samples, others);
  }

  /** Whether it is a share. */
  public boolean sampled() {
    return samples > 0;
  }

  /** The share that it is; only of one that is {@link #sampled()}. */
  public Share share() {
    return new Share(value, low, high, samples);
  }
}
