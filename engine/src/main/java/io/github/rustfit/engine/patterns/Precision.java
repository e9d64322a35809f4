package io.github.rustfit.engine.patterns;

/** How often a match in the source alone is worth a look: a judgement, not a measurement. */
public enum Precision {
  /** About four of five or more. */
  HIGH,
  /** Between half and four of five. */
  MEDIUM,
  /** Less than half. It never decides anything, even when a recording confirms it. */
  LOW
}
