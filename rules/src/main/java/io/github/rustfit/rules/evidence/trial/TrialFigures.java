package io.github.rustfit.rules.evidence.trial;

import java.util.List;
import java.util.Optional;

/**
 * What pairs of runs measured.
 *
 * @param pairs how many pairs of processes
 * @param captured whether the arguments were captured in a run of the program; otherwise they were
 *     made, and which sizes occur is not known
 * @param gain CPU time of Java over that of Rust through the boundary, over all sizes as they
 *     occur; of made arguments each size counts the same
 * @param clock the same by the clock
 * @param sizes by size of the arguments, the smallest first; at least one
 * @param bars what a call took
 * @param other other Java code for the same; empty when none was named
 */
public record TrialFigures(
    int pairs,
    boolean captured,
    Gain gain,
    Gain clock,
    List<TrialSize> sizes,
    TrialBars bars,
    Optional<OtherJava> other) {

  /** Fewest pairs that measure anything. */
  public static final int FEWEST_PAIRS = 10;

  public TrialFigures {
    sizes = List.copyOf(sizes);
    if (pairs < 1 || sizes.isEmpty()) {
      throw new IllegalArgumentException(pairs + " pairs of " + sizes.size() + " sizes");
    }
  }

  /**
   * What the port gains over the best Java that was tried. Of made arguments anything from the
   * least to the most of any size, as nobody knows which occur; what other Java takes off counts
   * for all sizes alike, as it was measured over all of them.
   */
  public Gain counted() {
    Gain best = other.map(OtherJava::rust).filter(one -> one.value() < gain.value()).orElse(gain);
    if (captured) {
      return best;
    }
    double left = best.value() / gain.value();
    double low = best.low();
    double high = best.high();
    for (TrialSize size : sizes) {
      low = Math.min(low, left * size.gain().low());
      high = Math.max(high, left * size.gain().high());
    }
    return new Gain(low, best.value(), high);
  }
}
