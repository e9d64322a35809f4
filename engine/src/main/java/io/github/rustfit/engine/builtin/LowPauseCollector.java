package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.millis;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.jvm.GcVisibility;
import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.engine.promise.Promises;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Whether pauses hurt under a collector that is not built for short ones. */
public final class LowPauseCollector implements Rule {

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "low-pause-collector",
        "Low-pause collector",
        "No if pauses are visible at the declared percentile and the JVM does not run ZGC or"
            + " Shenandoah; yes if it does, or if pauses are not the pain.",
        Topic.TUNING,
        Role.NECESSARY,
        Set.of(Need.GC_PAUSES),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    if (Tuning.ofTests(context)) {
      return Tuning.onlyTests();
    }
    Optional<Outcome> settled = Tuning.settled(context, Aim.LATENCY, Aim.PAUSES);
    if (settled.isPresent()) {
      return settled.get();
    }
    if (Promises.of(context).othersOnly(Promise.LATENCY)) {
      return Outcome.NOT_CONCERNED;
    }
    if (context.policy().serviceLevel().isEmpty()) {
      return Outcome.unknown(Need.SERVICE_LEVEL.toProvide());
    }
    return Tuning.asFarAsLatencyHurts(byPauses(context), context);
  }

  private static Outcome byPauses(RuleContext context) {
    SortedSet<String> collectors = context.gc().collectors();
    String names = collectors.isEmpty() ? "unknown" : String.join(", ", collectors);
    if (Tuning.only(context.gc(), Tuning.LOW_PAUSE)) {
      return Outcome.yes(
          Fact.measured("The JVM already runs a low-pause collector: " + names + "."));
    }
    GcVisibility visibility = GcVisibility.of(context).orElseThrow();
    String share = percent(visibility.hitLow()) + " of the requests meet a pause that matters";
    if (visibility.visible() == Answer.NO) {
      return Outcome.yes(Fact.measured("Pauses of " + names + " are not the pain: " + share + "."));
    }
    if (visibility.visible() == Answer.UNKNOWN || collectors.isEmpty()) {
      return Outcome.unknown(
          "Declare serviceLevel.observedP50Ms and serviceLevel.serviceTimeMs, and attach a GC log"
              + " with its first lines, which name the collector.");
    }
    String pauses =
        "pauses of up to "
            + millis(context.gc().pauses().maxNanos())
            + " under "
            + names
            + ": "
            + share;
    return Outcome.no(Fact.measured("There are " + pauses + "."))
        .with(
            List.of(
                new Finding(
                        "low-pause-collector",
                        "low-pause-collector",
                        Level.WARNING,
                        "",
                        0,
                        "There are " + pauses + ".",
                        "Run JDK 21 or newer with -XX:+UseZGC (JDK 21 and 22: also"
                            + " -XX:+ZGenerational), leave 25–50 % heap headroom, and record again."
                            + " Low-pause collectors use more CPU; the next recording shows whether it"
                            + " pays, and rustfit:tune with rustfit.aim=latency measures it beside"
                            + " others.",
                        true,
                        false,
                        Finding.Measured.NOTHING)
                    .ofProcess()));
  }
}
