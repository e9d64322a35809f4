package io.github.rustfit.rules.testing;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A rule that gives one answer to one topic, as a team's own rule would. */
public record StubRule(Topic topic, Role role, Answer answer, Provenance provenance)
    implements Rule {

  /** A necessary rule with a measured fact. */
  public static StubRule measured(Topic topic, Answer answer) {
    return new StubRule(topic, Role.NECESSARY, answer, Provenance.MEASURED);
  }

  @Override
  public RuleDescriptor descriptor() {
    String id = "stub-" + (topic + "-" + role).toLowerCase(Locale.ROOT).replace('_', '-');
    return new RuleDescriptor(id, "A stub", "It answers.", topic, role, Set.of(), List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    return Outcome.of(
        answer,
        List.of(new Fact(topic + " is " + answer + ".", provenance)),
        List.of(),
        answer == Answer.UNKNOWN ? List.of("Provide " + topic + ".") : List.of());
  }
}
