package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.bytes;

import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.Set;
import java.util.SortedSet;

/** Whether G1 collects because of objects of half a region or more. */
public final class HumongousAllocation implements Rule {

  private static final String ID = "humongous-allocation";
  private static final long MIB = 1 << 20;
  private static final long LARGEST_REGION = 32 * MIB;
  private static final Threshold RATIO =
      new Threshold("pauses caused by humongous objects", 0.10, "share", "project assumption");

  @Override
  public RuleDescriptor descriptor() {
    return Tuning.necessary(
        ID,
        "Humongous objects",
        "No if at least 10 % of the pauses are caused by objects of half a G1 region or more.",
        RATIO);
  }

  @Override
  public Outcome judge(RuleContext context) {
    if (Tuning.without(context.gc(), Set.of("G1"))) {
      return Tuning.nothing("Only G1 collects because of humongous objects; it is not in use.");
    }
    CauseShare share =
        CauseShare.of(context.gc(), GcIncident.HUMONGOUS_ALLOCATION, "G1 Humongous Allocation");
    if (!share.known()) {
      return Outcome.unknown(Tuning.VERBOSE_LOG);
    }
    if (share.none()) {
      return Tuning.nothing("No pause is caused by humongous objects.");
    }
    String fact = share.text() + " are caused by humongous objects (half a region or more).";
    String remedy = remedy(context.gc().details().setup().regionBytes());
    return share.ofCount() >= RATIO.value()
        ? Tuning.notExhausted(ID, fact, remedy)
        : Tuning.noted(ID, fact, remedy);
  }

  private static String remedy(SortedSet<Long> regions) {
    String region = "a larger -XX:G1HeapRegionSize (a power of two, up to 32m before JDK 18)";
    if (!regions.isEmpty() && regions.last() > 0 && regions.last() < LARGEST_REGION) {
      long now = regions.last();
      region =
          "-XX:G1HeapRegionSize="
              + Math.max(1, Math.min(LARGEST_REGION, 4 * now) / MIB)
              + "m (regions are "
              + bytes(now)
              + " now, so every object from "
              + bytes(now / 2.0)
              + " on is humongous)";
    }
    return "Run with "
        + region
        + ", or allocate large arrays in pieces; the allocation sites of byte[] and the like show"
        + " where they come from.";
  }
}
