package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.count;
import static io.github.rustfit.rules.stats.Format.millis;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.gc.GcAgreement;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether GC log and recording tell the same pauses where they cover the same time. */
public final class GcSourcesAgree implements Rule {

  private static final String ID = "gc-sources-agree";

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        ID,
        "GC log and recording agree",
        "Warns if a GC log and a recording cover the same time and tell different pauses.",
        Topic.EVIDENCE,
        Role.SUPPORTING,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    if (context.agreements().isEmpty()) {
      return Outcome.unknown(
          "Attach the GC log and the recording of the same run, with at least 10 pauses in the time"
              + " that both cover.");
    }
    List<Fact> facts = new ArrayList<>();
    boolean agree = true;
    for (GcAgreement agreement : context.agreements()) {
      agree &= agreement.agrees();
      facts.add(Fact.measured(text(agreement)));
    }
    if (agree) {
      return Outcome.yes(facts.toArray(Fact[]::new));
    }
    String contradiction =
        context.agreements().stream()
            .filter(agreement -> !agreement.agrees())
            .map(GcSourcesAgree::text)
            .findFirst()
            .orElseThrow();
    return Outcome.no(facts.toArray(Fact[]::new))
        .with(
            List.of(
                Tuning.finding(
                    ID,
                    Level.WARNING,
                    contradiction,
                    "GC log or recording is incomplete: look for lost events (jdk.DataLoss) in the"
                        + " recording, and for a rotated or cut GC log; attach every part of the"
                        + " log. Pauses are judged by the log.")));
  }

  private static String text(GcAgreement agreement) {
    return "Where GC log and recording cover the same time, the log tells "
        + count(agreement.logged())
        + " pauses ("
        + millis(agreement.loggedNanos())
        + "), the recording "
        + count(agreement.recorded())
        + " ("
        + millis(agreement.recordedNanos())
        + "), and "
        + count(agreement.both())
        + " are the same.";
  }
}
