package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.count;
import static io.github.rustfit.rules.stats.Format.millis;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.List;
import java.util.Set;

/** Whether collections are asked for by code that calls {@code System.gc()}. */
public final class ExplicitGc implements Rule {

  private static final String CAUSE = "System.gc()";
  private static final Threshold RATIO =
      new Threshold(
          "pauses caused by System.gc()", 0.5, "share", "JDK Mission Control, SystemGcRule");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "explicit-gc",
        "Explicit collections",
        "No if at least half of the pauses are caused by System.gc().",
        Topic.TUNING,
        Role.NECESSARY,
        Set.of(Need.GC_PAUSES),
        List.of(RATIO));
  }

  @Override
  public Outcome judge(RuleContext context) {
    if (Tuning.ofTests(context)) {
      return Tuning.onlyTests();
    }
    PauseTotal explicit = context.gc().causes().getOrDefault(CAUSE, PauseTotal.NONE);
    long pauses = context.gc().pauses().count();
    boolean told = context.gc().details().incidents().of(GcIncident.EXPLICIT_GC).known();
    if (explicit.count() == 0 && !told) {
      return Outcome.unknown(Tuning.VERBOSE_LOG);
    }
    Fact fact =
        Fact.measured(
            count(explicit.count())
                + " of "
                + count(pauses)
                + " pauses are caused by "
                + CAUSE
                + " ("
                + millis(explicit.totalNanos())
                + ").");
    if (explicit.count() == 0) {
      return Outcome.yes(fact);
    }
    boolean most = explicit.count() >= RATIO.value() * pauses;
    Finding finding =
        new Finding(
                "explicit-gc",
                "explicit-gc",
                most ? Level.WARNING : Level.NOTE,
                "",
                0,
                fact.text(),
                "Remove the calls of System.gc(), or run with -XX:+DisableExplicitGC (not with direct"
                    + " buffers near their limit) or -XX:+ExplicitGCInvokesConcurrent.",
                true,
                false,
                Finding.Measured.NOTHING)
            .ofProcess();
    return (most ? Outcome.no(fact) : Outcome.yes(fact)).with(List.of(finding));
  }
}
