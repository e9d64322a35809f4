package io.github.rustfit.engine.builtin;

import io.github.rustfit.engine.seam.Budget;
import io.github.rustfit.engine.seam.Crossings;
import io.github.rustfit.engine.seam.Ease;
import io.github.rustfit.engine.seam.Seam;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a native part would be cut off. It never decides: how often a boundary is crossed is seldom
 * counted and cannot be sampled, and an answer that a later declaration turns round must not decide
 * a gate before it.
 */
public final class SmallestSeam implements Rule {

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "seam",
        "Smallest boundary",
        "Names the smallest boundary that a native part could have and what crossing it may cost;"
            + " speaks for Rust where it crosses as it is within that cost, against it where it"
            + " does not, and never decides.",
        Topic.OPERATIONS,
        Role.SUPPORTING,
        Set.of(Need.CPU_PROFILE),
        Seam.thresholds());
  }

  @Override
  public Outcome judge(RuleContext context) {
    Optional<Seam> found = Seam.of(context);
    if (found.isEmpty()) {
      return Outcome.unknown("It takes too little CPU for a boundary to be looked for.");
    }
    Seam seam = found.get();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.measured(seam.text()));
    facts.add(Fact.repository(seam.why()));
    seam.budget().map(Budget::text).map(Fact::assumed).ifPresent(facts::add);
    seam.budget()
        .flatMap(Budget::counted)
        .map(Crossings::text)
        .map(Fact::measured)
        .ifPresent(facts::add);
    seam.against().forEach(text -> facts.add(Fact.measured(text)));
    if (seam.ease() != Ease.FLAT || seam.budget().filter(Budget::exceeded).isPresent()) {
      return Outcome.of(Answer.NO, facts, List.of(), List.of());
    }
    return seam.budget().filter(Budget::kept).isPresent()
        ? Outcome.of(Answer.YES, facts, List.of(), List.of())
        : Outcome.of(
            Answer.UNKNOWN,
            facts,
            List.of(),
            List.of(
                seam.budget().isEmpty()
                    ? "Attach a recording with jdk.CPULoad, so that the CPU time of the process is"
                        + " known."
                    : "Count how often the entries are called (rustfit.capture), or declare"
                        + " serviceLevel.requestsPerSecond in rustfit.yaml."));
  }
}
