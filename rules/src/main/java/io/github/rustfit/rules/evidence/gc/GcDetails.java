package io.github.rustfit.rules.evidence.gc;

import io.github.rustfit.rules.evidence.base.SortedUnion;
import io.github.rustfit.rules.evidence.base.Tally;
import java.util.Collections;
import java.util.SortedMap;

/**
 * What GC logs and recordings say beyond {@link GcSummary}'s figures. Each part says by itself
 * whether it is known; a log that is not verbose enough leaves it unknown.
 *
 * @param kinds pauses by what they are, as the JVM prints it: {@code Pause Young (Mixed)}
 * @param concurrent cycles and phases that ran beside the application, as the JVM prints them:
 *     {@code Concurrent Mark Cycle}, {@code Major Collection}; phases are parts of cycles
 * @param incidents what went wrong
 * @param safepoints all that stopped the threads
 * @param cpu CPU time against elapsed time of pauses
 * @param metaspace memory for classes
 * @param promotion bytes that moved from the young to the old generation, over the time it could be
 *     derived
 * @param promotedRegions regions that moved so in logs that do not tell how large one is; a log
 *     that tells of the same run's start may
 * @param utilisation the least that was left to the program
 * @param setup how the JVMs were set up
 * @param runs pauses and live set over time
 */
public record GcDetails(
    SortedMap<String, PauseTotal> kinds,
    SortedMap<String, PauseTotal> concurrent,
    GcIncidents incidents,
    SafepointTotals safepoints,
    GcCpuTimes cpu,
    Metaspace metaspace,
    Tally promotion,
    Tally promotedRegions,
    MutatorUtilisation utilisation,
    GcSetup setup,
    GcRuns runs) {

  /** Nothing known: the identity of {@link #merge}. */
  public static final GcDetails UNKNOWN = builder().build();

  public GcDetails {
    kinds = SortedUnion.copy(kinds);
    concurrent = SortedUnion.copy(concurrent);
  }

  /** A builder with everything unknown. */
  public static Builder builder() {
    return new Builder();
  }

  /** The same with the digest of the input it was read from. */
  GcDetails of(String digest) {
    return with(utilisation, runs.of(digest));
  }

  /** The same with this in the place of the least utilisation. */
  GcDetails of(MutatorUtilisation least) {
    return with(least, runs);
  }

  /** The same of which no more than so many runs are kept, the longest. */
  GcDetails keeping(int most) {
    return with(utilisation, runs.keeping(most));
  }

  private GcDetails with(MutatorUtilisation least, GcRuns others) {
    return new GcDetails(
        kinds,
        concurrent,
        incidents,
        safepoints,
        cpu,
        metaspace,
        promotion,
        promotedRegions,
        least,
        setup,
        others);
  }

  /** Both together. */
  public GcDetails merge(GcDetails other) {
    return new GcDetails(
        SortedUnion.union(kinds, other.kinds, PauseTotal::merge),
        SortedUnion.union(concurrent, other.concurrent, PauseTotal::merge),
        incidents.merge(other.incidents),
        safepoints.merge(other.safepoints),
        cpu.merge(other.cpu),
        metaspace.merge(other.metaspace),
        promotion.merge(other.promotion),
        promotedRegions.merge(other.promotedRegions),
        utilisation.merge(other.utilisation),
        setup.merge(other.setup),
        runs.merge(other.runs));
  }

  /**
   * This, with what it does not carry taken from another source of the same runs.
   *
   * @param theirPauses whether its pauses are unknown and the other's are taken
   */
  GcDetails completedBy(GcDetails other, boolean theirPauses) {
    return new GcDetails(
        theirPauses ? other.kinds : kinds,
        concurrent.isEmpty() ? other.concurrent : concurrent,
        incidents.completedBy(other.incidents),
        safepoints.known() ? safepoints : other.safepoints,
        cpu.known() ? cpu : other.cpu,
        metaspace.known() ? metaspace : other.metaspace,
        promotion.known() ? promotion : other.promotion,
        promotedRegions,
        theirPauses ? other.utilisation : utilisation,
        setup.equals(GcSetup.UNKNOWN) ? other.setup : setup,
        theirPauses ? other.runs : runs);
  }

  /** Puts the parts together; those that are not given stay unknown. Not thread-safe. */
  public static final class Builder {
    private SortedMap<String, PauseTotal> kinds = Collections.emptySortedMap();
    private SortedMap<String, PauseTotal> concurrent = Collections.emptySortedMap();
    private GcIncidents incidents = GcIncidents.UNKNOWN;
    private SafepointTotals safepoints = SafepointTotals.UNKNOWN;
    private GcCpuTimes cpu = GcCpuTimes.UNKNOWN;
    private Metaspace metaspace = Metaspace.UNKNOWN;
    private Tally promotion = Tally.UNKNOWN;
    private Tally promotedRegions = Tally.UNKNOWN;
    private MutatorUtilisation utilisation = MutatorUtilisation.UNKNOWN;
    private GcSetup setup = GcSetup.UNKNOWN;
    private GcRuns runs = GcRuns.NONE;

    private Builder() {}

    public Builder kinds(SortedMap<String, PauseTotal> given) {
      kinds = given;
      return this;
    }

    public Builder concurrent(SortedMap<String, PauseTotal> given) {
      concurrent = given;
      return this;
    }

    public Builder incidents(GcIncidents given) {
      incidents = given;
      return this;
    }

    public Builder safepoints(SafepointTotals given) {
      safepoints = given;
      return this;
    }

    public Builder cpu(GcCpuTimes given) {
      cpu = given;
      return this;
    }

    public Builder metaspace(Metaspace given) {
      metaspace = given;
      return this;
    }

    public Builder promotion(Tally given) {
      promotion = given;
      return this;
    }

    public Builder promotedRegions(Tally given) {
      promotedRegions = given;
      return this;
    }

    public Builder utilisation(MutatorUtilisation given) {
      utilisation = given;
      return this;
    }

    public Builder setup(GcSetup given) {
      setup = given;
      return this;
    }

    public Builder runs(GcRuns given) {
      runs = given;
      return this;
    }

    public GcDetails build() {
      return new GcDetails(
          kinds,
          concurrent,
          incidents,
          safepoints,
          cpu,
          metaspace,
          promotion,
          promotedRegions,
          utilisation,
          setup,
          runs);
    }
  }
}
