package io.github.rustfit.engine.builtin;

import io.github.rustfit.engine.patterns.Suspects;
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
import java.util.Set;

/**
 * Code that looks like defects which Rust's compiler refuses. Static detectors find few real bugs
 * (A. Habib and M. Pradel, "How Many of All Bugs Do We Find?", ASE 2018), so it never answers: fix
 * commits and incidents do.
 */
public final class DefectSigns implements Rule {

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "defect-signs",
        "Signs of defects in the source",
        "Counts code that looks like a defect, says whether Rust would refuse it and which guard"
            + " Java has; never decides.",
        Topic.DEFECTS,
        Role.SUPPORTING,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    Suspects suspects = Suspects.of(context);
    List<Fact> facts = new ArrayList<>();
    if (!suspects.counts(true).isEmpty()) {
      facts.add(
          Fact.repository(
              "Candidates for defects that Rust refuses: " + suspects.counts(true) + "."));
    }
    if (!suspects.counts(false).isEmpty()) {
      facts.add(
          Fact.repository(
              "Candidates for defects that Java's own checks prevent as well, so they do not speak"
                  + " for Rust: "
                  + suspects.counts(false)
                  + "."));
    }
    return Outcome.of(
        Answer.UNKNOWN,
        facts,
        suspects.findings(),
        List.of(
            "Patterns in the source alone never decide: count fix commits and incidents by their"
                + " cause."));
  }
}
