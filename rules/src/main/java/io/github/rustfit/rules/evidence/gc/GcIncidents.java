package io.github.rustfit.rules.evidence.gc;

import io.github.rustfit.rules.evidence.base.SortedUnion;
import io.github.rustfit.rules.evidence.base.Tally;
import java.util.Collections;
import java.util.SortedMap;

/**
 * What went wrong, or was not meant to happen, in the collections.
 *
 * @param counts how often, over the time in which the log would have told of it; an incident that
 *     is absent is unknown
 * @param fullCauses stop-the-world collections of the whole heap by their cause
 * @param stalls how long threads waited for memory, one by one ({@link
 *     GcIncident#ALLOCATION_STALL})
 * @param humongousRegions most regions of G1 that objects of half a region or more took up when a
 *     collection began; {@link #NOT_PRINTED} when unknown
 * @param lockerWaits how long threads that were to start a collection, or to enter a critical
 *     region of JNI, waited for one another, as JDK 25 and later print it under {@code
 *     gc+jni=debug}; no waits as well when they are not printed
 */
public record GcIncidents(
    SortedMap<GcIncident, Tally> counts,
    SortedMap<String, PauseTotal> fullCauses,
    PauseTotal stalls,
    long humongousRegions,
    PauseTotal lockerWaits) {

  /** Stands for a number that was not printed. */
  public static final long NOT_PRINTED = -1;

  /** Nothing known: the identity of {@link #merge}. */
  public static final GcIncidents UNKNOWN =
      new GcIncidents(
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          PauseTotal.NONE,
          NOT_PRINTED,
          PauseTotal.NONE);

  public GcIncidents {
    counts = SortedUnion.copy(counts);
    fullCauses = SortedUnion.copy(fullCauses);
    if (counts.containsValue(Tally.UNKNOWN)) {
      throw new IllegalArgumentException("an unknown count is absent: " + counts);
    }
    if (humongousRegions < NOT_PRINTED) {
      throw new IllegalArgumentException("negative number of regions");
    }
  }

  /** How often; {@link Tally#UNKNOWN} when no log would have told. */
  public Tally of(GcIncident incident) {
    return counts.getOrDefault(incident, Tally.UNKNOWN);
  }

  /** Whether it is known to have happened. */
  public boolean seen(GcIncident incident) {
    return of(incident).amount() > 0;
  }

  /** Both together. */
  public GcIncidents merge(GcIncidents other) {
    return new GcIncidents(
        SortedUnion.union(counts, other.counts, Tally::merge),
        SortedUnion.union(fullCauses, other.fullCauses, PauseTotal::merge),
        stalls.merge(other.stalls),
        Math.max(humongousRegions, other.humongousRegions),
        lockerWaits.merge(other.lockerWaits));
  }

  /** This, with the counts that it does not know taken from another source of the same runs. */
  GcIncidents completedBy(GcIncidents other) {
    boolean stallsKnown = of(GcIncident.ALLOCATION_STALL).known();
    return new GcIncidents(
        SortedUnion.union(counts, other.counts, (own, theirs) -> own),
        fullCauses.isEmpty() ? other.fullCauses : fullCauses,
        stallsKnown ? stalls : other.stalls,
        humongousRegions == NOT_PRINTED ? other.humongousRegions : humongousRegions,
        lockerWaits.count() == 0 ? other.lockerWaits : lockerWaits);
  }
}
