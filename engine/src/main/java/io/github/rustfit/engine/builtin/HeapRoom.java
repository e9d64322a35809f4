package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.bytes;
import static io.github.rustfit.rules.stats.Format.count;

import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether collections fail for want of room in the heap. */
public final class HeapRoom implements Rule {

  private static final String ID = "heap-room";
  private static final Threshold RATIO =
      new Threshold("collections that found no room", 0.01, "share", "project assumption");
  private static final Threshold FEWEST =
      new Threshold("collections that found no room", 3, "collections", "project assumption");
  private static final Threshold ROOM =
      new Threshold(
          "heap limit over live set",
          3,
          "factor",
          "C. Hunt and B. John, Java Performance (2011): 3 to 4 times the live data");

  private static final Map<GcIncident, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put(GcIncident.EVACUATION_FAILURE, "evacuation failures");
    NAMES.put(GcIncident.PROMOTION_FAILURE, "promotion failures");
    NAMES.put(GcIncident.CONCURRENT_MODE_FAILURE, "concurrent mode failures");
  }

  @Override
  public RuleDescriptor descriptor() {
    return Tuning.necessary(
        ID,
        "Room in the heap",
        "No if at least 3 collections, and 1 % of them, found no room to copy or promote to.",
        RATIO,
        FEWEST,
        ROOM);
  }

  @Override
  public Outcome judge(RuleContext context) {
    return Tuning.asFarAsPausesMatter(judge(context.gc()), context);
  }

  private static Outcome judge(GcSummary gc) {
    if (Tuning.only(gc, Tuning.LOW_PAUSE)) {
      return Tuning.nothing(
          "The collector does not copy in pauses; allocation-stalls says whether it keeps up.");
    }
    GcIncidents incidents = gc.details().incidents();
    long failures = 0;
    boolean known = false;
    List<String> seen = new ArrayList<>();
    for (Map.Entry<GcIncident, String> name : NAMES.entrySet()) {
      known |= incidents.of(name.getKey()).known();
      long amount = incidents.of(name.getKey()).amount();
      failures += amount;
      if (amount > 0) {
        seen.add(count(amount) + " " + name.getValue());
      }
    }
    if (!known) {
      return Outcome.unknown(Tuning.VERBOSE_LOG);
    }
    if (failures == 0) {
      return Tuning.nothing("No collection failed for want of room in the heap.");
    }
    String fact =
        "The heap ran out of room: "
            + String.join(", ", seen)
            + " in "
            + count(gc.collections())
            + " collections.";
    boolean often = failures >= FEWEST.value() && failures >= RATIO.value() * gc.collections();
    return often ? Tuning.notExhausted(ID, fact, remedy(gc)) : Tuning.noted(ID, fact, remedy(gc));
  }

  private static String remedy(GcSummary gc) {
    if (gc.largestLiveBytes() > 0 && gc.maxHeapBytes() > 0) {
      String now =
          " ("
              + bytes(gc.largestLiveBytes())
              + " were live at most, the limit is "
              + bytes(gc.maxHeapBytes())
              + ")";
      return gc.maxHeapBytes() < ROOM.value() * gc.largestLiveBytes()
          ? "Raise -Xmx, or -XX:MaxRAMPercentage in a container, to 3 to 4 times the live set"
              + now
              + ", and set -Xms to the same."
          : "The heap is large enough for the live set"
              + now
              + ": let the collector start earlier"
              + " (G1: -XX:InitiatingHeapOccupancyPercent=35 or -XX:G1ReservePercent=20) or flatten"
              + " the bursts of allocation.";
    }
    return "Raise -Xmx, or -XX:MaxRAMPercentage in a container, set -Xms to the same, and record"
        + " again.";
  }
}
