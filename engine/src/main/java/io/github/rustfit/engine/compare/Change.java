package io.github.rustfit.engine.compare;

/** What became of a figure. */
public enum Change {
  /** It changed beyond noise, in the direction that is wanted. */
  BETTER("better"),
  /** It changed beyond noise, in the direction that is not wanted. */
  WORSE("worse"),
  /** It changed beyond noise, and neither direction is better. */
  MOVED("moved"),
  /** The interval of the change does not exclude that nothing relevant changed. */
  UNCHANGED("no change beyond noise"),
  /** One side did not measure it, or nothing says how much of the change is noise. */
  UNKNOWN("unknown");

  private final String title;

  Change(String title) {
    this.title = title;
  }

  /** In a few words. */
  public String title() {
    return title;
  }
}
