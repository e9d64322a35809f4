package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.millis;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.gc.SafepointTotals;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Whether threads stand still for other reasons than collections. */
public final class SafepointHalts implements Rule {

  private static final String ID = "safepoint-halts";
  private static final Threshold RATIO =
      new Threshold(
          "time halted beside collections",
          0.10,
          "share",
          "JDK Mission Control, ApplicationHaltsRule (warning limit)");
  private static final Threshold LONG =
      new Threshold("time to safepoint", 100, "ms", "project assumption");

  @Override
  public RuleDescriptor descriptor() {
    return Tuning.supporting(
        ID,
        "Halts beside collections",
        "Warns if threads stand still for at least 10 % of the time for other reasons than"
            + " collections.",
        RATIO,
        LONG);
  }

  @Override
  public Outcome judge(RuleContext context) {
    GcSummary gc = context.gc();
    SafepointTotals safepoints = gc.details().safepoints();
    if (!safepoints.known()) {
      return Outcome.unknown(Tuning.VERBOSE_LOG);
    }
    // Safepoints may be known for another stretch of time than pauses.
    double stretch = (double) safepoints.observedNanos() / gc.pauseObservedNanos();
    double beside = safepoints.stopped().totalNanos() - gc.pauses().totalNanos() * stretch;
    double ratio = Math.max(0, Math.min(1, beside / safepoints.observedNanos()));
    String fact =
        "Threads stand still for "
            + percent(ratio)
            + " of the time for other reasons than collections"
            + (safepoints.reachingKnown() && safepoints.reaching().count() > 0
                ? "; reaching a safepoint takes up to " + millis(safepoints.reaching().maxNanos())
                : "")
            + ".";
    if (ratio >= RATIO.value()) {
      return Tuning.notExhausted(ID, fact, remedy(safepoints));
    }
    if (safepoints.reachingKnown()
        && safepoints.reaching().maxNanos() >= LONG.value() * 1_000_000) {
      return Tuning.noted(
          ID,
          fact,
          "Find the thread that is late with -XX:+UnlockDiagnosticVMOptions"
              + " -XX:+SafepointTimeout -XX:SafepointTimeoutDelay=50: usual causes are long counted"
              + " loops, copies of very large arrays, and page faults of mapped files.");
    }
    return Tuning.nothing(fact);
  }

  private static String remedy(SafepointTotals safepoints) {
    Optional<String> most =
        safepoints.operations().entrySet().stream()
            .filter(operation -> !collects(operation.getKey()))
            .max(
                Comparator.<Map.Entry<String, PauseTotal>>comparingLong(
                        operation -> operation.getValue().totalNanos())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey);
    return most.map(name -> "Most of it is " + name + ": ").orElse("")
        + "Remove what asks for it (thread dumps and heap histograms of monitoring agents, biased"
        + " locks before JDK 15: -XX:-UseBiasedLocking, debuggers), and find late threads with"
        + " -XX:+SafepointTimeout.";
  }

  private static boolean collects(String operation) {
    return operation.startsWith("G1")
        || operation.startsWith("Parallel")
        || operation.startsWith("GenCollect")
        || operation.startsWith("CMS")
        || operation.startsWith("Serial")
        || operation.startsWith("ShenandoahInit")
        || operation.startsWith("ShenandoahFinal")
        || operation.startsWith("Z")
        || operation.startsWith("XMark")
        || operation.startsWith("XRelocate")
        || operation.contains("Collect");
  }
}
