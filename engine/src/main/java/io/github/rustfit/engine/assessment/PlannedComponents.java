package io.github.rustfit.engine.assessment;

import io.github.rustfit.engine.patterns.PatternReport;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.component.LibraryNames;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Origin;
import io.github.rustfit.rules.policy.PlannedComponent;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.precedent.Precedent;
import io.github.rustfit.rules.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Components without code. Only what people declare can be asked of them: team, lifetime,
 * operations, and the libraries they mean to use. Nothing was recorded, so they never come out as
 * review-for-rust; a declared fact that refuses Rust keeps them in Java.
 */
final class PlannedComponents {

  private static final Set<Topic> ASKED = Set.of(Topic.TEAM, Topic.LIFETIME, Topic.OPERATIONS);

  private static final Fact NO_CODE =
      Fact.declared("It has no code yet, so there is no JVM to tune.");

  private static final String TO_DO =
      "Write the smallest version in Java, record it under the load that is expected, and run"
          + " rustfit on it.";

  private final Policy policy;
  private final CrateCatalogue crates;
  private final List<Rule> rules;
  private final List<Precedent> precedents;

  PlannedComponents(Policy policy, CrateCatalogue crates, Rules rules, List<Precedent> precedents) {
    this.precedents = precedents;
    this.policy = policy;
    this.crates = crates;
    this.rules = rules.all();
  }

  /** Assesses them; one whose name a component with code has is a problem and left out. */
  List<ComponentAssessment> assess(
      Components existing, Collection<Problem> problems, Optional<Exploration> exploration) {
    Set<String> names = new TreeSet<>();
    existing.all().forEach(component -> names.add(component.name()));
    List<ComponentAssessment> assessed = new ArrayList<>();
    for (PlannedComponent planned : policy.facts().planned()) {
      if (names.add(planned.name())) {
        assessed.add(assess(planned, problems, exploration));
      } else {
        Origin.Place place = policy.placeOf("planned[" + planned.name() + "]");
        problems.add(
            new Problem(
                place.source(),
                place.line(),
                "The planned component '" + planned.name() + "' has code already.",
                "Remove it from planned in the policy."));
      }
    }
    return assessed;
  }

  private ComponentAssessment assess(
      PlannedComponent planned, Collection<Problem> problems, Optional<Exploration> exploration) {
    Component component = new Component(planned.name(), "", new TreeSet<>(), planned.owner(), 0);
    ComponentContext context =
        new ComponentContext(
            Program.of(
                Evidence.EMPTY,
                Components.of(List.of(), List.of()),
                policy,
                crates,
                LibraryNames.NONE),
            component,
            List.of(),
            new TreeSet<>(planned.imports()));
    TopicJudge judge =
        new TopicJudge(
            context,
            rules.stream()
                .filter(
                    rule -> {
                      Topic topic = rule.descriptor().topic();
                      return ASKED.contains(topic)
                          || (topic == Topic.ECOSYSTEM && !planned.imports().isEmpty());
                    })
                .toList(),
            problems);
    exploration.ifPresent(one -> one.planned(context, judge));
    Map<Topic, TopicAnswer> answers = judge.answers();
    answers.replaceAll((topic, answer) -> planned(answer));
    return Assessor.assemble(
        context,
        answers,
        List.copyOf(judge.findings()),
        PatternReport.EMPTY,
        Optional.of(planned),
        precedents);
  }

  private static TopicAnswer planned(TopicAnswer answer) {
    return switch (answer.topic()) {
      case TUNING ->
          new TopicAnswer(
              Topic.TUNING,
              Answer.YES,
              false,
              List.of(NO_CODE),
              List.of(NO_CODE),
              List.of(),
              List.of());
      case ECOSYSTEM ->
          answer.rules().isEmpty()
              ? unknown(
                  answer,
                  "Declare planned[].imports in rustfit.yaml: the libraries it means to use.")
              : declared(answer);
      default -> ASKED.contains(answer.topic()) ? answer : unknown(answer, TO_DO);
    };
  }

  private static TopicAnswer unknown(TopicAnswer answer, String wouldDecide) {
    return new TopicAnswer(
        answer.topic(),
        Answer.UNKNOWN,
        false,
        List.of(),
        List.of(),
        List.of(wouldDecide),
        List.of());
  }

  /** Its imports are declared, not read from any source. */
  private static TopicAnswer declared(TopicAnswer answer) {
    return new TopicAnswer(
        answer.topic(),
        answer.answer(),
        answer.onGain(),
        answer.facts().stream().map(PlannedComponents::declared).toList(),
        answer.leading().stream().map(PlannedComponents::declared).toList(),
        answer.wouldDecide(),
        answer.rules());
  }

  private static Fact declared(Fact fact) {
    return new Fact(
        fact.text(),
        fact.provenance() == Provenance.REPOSITORY ? Provenance.DECLARED : fact.provenance());
  }
}
