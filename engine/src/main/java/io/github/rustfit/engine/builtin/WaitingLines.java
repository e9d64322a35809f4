package io.github.rustfit.engine.builtin;

import io.github.rustfit.engine.patterns.HotLine;
import io.github.rustfit.engine.patterns.HotLines;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.List;
import java.util.Set;

/** Lines that wait for locks or for other systems, which speaks against a faster language. */
public final class WaitingLines implements Rule {

  private static final int SHOWN = 5;
  private static final int LISTED = 20;

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "waiting-lines",
        "Lines that wait",
        "Names the lines where threads wait for locks or for other systems; speaks against Rust,"
            + " and never decides.",
        Topic.CAUSE,
        Role.SUPPORTING,
        Set.of(),
        List.of(HotLines.HOT, HotLines.WAITED));
  }

  @Override
  public Outcome judge(RuleContext context) {
    List<HotLine> lines =
        HotLines.of(context).stream().filter(line -> line.pattern().waits()).toList();
    List<Finding> findings =
        lines.stream().limit(LISTED).map(line -> line.finding(Level.NOTE)).toList();
    List<Fact> facts =
        lines.stream()
            .filter(HotLine::confirmed)
            .limit(SHOWN)
            .map(line -> Fact.measured(line.text()))
            .toList();
    return facts.isEmpty()
        ? Outcome.unknown(
                "Attach a JFR recording with settings=profile: it holds waits for monitors and"
                    + " sockets.")
            .with(findings)
        : Outcome.of(Answer.NO, facts, findings, List.of());
  }
}
