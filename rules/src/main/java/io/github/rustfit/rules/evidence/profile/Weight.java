package io.github.rustfit.rules.evidence.profile;

/**
 * Sampled weight: how many samples, what they stand for, and how unequal they are.
 *
 * @param samples number of samples
 * @param amount what the samples stand for: nanoseconds or bytes, see {@link SampleKind#unit()}
 * @param squares sum of the squared sample amounts in units of 1024², each rounded up, for the
 *     effective sample size; samples that stand for far less than 1024 units each thus count as
 *     fewer than they are, never as more
 */
public record Weight(long samples, long amount, long squares) {

  /** No sample: the identity of {@link #merge}. */
  public static final Weight ZERO = new Weight(0, 0, 0);

  public Weight {
    if (samples < 0 || amount < 0 || squares < 0) {
      throw new IllegalArgumentException("negative weight");
    }
  }

  /** One sample that stands for {@code amount} nanoseconds or bytes. */
  public static Weight of(long amount) {
    return new Weight(1, amount, square(amount));
  }

  /** {@code count} samples that stand for {@code amount} each. */
  public static Weight of(long count, long amount) {
    return count == 0
        ? ZERO
        : new Weight(
            count, saturatedMultiply(count, amount), saturatedMultiply(count, square(amount)));
  }

  /** {@code amount²} in units of 1024², rounded up: inequality is never understated. */
  private static long square(long amount) {
    long high = Math.multiplyHigh(amount, amount);
    long low = amount * amount;
    long whole = (high << 44) | (low >>> 20);
    boolean saturated = high >> 19 != 0;
    return saturated ? Long.MAX_VALUE : saturatedAdd(whole, (low & 0xFFFFF) == 0 ? 0 : 1);
  }

  /** Both together. */
  public Weight merge(Weight other) {
    return new Weight(
        saturatedAdd(samples, other.samples),
        saturatedAdd(amount, other.amount),
        saturatedAdd(squares, other.squares));
  }

  /**
   * How many equally heavy samples these are worth: (Σw)²/Σw², at most {@link #samples}.
   *
   * <p>L. Kish, "Survey Sampling", Wiley 1965, section 11.7.
   */
  public long effectiveSamples() {
    if (squares == 0) {
      return samples;
    }
    double scaled = amount / 1024.0;
    return Math.max(samples == 0 ? 0 : 1, Math.min(samples, Math.round(scaled * scaled / squares)));
  }

  private static long saturatedAdd(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  private static long saturatedMultiply(long a, long b) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    return high != 0 || low < 0 ? Long.MAX_VALUE : low;
  }
}
