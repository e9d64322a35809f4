package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.stats.Format.number;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.Team;
import io.github.rustfit.rules.policy.Team.Seniority;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether the team can carry a second language: enough people, and either people who know systems
 * languages or time for people who can learn one.
 */
public final class TeamCapacity implements Rule {

  private static final Threshold DEVELOPERS =
      new Threshold(
          "developers", 3, "people", "project assumption: review and on-call need two at any time");
  private static final Threshold EXPERIENCED =
      new Threshold(
          "with systems experience", 2, "people", "project assumption: a bus factor above 1");
  private static final Threshold RAMP_UP =
      new Threshold(
          "ramp-up budget",
          4,
          "months",
          "central of 1–4–6: Datadog 10 days; Google two thirds within 2 months; corrode 4–6"
              + " months");

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "team-capacity",
        "Team can carry it",
        "Yes if at least 3 developers are declared and 2 of them know systems languages or 4 months"
            + " of ramp-up are affordable; no with fewer, or with neither experience nor time.",
        Topic.TEAM,
        Role.NECESSARY,
        Set.of(),
        List.of(DEVELOPERS, EXPERIENCED, RAMP_UP));
  }

  @Override
  public Outcome judge(RuleContext context) {
    Team team = context.policy().facts().team();
    List<Fact> facts = facts(team);
    Answer answer = enough(team).and(experienced(team).or(affordable(team)));
    return Outcome.of(
        answer,
        facts,
        List.of(),
        answer == Answer.UNKNOWN ? List.of(wouldDecide(team)) : List.of());
  }

  private static Answer enough(Team team) {
    if (team.size().isEmpty()) {
      return Answer.UNKNOWN;
    }
    return team.size().getAsInt() >= DEVELOPERS.value() ? Answer.YES : Answer.NO;
  }

  /** One person who knows is neither a team nor nobody. */
  private static Answer experienced(Team team) {
    if (team.systemsExperienced().isEmpty()) {
      return Answer.UNKNOWN;
    }
    int people = team.systemsExperienced().getAsInt();
    return people >= EXPERIENCED.value() ? Answer.YES : people == 0 ? Answer.NO : Answer.UNKNOWN;
  }

  private static Answer affordable(Team team) {
    if (team.rampUpMonths().isEmpty()) {
      return Answer.UNKNOWN;
    }
    double months = team.rampUpMonths().getAsDouble();
    if (months == 0) {
      return Answer.NO;
    }
    boolean canLearn = team.seniority().isPresent() && team.seniority().get() != Seniority.JUNIOR;
    return months >= RAMP_UP.value() && canLearn ? Answer.YES : Answer.UNKNOWN;
  }

  private static List<Fact> facts(Team team) {
    List<Fact> facts = new ArrayList<>();
    team.size().ifPresent(size -> facts.add(Fact.declared("The team has " + people(size) + ".")));
    team.systemsExperienced()
        .ifPresent(
            people ->
                facts.add(
                    Fact.declared(people(people) + " with experience in systems languages.")));
    team.rampUpMonths()
        .ifPresent(
            months ->
                facts.add(
                    Fact.declared("It can afford " + number(months) + " months of ramp-up.")));
    team.seniority()
        .ifPresent(
            seniority ->
                facts.add(
                    Fact.declared(
                        "Its seniority is " + seniority.name().toLowerCase(Locale.ROOT) + ".")));
    return facts;
  }

  private static String people(int count) {
    return count + (count == 1 ? " developer" : " developers");
  }

  private static String wouldDecide(Team team) {
    List<String> keys = new ArrayList<>();
    if (team.size().isEmpty()) {
      keys.add("team.size");
    }
    if (team.systemsExperienced().isEmpty()) {
      keys.add("team.systemsExperienced");
    }
    if (team.rampUpMonths().isEmpty()) {
      keys.add("team.rampUpMonths");
    }
    if (team.seniority().isEmpty()) {
      keys.add("team.seniority");
    }
    return keys.isEmpty()
        ? "It takes two people who know a systems language, or "
            + number(RAMP_UP.value())
            + " months of ramp-up for a team that is not junior; what is declared lies between."
        : "Declare " + String.join(", ", keys) + " in rustfit.yaml.";
  }
}
