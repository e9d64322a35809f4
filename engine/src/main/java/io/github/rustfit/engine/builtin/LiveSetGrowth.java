package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.bytes;
import static io.github.rustfit.rules.stats.Format.count;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.gc.LiveTrend;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether what is live grows as it does when memory leaks. */
public final class LiveSetGrowth implements Rule {

  private static final String ID = "live-set-growth";
  private static final Threshold GROWTH =
      new Threshold(
          "certain growth of the live set over the run",
          LiveTrend.LEAST_GROWTH,
          "share of the heap limit",
          "project assumption");
  private static final Threshold FEWEST =
      new Threshold(
          "points of a trend",
          LiveTrend.FEWEST,
          "collections",
          "R. O. Gilbert, Statistical Methods for Environmental Pollution Monitoring (1987), 16.4");

  private record Grown(RunHistory run, LiveTrend trend) {}

  @Override
  public RuleDescriptor descriptor() {
    return Tuning.supporting(
        ID,
        "Growth of the live set",
        "Warns if the live set grew by at least 10 % of the heap limit over a run, with 97.5 %"
            + " confidence.",
        GROWTH,
        FEWEST);
  }

  @Override
  public Outcome judge(RuleContext context) {
    List<Grown> trends =
        context.gc().details().runs().kept().stream()
            .flatMap(run -> run.liveTrend().stream().map(trend -> new Grown(run, trend)))
            .toList();
    if (trends.isEmpty()) {
      return Outcome.unknown(
          "Record until at least "
              + count(LiveTrend.FEWEST)
              + " collections of the old generation have run.");
    }
    Optional<Grown> worst =
        trends.stream()
            .filter(grown -> grown.trend().suspicious(grown.run().maxHeapBytes()))
            .max(Comparator.comparingDouble(grown -> grown.trend().certainGrowthBytes()));
    if (worst.isEmpty()) {
      return Tuning.nothing("The live set does not grow as it does when memory leaks.");
    }
    LiveTrend trend = worst.get().trend();
    String fact =
        "The live set grows by "
            + bytes(trend.bytesPerSecond() * 3600)
            + " an hour, and certainly grew by "
            + bytes(trend.certainGrowthBytes())
            + " of a limit of "
            + bytes(worst.get().run().maxHeapBytes())
            + " (97.5 % confidence, "
            + count(trend.points())
            + " points).";
    return Outcome.no(Fact.measured(fact))
        .with(
            List.of(
                Tuning.finding(
                    ID,
                    Level.WARNING,
                    fact,
                    "Either a cache still fills, or memory leaks: compare two heap dumps (jcmd <pid>"
                        + " GC.heap_dump), or record with path-to-gc-roots=true and look at"
                        + " jdk.OldObjectSample. What is reachable but unused leaks in Rust as"
                        + " well.")));
  }
}
