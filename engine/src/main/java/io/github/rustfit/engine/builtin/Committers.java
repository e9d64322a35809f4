package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.count;
import static io.github.rustfit.rules.stats.Format.day;

import io.github.rustfit.engine.history.ComponentHistory;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who works on the component, and whether anybody here writes native code. A hint only: who commits
 * is not who could, and nothing tells a senior from a junior.
 */
public final class Committers implements Rule {

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "committers",
        "People who change it",
        "Counts who changed the component in 12 months, how many of them carry it, and the"
            + " repository's files in Rust, C and C++; never decides.",
        Topic.TEAM,
        Role.SUPPORTING,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    return Outcome.of(
        Answer.UNKNOWN,
        ComponentHistory.of(context).map(Committers::facts).orElse(List.of()),
        List.of(),
        List.of("Committers are a hint: declare team in rustfit.yaml."));
  }

  private static List<Fact> facts(ComponentHistory history) {
    List<Fact> facts = new ArrayList<>();
    int people = history.changesByAuthor().size();
    int carriers = history.busFactor();
    facts.add(
        Fact.repository(
            (people == 0
                    ? "Nobody changed it"
                    : count(people)
                        + (people == 1 ? " person" : " people")
                        + " changed it, and "
                        + count(carriers)
                        + " of them made more than half of the changes,")
                + " in the 12 months to "
                + day(history.headSeconds())
                + (history.coversYear() ? "." : ", as far as the history was fetched or read.")));
    if (!history.otherLanguages().isEmpty()) {
      facts.add(
          Fact.repository(
              "Its repository holds native code: "
                  + history.otherLanguages().entrySet().stream()
                      .map(kind -> count(kind.getValue()) + " " + kind.getKey())
                      .collect(Collectors.joining(", "))
                  + (history.otherLanguages().values().stream().mapToLong(n -> n).sum() == 1
                      ? " file."
                      : " files.")));
    }
    return facts;
  }
}
