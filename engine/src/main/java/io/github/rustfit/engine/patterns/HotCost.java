package io.github.rustfit.engine.patterns;

import io.github.rustfit.rules.stats.Share;

/**
 * What hot lines cost, as shares of the program.
 *
 * @param cpu of all CPU samples; unknown when too few were recorded
 * @param allocation of all allocated bytes
 * @param collected what those bytes cost: their share of what the collector costs; unknown where
 *     either is
 */
public record HotCost(Share cpu, Share allocation, Share collected) {

  /** The larger of the two that count, 0..1; bytes count in full while their cost is unknown. */
  public double value() {
    return Math.max(cpu.value(), collected.known() ? collected.value() : allocation.value());
  }

  /** Whether a fix is certainly worth this share of CPU, the collector's included. */
  public boolean certainly(double share) {
    return cpu.certainlyAtLeast(share) || collected.certainlyAtLeast(share);
  }

  /** The same, bytes counted in full while their cost is unknown. */
  public boolean notable(double share) {
    return certainly(share) || (!collected.known() && allocation.certainlyAtLeast(share));
  }

  /** Whether only the collector's cost, which is unknown, tells if a fix is worth this share. */
  public boolean unpriced(double share) {
    return !collected.known() && allocation.known() && allocation.value() >= share;
  }

  /** Whether it may be worth this share as far as the measured values tell. */
  public boolean probably(double share) {
    return cpu.value() >= share || collected.value() >= share || unpriced(share);
  }
}
