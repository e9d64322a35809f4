package io.github.rustfit.engine.compare;

/** What became of a figure. */
public enum Change {
  /** It changed beyond noise, in the direction that is wanted. */
  BETTER("better"),
  /** It changed beyond noise, in the direction that is not wanted. */
  WORSE("worse"),
  /** It changed beyond noise, and neither direction is better. */
  MOVED("moved"),
  /** It was tested, and runs of an unchanged program may differ as much. */
  UNCHANGED("no change beyond noise"),
  /** A side has a single run, so that nobody knows how much runs differ. */
  UNTESTED("not tested"),
  /** One side did not measure it, or too few events to say anything. */
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
