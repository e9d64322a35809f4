package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.count;
import static io.github.rustfit.rules.stats.Format.day;
import static io.github.rustfit.rules.stats.Format.percent;

import io.github.rustfit.engine.history.ComponentHistory;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the component holds still long enough to be rewritten. It only refuses: that code is
 * stable does not mean that it will live.
 */
public final class Churn implements Rule {

  private static final Threshold CHURN =
      new Threshold(
          "churn",
          0.5,
          "share",
          "project assumption: a rewrite that takes months chases a target half of which moves in a"
              + " year");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "churn",
        "Moving target",
        "No if more than 50 % of the lines of a component that is at least a year old were added or"
            + " changed in the last 12 months; it does not object to less.",
        Topic.LIFETIME,
        Role.REFUSING,
        Set.of(),
        List.of(CHURN));
  }

  @Override
  public Outcome judge(RuleContext context) {
    Optional<ComponentHistory> found = ComponentHistory.of(context);
    if (found.isEmpty() || found.get().churn().isEmpty()) {
      return Outcome.NOT_CONCERNED;
    }
    ComponentHistory history = found.get();
    double churn = history.churn().getAsDouble();
    Fact age =
        Fact.repository(
            "Its first known commit is of "
                + day(history.firstSeconds())
                + ", its last of "
                + day(history.lastSeconds())
                + ".");
    if (!history.coversYear() || (history.shallow() && !history.olderThanYear())) {
      return Outcome.unknown(
          "Fetch the whole history (git fetch --unshallow; fetch-depth: 0 in CI) and run it again:"
              + " how much of it changes in a year is not known.",
          age);
    }
    if (!history.olderThanYear()) {
      return Outcome.yes(
          age, Fact.repository("It is younger than a year, so its churn is not judged."));
    }
    Fact moved =
        Fact.repository(
            count(history.linesAdded())
                + " lines were added or changed and "
                + count(history.linesDeleted())
                + " deleted or changed in the 12 months to "
                + day(history.headSeconds())
                + ", "
                + percent(churn)
                + " of its "
                + count(history.lines())
                + " lines.");
    return churn > CHURN.value() ? Outcome.no(moved, age) : Outcome.yes(moved, age);
  }
}
