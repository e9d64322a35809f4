package com.acme.rustfit;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Format;
import io.github.rustfit.rules.stats.Share;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether CPU time goes into the bus client that its successor would save. */
public final class OldBusClient implements Rule {

  static final String ID = "acme-old-bus-client";

  private static final String PACKAGE = "com.acme.bus.v1.";

  private static final Threshold WORTH =
      new Threshold(
          "CPU below the old bus client",
          0.05,
          "share",
          "platform team: less is not worth a change");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        ID,
        "Old bus client",
        "No if at least 5 % of all CPU samples are the component's calls of com.acme.bus.v1, which"
            + " com.acme.bus.v2 would save; otherwise it does not object.",
        Topic.TUNING,
        Role.REFUSING,
        Set.of(Need.CPU_PROFILE),
        List.of(WORTH));
  }

  @Override
  public Outcome judge(RuleContext context) {
    Share spent = spent(context);
    if (spent.value() == 0) {
      return Outcome.NOT_CONCERNED;
    }
    Fact fact =
        Fact.measured(
            Format.percent(spent) + " of all CPU samples are its calls of com.acme.bus.v1.");
    boolean worth = spent.certainlyAtLeast(WORTH.value());
    Finding finding =
        new Finding(
                ID,
                ID,
                worth ? Level.WARNING : Level.NOTE,
                "",
                0,
                fact.text(),
                "Publish with com.acme.bus.v2.Publisher: it sends bytes in batches.",
                true,
                false,
                Finding.Measured.NOTHING)
            .costing(spent, Share.UNKNOWN);
    return (worth ? Outcome.no(fact) : Outcome.yes(fact)).with(List.of(finding));
  }

  /** The component's samples with a frame of the client above the one that owns them. */
  private static Share spent(RuleContext context) {
    Component component = context.component();
    Weight below = Weight.ZERO;
    for (Map.Entry<SampleKey, Weight> one : context.profile().samples().entrySet()) {
      SampleKey sample = one.getKey();
      if (sample.kind() == SampleKind.CPU
          && sample.stack().stream().anyMatch(frame -> frame.className().startsWith(PACKAGE))
          && context.attribution().owner(sample).filter(component::equals).isPresent()) {
        below = below.merge(one.getValue());
      }
    }
    Weight all = context.attribution().total(SampleKind.CPU);
    return Share.weighted(below.amount(), all.amount(), all.effectiveSamples());
  }
}
