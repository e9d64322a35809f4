package io.github.rustfit.rules.evidence.gc;

/** How closely heap use after a collection tells what is live, the closest first. */
public enum LiveBasis {
  /** After a collection of the whole heap that stopped the world: what is live. */
  FULL,
  /** Live bytes as the collector's own marking counted them (ZGC). */
  MARKED,
  /** After a collection of some old regions (G1 mixed): live, and garbage elsewhere. */
  MIXED,
  /** At the end of concurrent marking or of a concurrent cycle: live, and what is new since. */
  AT_MOST
}
