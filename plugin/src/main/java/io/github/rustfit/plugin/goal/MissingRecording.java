package io.github.rustfit.plugin.goal;

/** What to do when there is no recording to judge by. */
public enum MissingRecording {
  /** The build fails. */
  FAIL,
  /** A warning is logged; the report says what is unknown. */
  WARN,
  /** It is only noted; the report says what is unknown. */
  SKIP
}
