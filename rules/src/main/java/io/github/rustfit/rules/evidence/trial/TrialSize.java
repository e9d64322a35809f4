package io.github.rustfit.rules.evidence.trial;

/**
 * Calls with arguments of about the same size.
 *
 * @param most elements that the arguments have together at most; {@link Long#MAX_VALUE} without a
 *     limit
 * @param calls how many calls of the captured run it stands for; 0 where the arguments were made
 * @param gain CPU time of Java over that of Rust, through the boundary
 */
public record TrialSize(long most, long calls, Gain gain) {

  public TrialSize {
    if (most <= 0 || calls < 0) {
      throw new IllegalArgumentException("up to " + most + " elements, " + calls + " calls");
    }
  }
}
