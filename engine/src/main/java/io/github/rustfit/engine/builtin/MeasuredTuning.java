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
import io.github.rustfit.rules.stats.Share;
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
          findings.add(
              Tuning.finding(ID, Level.WARNING, one.text(), one.remedy())
                  .costing(Share.UNKNOWN, Share.UNKNOWN, saved(one)));
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

  /** The part of what counts that the best one saves, by which its remedy is ranked. */
  private static Share saved(Tuned one) {
    return one.best()
        .gain()
        .filter(gain -> gain.low() > 1)
        .map(gain -> new Share(1 - 1 / gain.value(), 1 - 1 / gain.low(), 1 - 1 / gain.high(), 1))
        .orElse(Share.UNKNOWN);
  }

  /**
   * Those of promises that are declared and hurt; what it takes of the CPU where none is broken.
   */
  static Set<Aim> aims(RuleContext context) {
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
