package io.github.rustfit.readers.gc;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcSetup;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** What a summary says is known, fact by fact, as the reports read it. */
final class KnownFacts {

  private KnownFacts() {}

  /** Whether this summary tells the fact, be it that there was none. */
  static boolean known(GcFact fact, GcSummary gc) {
    GcDetails details = gc.details();
    GcIncidents incidents = details.incidents();
    GcSetup setup = details.setup();
    if (fact.incident().isPresent()) {
      return incidents.of(fact.incident().get()).known();
    }
    return switch (fact) {
      case COLLECTOR -> some(gc.collectors());
      case JVM_VERSION -> some(gc.jvmVersions());
      case PAUSES -> gc.pausesKnown();
      case PAUSE_KINDS ->
          gc.pausesKnown()
              && details.kinds().values().stream().mapToLong(PauseTotal::count).sum()
                  == gc.pauses().count();
      case PAUSE_CAUSES -> gc.pausesKnown() && causes(gc.causes().keySet());
      case FULL_CAUSES ->
          gc.pausesKnown()
              && incidents.fullCauses().values().stream().mapToLong(PauseTotal::count).sum()
                  == gc.fullCollections();
      case CYCLES -> cycles(details.concurrent(), true);
      case PHASES -> cycles(details.concurrent(), false);
      case HUMONGOUS_REGIONS -> incidents.humongousRegions() != GcIncidents.NOT_PRINTED;
      case LOCKER_WAITS -> incidents.lockerWaits().count() > 0;
      case SAFEPOINTS -> details.safepoints().known();
      case TIME_TO_SAFEPOINT -> details.safepoints().reachingKnown();
      case SAFEPOINT_OPERATIONS -> some(details.safepoints().operations());
      case PAUSE_CPU -> details.cpu().known();
      case METASPACE -> details.metaspace().known();
      case PROMOTION -> known(details.promotion());
      case ALLOCATION -> known(gc.allocation());
      case LIVE_SET -> gc.largestLiveBytes() > 0;
      case UTILISATION -> some(details.utilisation().worstNanos());
      case HEAP_LIMIT -> gc.maxHeapBytes() > 0;
      case HEAP_START -> some(setup.minHeapBytes()) && some(setup.initialHeapBytes());
      case REGION_SIZE -> some(setup.regionBytes());
      case PROCESSORS -> some(setup.cpus());
      case MEMORY -> some(setup.memoryBytes());
      case FLAGS -> some(setup.flags());
      default -> throw new IllegalArgumentException(fact.id());
    };
  }

  /** Whether these are causes and not the names of pauses, which stand in for them. */
  private static boolean causes(Set<String> causes) {
    // These belong to a cycle that a young collection starts.
    Set<String> parts = Set.of("Pause Initial Mark", "Pause Remark", "Pause Cleanup");
    return causes.isEmpty()
        || (!parts.containsAll(causes)
            && causes.stream().allMatch(one -> !one.startsWith("Pause ") || parts.contains(one)));
  }

  private static boolean known(Tally tally) {
    return tally.known();
  }

  private static boolean some(Collection<?> values) {
    return !values.isEmpty();
  }

  private static boolean some(Map<?, ?> values) {
    return !values.isEmpty();
  }

  /** Cycles are named as such; all other names are of phases. */
  private static boolean cycles(SortedMap<String, PauseTotal> concurrent, boolean cycles) {
    return concurrent.keySet().stream()
        .anyMatch(name -> cycles == (name.endsWith("Collection") || name.endsWith("Cycle")));
  }
}
