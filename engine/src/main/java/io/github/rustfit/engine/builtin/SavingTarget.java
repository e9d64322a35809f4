package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.money;

import io.github.rustfit.engine.economics.Economics;
import io.github.rustfit.engine.economics.GainBasis;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Whether a migration saves what is asked for. The other way to be worth it than by speed. */
public final class SavingTarget implements Rule {

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "saving-target",
        "Saving that is asked for",
        "Yes if it saves the declared amount a year even with the gain at its near end, no if not"
            + " even with the gain at its far end.",
        Topic.ECONOMICS,
        Role.SUFFICIENT,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    OptionalDouble target =
        context.policy().facts().fleet(context.component().name()).targetSavingPerYear();
    List<String> missing = new ArrayList<>();
    if (target.isEmpty()) {
      missing.add(
          "Declare fleet.targetSavingPerYear in rustfit.yaml, if money is the reason: the saving a"
              + " year that a migration is for.");
    }
    missing.addAll(Economics.missing(context));
    if (!missing.isEmpty()) {
      return Outcome.of(Answer.UNKNOWN, List.of(), List.of(), missing);
    }
    Economics economics = Economics.of(context).orElseThrow();
    double asked = target.getAsDouble();
    double least = economics.nearEnd().savingPerYear();
    double most = economics.optimisticAtMost().savingPerYear();
    GainBasis gain = GainBasis.ofMoney(context);
    Fact declared =
        Fact.declared(money(asked) + " " + economics.currency() + " a year are asked for.");
    Fact saved =
        Fact.assumed(
            "It saves "
                + money(least)
                + " "
                + economics.currency()
                + " a year with the gain at its near end, at most "
                + money(most)
                + " at its far end.");
    if (least >= asked && gain.carries()) {
      return Outcome.yes(declared, saved);
    }
    return most < asked
        ? Outcome.no(declared, saved)
        : Outcome.onGain(gain.toMeasure(), List.of(declared, saved));
  }
}
