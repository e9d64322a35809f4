package io.github.rustfit.readers.gc;

import io.github.rustfit.rules.evidence.gc.GcIncident;
import java.util.Locale;
import java.util.Optional;

/** What there is to know of the collections of a run; {@link GcFacts} says what shows it. */
public enum GcFact {
  COLLECTOR("which collector it is"),
  JVM_VERSION("version of the JVM"),
  PAUSES("pauses: number, sum, longest"),
  PAUSE_KINDS("pauses by kind"),
  PAUSE_CAUSES("pauses by cause"),
  FULL_CAUSES("full collections: number, by cause"),
  CYCLES("concurrent cycles"),
  PHASES("concurrent phases"),
  EVACUATION_FAILURE("evacuation failures"),
  HUMONGOUS_ALLOCATION("collections for humongous objects"),
  PROMOTION_FAILURE("promotion failures"),
  CONCURRENT_MODE_FAILURE("concurrent mode failures"),
  DEGENERATED_CYCLE("degenerated cycles"),
  ALLOCATION_STALL("threads that waited for memory"),
  ALLOCATION_FAILURE("failed allocations"),
  GC_LOCKER("collections that the GC locker started"),
  METADATA_THRESHOLD("collections for metaspace"),
  EXPLICIT_GC("collections for `System.gc()`"),
  HUMONGOUS_REGIONS("regions taken up by humongous objects"),
  LOCKER_WAITS(
      "waits for JNI critical regions before a collection, or for a collection before one"),
  SAFEPOINTS("safepoints"),
  TIME_TO_SAFEPOINT("time to safepoint"),
  SAFEPOINT_OPERATIONS("what asked for safepoints"),
  PAUSE_CPU("user, system and elapsed time of pauses"),
  METASPACE("memory for classes after collections"),
  PROMOTION("promotion rate"),
  ALLOCATION("allocation rate"),
  LIVE_SET("live set over time, its trend"),
  UTILISATION("minimum mutator utilisation, pauses over time"),
  HEAP_LIMIT("limit of the heap"),
  HEAP_START("smallest and initial heap"),
  REGION_SIZE("size of a region"),
  PROCESSORS("processors"),
  MEMORY("memory of the machine or container"),
  FLAGS("options of the JVM");

  private final String title;

  GcFact(String title) {
    this.title = title;
  }

  /** What it is, in Markdown. */
  public String title() {
    return title;
  }

  /** Its name in the table: {@code gc-locker}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The incident that it counts; empty for other facts. */
  public Optional<GcIncident> incident() {
    for (GcIncident incident : GcIncident.values()) {
      if (incident.name().equals(name())) {
        return Optional.of(incident);
      }
    }
    return Optional.empty();
  }
}
