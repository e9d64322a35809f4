package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.count;
import static io.github.rustfit.rules.stats.Format.millis;

import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.Set;

/** Whether threads wait for a concurrent collector that does not keep up. */
public final class AllocationStalls implements Rule {

  private static final String ID = "allocation-stalls";
  private static final Threshold FEWEST =
      new Threshold(
          "stalls, degenerated cycles and failed allocations",
          10,
          "times",
          "JDK Mission Control, ZGCAllocationStallRule (information limit)");

  @Override
  public RuleDescriptor descriptor() {
    return Tuning.necessary(
        ID,
        "Allocation stalls",
        "No if ZGC or Shenandoah made threads wait for memory, or finished cycles in a pause, at"
            + " least 10 times.",
        FEWEST);
  }

  @Override
  public Outcome judge(RuleContext context) {
    GcSummary gc = context.gc();
    if (Tuning.without(gc, Tuning.LOW_PAUSE)) {
      return Tuning.nothing("Threads wait for memory under ZGC and Shenandoah, not here.");
    }
    GcIncidents incidents = gc.details().incidents();
    boolean known = false;
    long times = 0;
    Set<GcIncident> kinds =
        Set.of(
            GcIncident.ALLOCATION_STALL,
            GcIncident.DEGENERATED_CYCLE,
            GcIncident.ALLOCATION_FAILURE);
    for (GcIncident kind : kinds) {
      known |= incidents.of(kind).known();
      times += incidents.of(kind).amount();
    }
    if (!known) {
      return Outcome.unknown(Tuning.VERBOSE_LOG);
    }
    if (times == 0) {
      return Tuning.nothing("No thread had to wait for memory.");
    }
    String fact =
        "The collector did not keep up "
            + count(times)
            + " times"
            + (incidents.stalls().count() > 0
                ? "; threads waited for " + millis(incidents.stalls().totalNanos()) + " in all"
                : "")
            + ".";
    String remedy =
        "Give the heap more room (-Xmx; ZGC and Shenandoah need 25–50 % above the peak of the live"
            + " set and what is allocated during a cycle), let it start earlier"
            + " (ZGC: -XX:SoftMaxHeapSize below -Xmx) or with more threads (-XX:ConcGCThreads);"
            + " on JDK 21 and 22 run -XX:+ZGenerational.";
    return times >= FEWEST.value()
        ? Tuning.notExhausted(ID, fact, remedy)
        : Tuning.noted(ID, fact, remedy);
  }
}
