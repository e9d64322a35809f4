package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.number;

import io.github.rustfit.engine.economics.AssumedThresholds;
import io.github.rustfit.engine.economics.Economics;
import io.github.rustfit.engine.economics.GainBasis;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Scenario;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.stats.Format;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a migration pays for itself before the horizon. Yes and no are asked at opposite ends:
 * yes with the gain at its near end where the measured shares speak least for it, no of the
 * optimistic case where they speak most for it. What lies between turns on the gain, which somebody
 * has to measure, or on how much work it is.
 */
public final class MigrationPays implements Rule {

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "migration-pays",
        "Migration pays for itself",
        "Yes if it has paid for itself before the horizon even if what it gains is at its near end,"
            + " no if not even the optimistic case has.",
        Topic.ECONOMICS,
        Role.NECESSARY,
        Set.of(),
        AssumedThresholds.of(
            Stream.of(Assumption.values())
                .filter(one -> one != Assumption.KERNEL_SPEED_UP)
                .filter(one -> one != Assumption.ALLOCATOR)
                .filter(one -> one != Assumption.BOUNDARY)
                .toList()));
  }

  @Override
  public Outcome judge(RuleContext context) {
    List<String> missing = Economics.missing(context);
    if (!missing.isEmpty()) {
      return Outcome.of(Answer.UNKNOWN, List.of(), List.of(), missing);
    }
    Economics economics = Economics.of(context).orElseThrow();
    double horizon = economics.horizonYears();
    GainBasis gain = GainBasis.ofMoney(context);
    boolean passes = economics.nearEnd().pays(horizon) && gain.carries();
    Answer answer =
        passes
            ? Answer.YES
            : economics.optimisticAtMost().pays(horizon) ? Answer.UNKNOWN : Answer.NO;
    List<Fact> facts =
        List.of(
            Fact.assumed(leading(answer) + text(economics)),
            Fact.declared(declared(economics, context)),
            Fact.repository(Format.count(context.component().linesOfCode()) + " lines of code."));
    if (answer != Answer.UNKNOWN) {
      return Outcome.of(answer, facts, List.of(), List.of());
    }
    return economics.farEnd().pays(horizon)
        ? Outcome.onGain(gain.toMeasure(), facts)
        : Outcome.of(
            Answer.UNKNOWN,
            facts,
            List.of(),
            List.of(
                "It pays only if the work turns out easier than is usual. Move a small part first"
                    + " and declare what it took as economics.personMonthsPerKloc in"
                    + " rustfit.yaml."));
  }

  private static String leading(Answer answer) {
    return switch (answer) {
      case YES -> "It pays for itself even if what it gains is at its near end. ";
      case NO -> "It does not pay for itself even if everything turns out well. ";
      case UNKNOWN -> "What it gains decides whether it pays for itself, and that is open. ";
    };
  }

  private static String declared(Economics economics, RuleContext context) {
    return economics.inputs().stream()
            .filter(input -> input.provenance() == Provenance.DECLARED)
            .filter(input -> !input.id().startsWith("economics."))
            .map(input -> number(input.value().central()) + " " + input.unit())
            .collect(Collectors.joining(", ", "Declared: ", "; "))
        + context.policy().facts().fleet(context.component().name()).binding().orElseThrow().id()
        + " binds.";
  }

  private static String text(Economics economics) {
    return "In "
        + economics.currency()
        + ", pessimistic, central and optimistic: saves "
        + amounts(economics, Economics.Case::savingPerYear)
        + " a year, costs "
        + amounts(economics, Economics.Case::oneTimeCost)
        + " once and "
        + amounts(economics, Economics.Case::recurringCostPerYear)
        + " a year; after "
        + number(economics.horizonYears())
        + " years "
        + amounts(economics, Economics.Case::netPresentValue)
        + " are left; it has paid for itself "
        + each(economics, one -> payback(one.paybackYears()))
        + ".";
  }

  private static String payback(OptionalDouble years) {
    return years.isPresent() ? "after " + number(years.getAsDouble()) + " years" : "never";
  }

  private static String amounts(Economics economics, ToDoubleFunction<Economics.Case> amount) {
    return each(economics, one -> Format.money(amount.applyAsDouble(one)));
  }

  private static String each(Economics economics, Function<Economics.Case, String> text) {
    return Stream.of(Scenario.values())
        .map(scenario -> text.apply(economics.in(scenario)))
        .collect(Collectors.joining(" / "));
  }
}
