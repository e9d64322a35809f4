package io.github.rustfit.engine.assessment;

import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.method;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static io.github.rustfit.rules.testing.Given.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.PlannedComponent;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.testing.Situation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What rules are shown of a component, and what of their answers belongs to a topic. */
class JudgedPartsTest {

  /** Answers one topic with one fact, and remembers what it was shown. */
  private record Says(
      String id, Topic topic, Role role, Answer answer, Set<Need> needs, List<RuleContext> seen)
      implements Rule {

    @Override
    public RuleDescriptor descriptor() {
      return new RuleDescriptor(id, "Says", "It says.", topic, role, needs, List.of());
    }

    @Override
    public Outcome judge(RuleContext context) {
      seen.add(context);
      return Outcome.of(
          answer,
          List.of(Fact.measured("Said by " + id + ".")),
          List.of(),
          answer == Answer.UNKNOWN ? List.of("Provide " + id + ".") : List.of());
    }
  }

  private static Says says(String id, Topic topic, Role role, Answer answer, Need... needs) {
    return new Says(id, topic, role, answer, Set.of(needs), new ArrayList<>());
  }

  private static Assessment assess(Policy policy, List<SourceFile> sources, Rule... rules) {
    return assessor(policy, rules).assess(evidence(sources));
  }

  private static Assessor assessor(Policy policy, Rule... rules) {
    return new Assessor(policy, CrateCatalogue.EMPTY, Rules.of(List.of(rules)));
  }

  private static Evidence evidence(List<SourceFile> sources) {
    return new Evidence(
        new TreeSet<>(),
        new TreeMap<>(Map.of("aa", profile(600, samples(5_000, cpu(Situation.IN_HOT))))),
        new TreeMap<>(),
        Collections.emptySortedMap(),
        new TreeMap<>(),
        new TreeSet<>(sources),
        new TreeSet<>(),
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }

  private static TopicAnswer hot(Topic topic, Rule... rules) {
    Assessment assessment = assess(Policy.DEFAULT, List.of(Situation.HOT), rules);
    return Objects.requireNonNull(assessment.components().get(0).topics().get(topic));
  }

  private static List<String> texts(List<Fact> facts) {
    return facts.stream().map(Fact::text).toList();
  }

  @Test
  void a_topic_has_the_facts_and_rules_of_its_own() {
    Says team = says("team", Topic.TEAM, Role.NECESSARY, Answer.YES);
    Says tuning = says("tuning", Topic.TUNING, Role.NECESSARY, Answer.NO);
    Says beside = says("beside", Topic.TUNING, Role.SUPPORTING, Answer.YES);

    TopicAnswer answer = hot(Topic.TUNING, team, tuning, beside);

    assertThat(answer.answer()).isEqualTo(Answer.NO);
    assertThat(texts(answer.facts())).containsExactly("Said by beside.", "Said by tuning.");
    assertThat(texts(answer.leading())).containsExactly("Said by tuning.");
    assertThat(answer.rules()).containsExactly("beside", "tuning");
  }

  /** Only a rule that is open asks for anything; of several what rests on most speaks first. */
  @Test
  void what_would_decide_comes_from_those_that_are_open() {
    TopicAnswer answer =
        hot(
            Topic.TUNING,
            says("open", Topic.TUNING, Role.NECESSARY, Answer.UNKNOWN),
            says("decided", Topic.TUNING, Role.NECESSARY, Answer.YES));

    assertThat(answer.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(answer.wouldDecide()).containsExactly("Provide open.");
  }

  @Test
  void the_rule_that_rests_on_most_evidence_leads() {
    TopicAnswer answer =
        hot(
            Topic.TUNING,
            says("sufficient", Topic.TUNING, Role.SUFFICIENT, Answer.YES, Need.CPU_PROFILE),
            says("plain", Topic.TUNING, Role.NECESSARY, Answer.YES),
            says("rested", Topic.TUNING, Role.NECESSARY, Answer.YES, Need.CPU_PROFILE));

    assertThat(texts(answer.leading()))
        .containsExactly("Said by rested.", "Said by plain.", "Said by sufficient.");
  }

  /** What only tests do is no matter of the program. */
  @Test
  void rules_see_shipped_sources_only() {
    SourceFile test =
        file(
            "app",
            "HotTest.java",
            SourceFile.Role.TEST,
            "com.acme.hot",
            Set.of("org.junit"),
            type("com.acme.hot.HotTest", 1, 9, method("run", 2, 3)));
    Says rule = says("sees", Topic.TUNING, Role.NECESSARY, Answer.YES);

    assess(Policy.DEFAULT, List.of(Situation.HOT, test, Situation.REST), rule);

    assertThat(rule.seen())
        .extracting(context -> context.sources().stream().map(SourceFile::path).toList())
        .containsExactly(List.of("Hot.java"), List.of("Rest.java"));
    assertThat(rule.seen()).allSatisfy(one -> assertThat(one.imports()).isEmpty());
  }

  private static Policy planning(String name) {
    DeclaredFacts none = DeclaredFacts.NONE;
    return Policy.DEFAULT.with(
        new DeclaredFacts(
            none.currency(),
            none.fleet(),
            none.componentFleets(),
            none.team(),
            none.personMonthCost(),
            none.horizon(),
            none.componentHorizons(),
            none.operations(),
            List.of(new PlannedComponent(name, "", "", "", List.of())),
            none.assumptions()));
  }

  @Test
  void a_planned_component_stands_among_the_others_by_its_name() {
    List<SourceFile> sources = List.of(Situation.HOT, Situation.REST);

    assertThat(assess(planning("app/middle"), sources).components())
        .extracting(one -> one.component().name())
        .containsExactly("app/hot", "app/middle", "app/rest");
  }

  /** Nothing of it was recorded that a target could change, and what is declared is asked. */
  @Test
  void a_planned_component_is_explored_too() {
    Says team = says("team", Topic.TEAM, Role.NECESSARY, Answer.YES);
    WhatIf whatIf =
        assessor(planning("app/next"), team).explore(evidence(List.of(Situation.HOT))).whatIf();

    WhatIf.Reaction next = whatIf.of("app/next").orElseThrow();
    assertThat(next.complete()).isTrue();
    assertThat(next.byTarget()).isEmpty();
    assertThat(next.votes().get(Topic.TEAM))
        .containsExactly(new WhatIf.Vote("team", Role.NECESSARY, Answer.YES, false));
  }

  /** The multiples of 60 ms that Exploration names, by hand, and 80 ms with 1 % on either side. */
  @Test
  void targets_are_multiples_of_the_declared_one() {
    Policy policy = Policy.DEFAULT.with(Situation.p99(60, 80, 10, 5));

    assertThat(assessor(policy).explore(evidence(List.of(Situation.HOT))).whatIf().targetsMs())
        .containsExactly(
            6.0, 9.0, 12.0, 18.0, 24.0, 30.0, 36.0, 42.0, 48.0, 54.0, 60.0, 66.0, 75.0, 79.2, 80.0,
            80.8, 90.0, 105.0, 120.0, 150.0, 180.0, 240.0, 300.0, 420.0, 600.0);
  }

  @Test
  void shipped_files_of_other_languages_are_told() {
    SourceFile kotlin = file("app", "Hot.kt", "com.acme.hot");

    assertThat(assess(Policy.DEFAULT, List.of(Situation.HOT, kotlin)).problems())
        .extracting(Problem::message)
        .anyMatch(message -> message.startsWith("Some shipped files are not Java: Kotlin (1)."));
  }
}
