package io.github.rustfit.engine.builtin;

import io.github.rustfit.engine.promise.Promise;
import io.github.rustfit.engine.promise.Promises;
import io.github.rustfit.engine.tuning.Tuned;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether the recorded JVMs run what a measured ladder of configurations found to be best. */
public final class MeasuredTuning implements Rule {

  private static final String ID = "measured-tuning";

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        ID,
        "Measured tuning",
        "No if rustfit:tune measured a configuration that is better than the recorded one; yes if the"
            + " recorded one is the best that was measured.",
        Topic.TUNING,
        Role.NECESSARY,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    List<Tuned> all = Tuned.of(context, aims(context));
    if (all.isEmpty()) {
      return Outcome.NOT_CONCERNED;
    }
    List<Fact> facts = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    boolean better = false;
    boolean silent = false;
    for (Tuned one : all) {
      facts.add(Fact.measured(one.text()));
      switch (one.state()) {
        case RUNS_BEST -> {}
        case BETTER_KNOWN -> {
          better = true;
          findings.add(Tuning.finding(ID, Level.WARNING, one.text(), one.remedy()));
        }
        case SILENT -> {
          silent = true;
          findings.add(
              Tuning.finding(
                  ID,
                  Level.NOTE,
                  "rustfit/tuning.json does not settle whether Java is tuned. " + one.text(),
                  one.remedy()));
        }
      }
    }
    Fact[] said = facts.toArray(Fact[]::new);
    Outcome outcome =
        better ? Outcome.no(said) : silent ? Outcome.notConcerned(said) : Outcome.yes(said);
    return outcome.with(findings);
  }

  /**
   * Those of promises that are declared and hurt; what it takes of the CPU where none is broken.
   */
  private static Set<Aim> aims(RuleContext context) {
    Promises promises = Promises.of(context);
    EnumSet<Aim> aims = EnumSet.noneOf(Aim.class);
    if (promises.broken() != Answer.YES && !promises.othersOnly(Promise.LATENCY)) {
      aims.addAll(Set.of(Aim.CPU, Aim.TIME));
    }
    if (promises.hurts(Promise.LATENCY)) {
      aims.addAll(Set.of(Aim.LATENCY, Aim.PAUSES));
    }
    if (promises.hurts(Promise.MEMORY)) {
      aims.add(Aim.MEMORY);
    }
    if (promises.hurts(Promise.START_UP)) {
      aims.add(Aim.START_UP);
    }
    return aims;
  }
}
