package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.factor;

import io.github.rustfit.engine.economics.CodeGain;
import io.github.rustfit.engine.economics.GainBasis;
import io.github.rustfit.engine.economics.SpeedUp;
import io.github.rustfit.engine.trial.Tried;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the speed-up of the process is worth a migration. One of the two ways to be worth it, so
 * that a component of a large fleet can still be worth it by its saving; what it costs is for
 * another rule.
 */
public final class SpeedUpWorth implements Rule {

  private static final Threshold WORTH =
      new Threshold("speed-up worth a migration", 1.25, "×", "project assumption");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "speed-up-worth",
        "Speed-up worth a migration",
        "Yes if the process becomes at least 1.25× faster even with the gain of the code at its near"
            + " end, no if not even with the gain at its far end.",
        Topic.ECONOMICS,
        Role.SUFFICIENT,
        Set.of(Need.CPU_PROFILE),
        Stream.concat(Stream.of(WORTH), SpeedUp.assumptions().stream()).toList());
  }

  @Override
  public Outcome judge(RuleContext context) {
    SpeedUp speedUp = SpeedUp.of(context).orElseThrow();
    if (speedUp.ceilingHigh() < WORTH.value()) {
      return Outcome.no(
          Fact.measured(
              "No replacement can make the process more than "
                  + factor(speedUp.ceilingHigh())
                  + " as fast; "
                  + factor(WORTH.value())
                  + " is the least that is worth a migration for speed."));
    }
    Optional<SpeedUp.Bounds> bounds = SpeedUp.bounds(context);
    if (speedUp.estimate().isEmpty() || bounds.isEmpty()) {
      return Outcome.unknown(
          SpeedUp.collectorCpu(context).isEmpty()
              ? "Attach a GC log with -Xlog:gc* and a recording with jdk.CPULoad, so that the"
                  + " collector's CPU is known and a speed-up can be estimated."
              : Need.ALLOCATION_PROFILE.toProvide());
    }
    CodeGain code = CodeGain.of(context);
    Fact expected = expected(speedUp.estimate().get(), code);
    double least = bounds.get().pessimisticAtLeast();
    double most = bounds.get().optimisticAtMost();
    GainBasis gain = GainBasis.ofSpeed(context);
    if (least >= WORTH.value() && gain.carries()) {
      return yes(
          code,
          expected,
          new Fact(
              "With the gain at its near end and at the near ends of the confidence intervals it"
                  + " is still "
                  + factor(least)
                  + "; "
                  + factor(WORTH.value())
                  + " is worth a migration.",
              code.provenance()));
    }
    return most < WORTH.value()
        ? no(
            code,
            expected,
            new Fact(
                "With the gain at its far end it is at most "
                    + factor(most)
                    + "; "
                    + factor(WORTH.value())
                    + " is the least that is worth a migration for speed.",
                code.provenance()))
        : Outcome.onGain(gain.toMeasure(), facts(code, expected));
  }

  private static Outcome yes(CodeGain code, Fact... facts) {
    return Outcome.yes(facts(code, facts).toArray(Fact[]::new));
  }

  private static Outcome no(CodeGain code, Fact... facts) {
    return Outcome.no(facts(code, facts).toArray(Fact[]::new));
  }

  /** What trials measured comes first, and what of them counts for nothing last. */
  private static List<Fact> facts(CodeGain code, Fact... facts) {
    List<Fact> all = new ArrayList<>();
    List<Fact> behind = new ArrayList<>();
    for (Tried tried : code.trials().all()) {
      boolean counts = tried.state() == Tried.State.COUNTS;
      (counts ? all : behind).add(Fact.measured(tried.text()));
    }
    all.addAll(List.of(facts));
    all.addAll(behind);
    return all;
  }

  private static Fact expected(SpeedUp.Estimate estimate, CodeGain gain) {
    String kernel =
        Stream.of(Scenario.values())
            .map(scenario -> factor(gain.speedUp().in(scenario)))
            .collect(Collectors.joining(" – "));
    return new Fact(
        "Expected speed-up of the process "
            + factor(estimate.low())
            + " – "
            + factor(estimate.central())
            + " – "
            + factor(estimate.high())
            + " (low – central – high), if the code itself becomes "
            + kernel
            + " as fast, "
            + switch (gain.provenance()) {
              case MEASURED -> "measured: " + gain.source() + ".";
              case DECLARED -> "as declared.";
              default -> "assumed for its shape, " + gain.shape().text() + ".";
            },
        gain.measured() ? Provenance.MEASURED : Provenance.ASSUMED);
  }
}
