package io.github.rustfit.readers.jfr.events;

import io.github.rustfit.readers.jfr.events.GcEvents.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JVM's names of collections (src/hotspot/share/gc/shared/gcName.hpp) and what they mean. */
public final class GcNames {

  /** Collections of the whole heap in one pause. */
  private static final Set<String> FULL =
      Set.of("G1Full", "SerialOld", "ParallelOld", "PSMarkSweep", "MarkSweepCompact");

  /** Collections, concurrent ones included, after which the old generation is freshly cleaned. */
  private static final Set<String> OLD =
      Set.of("G1Old", "ConcurrentMarkSweep", "Z", "ZGC Major", "Shenandoah");

  private GcNames() {}

  /** Whether a collection of this name is of the whole heap in one pause. */
  public static boolean full(String name) {
    return FULL.contains(name);
  }

  /** Whether the old generation is freshly cleaned after a collection of this name. */
  public static boolean old(String name) {
    return full(name) || OLD.contains(name);
  }

  /**
   * What a pause is, named as logs do where that can be told.
   *
   * @param printed what the event says: {@code GC Pause}, {@code Remark}, {@code Pause Mark Start}
   * @param of its collection, if it was recorded
   * @param mixed whether that also took old regions
   */
  public static String pause(String printed, @Nullable Collection of, boolean mixed) {
    if (!printed.equals("GC Pause")) {
      return printed.startsWith("Pause ") ? printed : "Pause " + printed;
    }
    if (of == null) {
      return printed;
    }
    return full(of.name()) ? "Pause Full" : mixed ? "Pause Young (Mixed)" : "Pause Young";
  }

  /** The collector that has such an old generation, as {@code GcSummary} names it. */
  static String collector(String young, String old) {
    return switch (old) {
      case "G1Old", "G1Full" -> "G1";
      case "Z" -> "ZGC";
      case "ZGC Major", "ZGC Minor" -> "Generational ZGC";
      case "Shenandoah Old", "Shenandoah Young" -> "Generational Shenandoah";
      case "ParallelOld", "PSMarkSweep" -> "Parallel";
      case "ConcurrentMarkSweep" -> "CMS";
      case "SerialOld" ->
          switch (young) {
            case "ParallelScavenge" -> "Parallel";
            case "ParNew" -> "CMS";
            default -> "Serial";
          };
      default -> old;
    };
  }
}
