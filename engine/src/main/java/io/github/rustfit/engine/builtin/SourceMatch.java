package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.HotMethod;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.Set;

/** Whether the recorded code is the code that is checked out. */
public final class SourceMatch implements Rule {

  private static final Threshold MIN_RESOLVED =
      new Threshold("resolved CPU samples", 0.70, "share", "project assumption");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "source-match",
        "Recording fits the source",
        "Yes if at least 70 % of the component's CPU samples point at a method and line that exist"
            + " in the checked-out source.",
        Topic.EVIDENCE,
        Role.NECESSARY,
        Set.of(Need.CPU_PROFILE),
        List.of(MIN_RESOLVED));
  }

  @Override
  public Outcome judge(RuleContext context) {
    if (context.attribution().foreign().isPresent()) {
      return Outcome.unknown(
          "Record the program that this source builds.",
          Fact.measured(
              "No sample of the recordings passes through a class of the checked-out source."));
    }
    Share resolved = context.attribution().resolved(context.component());
    if (context.attribution().owned(context.component(), SampleKind.CPU).samples() == 0) {
      return Outcome.yes(Fact.measured("The component owns no CPU sample that could mismatch."));
    }
    Fact fact =
        Fact.measured(percent(resolved) + " of its CPU samples fit the checked-out source.");
    if (resolved.certainlyAtLeast(MIN_RESOLVED.value())) {
      return Outcome.yes(fact);
    }
    boolean generated =
        context.attribution().hotMethods(context.component()).stream()
            .map(HotMethod::place)
            .anyMatch(place -> place.file().isEmpty() && !place.resolved());
    return Outcome.unknown(
        "Check out the commit that was recorded, or record the commit that is checked out."
            + (generated
                ? " Some of its classes are in no source: if a build generates them, build first, so"
                    + " that they are in target/generated-sources."
                : ""),
        fact);
  }
}
