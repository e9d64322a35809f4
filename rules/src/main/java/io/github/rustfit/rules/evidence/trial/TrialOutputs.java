package io.github.rustfit.rules.evidence.trial;

/**
 * Whether Java and Rust gave the same.
 *
 * @param compared calls whose results were compared
 * @param left calls that Rust left to Java
 * @param captured whether captured calls were among them
 * @param difference what differed first, in one line; empty when nothing did
 */
public record TrialOutputs(long compared, long left, boolean captured, String difference) {

  public TrialOutputs {
    if (compared < 0 || left < 0) {
      throw new IllegalArgumentException(compared + " compared, " + left + " left");
    }
  }

  /** Whether results were compared and all were equal, bit by bit. */
  public boolean equal() {
    return compared > 0 && difference.isEmpty();
  }
}
