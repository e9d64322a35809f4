package io.github.rustfit.rules.evidence.tuning;

/**
 * The heap of the present configuration while it was measured, by its log; what later recordings
 * are compared with.
 *
 * @param collector its collector; empty without a log
 * @param limitBytes the largest limit seen; 0 if unknown
 * @param liveBytes the most that a collection of the old generation left; 0 if none was seen
 * @param allocatedPerSecond bytes that were allocated for each second of the log; 0 if unknown
 */
public record TunedHeap(
    String collector, long limitBytes, long liveBytes, long allocatedPerSecond) {

  public TunedHeap {
    if (limitBytes < 0 || liveBytes < 0 || allocatedPerSecond < 0) {
      throw new IllegalArgumentException("negative heap");
    }
  }
}
