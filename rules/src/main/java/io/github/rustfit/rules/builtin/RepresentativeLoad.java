package io.github.rustfit.rules.builtin;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.List;
import java.util.Set;

/** Whether somebody vouches that the recorded load stands for production. */
public final class RepresentativeLoad implements Rule {

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "representative-load",
        "Representative load",
        "Yes if the policy declares the recorded load to be representative, no if it says it is"
            + " not.",
        Topic.EVIDENCE,
        Role.NECESSARY,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    return context
        .policy()
        .representative()
        .map(
            representative ->
                representative
                    ? Outcome.yes(
                        Fact.declared("The recorded load is declared to be representative."))
                    : Outcome.no(
                        Fact.declared("The recorded load is declared not to be representative.")))
        .orElseGet(
            () ->
                Outcome.unknown(
                    "Declare recording.representative: true in rustfit.yaml if the recorded load"
                        + " stands for production."));
  }
}
