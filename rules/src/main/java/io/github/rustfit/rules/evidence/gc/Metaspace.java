package io.github.rustfit.rules.evidence.gc;

/**
 * The memory for classes: metaspace, before JDK 8 the permanent generation.
 *
 * @param usedBytes most in use after a collection; 0 when unknown
 * @param committedBytes most that was committed; 0 when unknown
 * @param limitBytes largest limit that was set; 0 when unknown or none
 */
public record Metaspace(long usedBytes, long committedBytes, long limitBytes) {

  /** Nothing known: the identity of {@link #merge}. */
  public static final Metaspace UNKNOWN = new Metaspace(0, 0, 0);

  public Metaspace {
    if (usedBytes < 0 || committedBytes < 0 || limitBytes < 0) {
      throw new IllegalArgumentException("negative size");
    }
  }

  /** Whether its use is known. */
  public boolean known() {
    return usedBytes > 0;
  }

  /** Both together: the larger of each. */
  public Metaspace merge(Metaspace other) {
    return new Metaspace(
        Math.max(usedBytes, other.usedBytes),
        Math.max(committedBytes, other.committedBytes),
        Math.max(limitBytes, other.limitBytes));
  }
}
