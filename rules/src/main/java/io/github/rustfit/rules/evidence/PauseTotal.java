package io.github.rustfit.rules.evidence;

/**
 * Pauses that share a cause.
 *
 * @param count number of pauses
 * @param totalNanos their sum, in nanoseconds
 */
public record PauseTotal(long count, long totalNanos) {

  public PauseTotal {
    if (count < 0 || totalNanos < 0) {
      throw new IllegalArgumentException("negative pause total");
    }
  }

  /** Both together. */
  public PauseTotal merge(PauseTotal other) {
    return new PauseTotal(count + other.count, totalNanos + other.totalNanos);
  }
}
