package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.number;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.Horizon;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the system is meant to live long enough. Whether that suffices to pay is for Q4. */
public final class DeclaredHorizon implements Rule {

  private static final Threshold YEARS =
      new Threshold(
          "horizon",
          2,
          "years",
          "project assumption: published rewrites took 3 months to 2 years before they paid");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "declared-horizon",
        "Declared horizon",
        "Yes if the component is declared to live at least 2 more years, no if less.",
        Topic.LIFETIME,
        Role.NECESSARY,
        Set.of(),
        List.of(YEARS));
  }

  @Override
  public Outcome judge(RuleContext context) {
    Optional<Horizon> declared = context.policy().facts().horizon(context.component().name());
    if (declared.isEmpty()) {
      return Outcome.unknown(
          "Declare horizon.years in rustfit.yaml: how long it is meant to live, in years.");
    }
    Horizon horizon = declared.get();
    Fact fact =
        Fact.declared(
            "It is meant to live "
                + number(horizon.years())
                + (horizon.years() == 1 ? " more year" : " more years")
                + (horizon.sunset().isEmpty() ? "." : ", until " + horizon.sunset() + "."));
    return horizon.years() >= YEARS.value() ? Outcome.yes(fact) : Outcome.no(fact);
  }
}
