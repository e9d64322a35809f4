package io.github.rustfit.engine.assessment;

/** What became of a limit that the policy declares. */
public enum LimitState {
  /** It was checked and holds. */
  HELD,
  /** What it limits was not recorded, or not of this source: nothing was checked. */
  NOT_CHECKED,
  /** It is crossed. */
  CROSSED;

  /** The one that matters more. */
  LimitState worse(LimitState other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
