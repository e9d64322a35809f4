package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.LibraryShare;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether the component's CPU time goes into libraries that are native already. */
public final class NativeLibraryTime implements Rule {

  private static final String ID = "native-library-time";
  private static final Threshold MUCH =
      new Threshold("share of its CPU time", 0.1, "share", "project assumption");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        ID,
        "Time in native libraries",
        "Speaks against Rust if at least 10 % of its CPU time is spent in a library that is native"
            + " code already; never decides.",
        Topic.CAUSE,
        Role.SUPPORTING,
        Set.of(Need.CPU_PROFILE),
        List.of(MUCH));
  }

  @Override
  public Outcome judge(RuleContext context) {
    List<Fact> facts = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (LibraryShare library : context.attribution().libraries(context.component())) {
      boolean much = library.share().known() && library.share().low() >= MUCH.value();
      if (much && context.crates().nativeCode(library.name())) {
        String text =
            percent(library.share().value())
                + " of its CPU time is spent in "
                + library.name()
                + ", which is native code already: a rewrite gains nothing there.";
        facts.add(Fact.measured(text));
        findings.add(
            new Finding(
                ID,
                ID + ":" + library.name(),
                Level.NOTE,
                "",
                0,
                text,
                "Tune how it is called: fewer and larger calls, off-heap buffers, its own options"
                    + " (compression level, block cache, threads), a newer version.",
                true,
                false,
                Finding.Measured.NOTHING));
      }
    }
    return facts.isEmpty()
        ? Outcome.yes(Fact.measured("No library that is native already has 10 % of its CPU time."))
        : Outcome.of(Answer.NO, facts, findings, List.of());
  }
}
