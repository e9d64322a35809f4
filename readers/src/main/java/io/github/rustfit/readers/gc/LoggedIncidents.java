package io.github.rustfit.readers.gc;

import io.github.rustfit.rules.evidence.gc.GcIncident;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents a log would tell of, so that their absence means that there were none. What a
 * collector prints at which level was seen in logs of JDK 8 to 25 at each level.
 */
public final class LoggedIncidents {

  private LoggedIncidents() {}

  /**
   * The incidents that the log of a run would tell of.
   *
   * @param collector name of the collector; {@code null} when unknown
   * @param pauses whether the log tells of pauses
   * @param causes whether it tells why collections run
   * @param detailed whether it tells more than one line for each collection
   * @param locker whether it is certain that a collection that JNI critical regions held up has a
   *     cause that says so, as up to JDK 24; since then the locker starts none (JDK-8192647)
   */
  public static Set<GcIncident> by(
      @Nullable String collector,
      boolean pauses,
      boolean causes,
      boolean detailed,
      boolean locker) {
    EnumSet<GcIncident> told = EnumSet.noneOf(GcIncident.class);
    if (collector == null) {
      return told;
    }
    if (causes) {
      told.add(GcIncident.METADATA_THRESHOLD);
      told.add(GcIncident.EXPLICIT_GC);
    }
    switch (collector) {
      case "G1" -> {
        add(told, pauses, GcIncident.EVACUATION_FAILURE);
        add(told, causes, GcIncident.HUMONGOUS_ALLOCATION, GcIncident.GC_LOCKER);
      }
      case "Serial", "Parallel", "CMS" -> {
        add(told, detailed, GcIncident.PROMOTION_FAILURE);
        add(told, causes && (locker || collector.equals("CMS")), GcIncident.GC_LOCKER);
      }
      case "ZGC", "Generational ZGC" -> told.add(GcIncident.ALLOCATION_STALL);
      case "Shenandoah", "Generational Shenandoah" -> {
        told.add(GcIncident.ALLOCATION_FAILURE);
        add(told, pauses, GcIncident.DEGENERATED_CYCLE);
      }
      default -> told.clear();
    }
    return told;
  }

  private static void add(Set<GcIncident> told, boolean known, GcIncident... incidents) {
    if (known) {
      told.addAll(Set.of(incidents));
    }
  }
}
