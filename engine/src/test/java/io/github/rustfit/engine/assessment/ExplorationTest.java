package io.github.rustfit.engine.assessment;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.allocation;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.gcCpu;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.testing.Situation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is explored is what an assessment with that target says. */
class ExplorationTest {

  private static final Rules BUILT_IN = Rules.load(ExplorationTest.class.getClassLoader());

  private static final Policy POLICY = Policy.DEFAULT.with(Situation.p99(60, 80, 10, 5));

  /** A pause of 20 ms under G1 every second; the rest owns 0.9 % of CPU and allocation. */
  private static final Evidence EVIDENCE =
      new Evidence(
          new TreeSet<>(),
          new TreeMap<>(
              Map.of(
                  "aa",
                  processCpu(
                      profile(
                          600,
                          samples(9910, cpu(Situation.IN_HOT)),
                          samples(90, cpu(Situation.IN_REST)),
                          samples(
                              9910, new SampleKey(SampleKind.WALL, List.of(Situation.IN_HOT), "")),
                          samples(9910, allocation("byte[]", Situation.IN_HOT)),
                          samples(90, allocation("byte[]", Situation.IN_REST))),
                      new Tally(600 * SECOND, 600 * SECOND),
                      new Tally(0, 600 * SECOND)))),
          new TreeMap<>(
              Map.of(
                  "bb",
                  gcCpu(
                      gc("G1", 600, 600, 20 * MILLI),
                      new Tally(30 * SECOND, 600 * SECOND),
                      "25+36"))),
          Collections.emptySortedMap(),
          new TreeMap<>(),
          new TreeSet<>(Set.of(Situation.HOT, Situation.REST)),
          new TreeSet<>(),
          RepositoryEvidence.EMPTY,
          Collections.emptySortedMap());

  private static Assessor assessor(Policy policy) {
    return new Assessor(policy, CrateCatalogue.EMPTY, BUILT_IN);
  }

  @Test
  void the_answers_at_each_target_are_those_of_an_assessment_with_it() {
    Explored explored = assessor(POLICY).explore(EVIDENCE);
    WhatIf.Reaction hot = explored.whatIf().of("app/hot").orElseThrow();
    Map<Topic, List<WhatIf.Step>> expected = new EnumMap<>(Topic.class);
    for (double target : explored.whatIf().targetsMs()) {
      Assessment assessed =
          assessor(POLICY.with(Situation.p99(target, 80, 10, 5))).assess(EVIDENCE);
      ComponentAssessment component =
          assessed.components().stream()
              .filter(one -> one.component().name().equals("app/hot"))
              .findFirst()
              .orElseThrow();
      for (Topic topic : WhatIf.BY_TARGET) {
        expected
            .computeIfAbsent(topic, one -> new ArrayList<>())
            .add(step(Objects.requireNonNull(component.topics().get(topic))));
      }
    }
    assertThat(hot.byTarget()).isEqualTo(expected);
    assertThat(expected.get(Topic.HOT_PATH))
        .extracting(WhatIf.Step::answer)
        .contains(Answer.YES, Answer.NO);
    assertThat(expected.get(Topic.REACH))
        .contains(new WhatIf.Step(Answer.UNKNOWN, true))
        .contains(new WhatIf.Step(Answer.YES, false))
        .contains(new WhatIf.Step(Answer.NO, false));
    assertThat(expected.get(Topic.TUNING))
        .extracting(WhatIf.Step::answer)
        .contains(Answer.YES, Answer.NO);
  }

  private static WhatIf.Step step(TopicAnswer answer) {
    return new WhatIf.Step(answer.answer(), answer.onGain());
  }

  @Test
  void exploring_changes_nothing_of_the_assessment() {
    assertThat(assessor(POLICY).explore(EVIDENCE).assessment())
        .isEqualTo(assessor(POLICY).assess(EVIDENCE));
  }

  @Test
  void the_targets_surround_the_declared_one_and_the_observed_latency() {
    assertThat(assessor(POLICY).explore(EVIDENCE).whatIf().targetsMs())
        .isSorted()
        .hasSize(25)
        .contains(6.0, 60.0, 79.2, 80.0, 80.8, 600.0);
  }

  @Test
  void a_component_of_less_than_a_hundredth_is_not_asked() {
    WhatIf.Reaction rest = assessor(POLICY).explore(EVIDENCE).whatIf().of("app/rest").orElseThrow();
    assertThat(rest.complete()).isFalse();
    assertThat(rest.byTarget()).isEmpty();
  }

  @Test
  void without_a_service_level_there_is_no_target_to_ask_about() {
    WhatIf whatIf = assessor(Policy.DEFAULT).explore(EVIDENCE).whatIf();
    assertThat(whatIf.targetsMs()).isEmpty();
    assertThat(whatIf.reactions()).extracting(WhatIf.Reaction::byTarget).containsOnly(Map.of());
    assertThat(whatIf.of("app/hot").orElseThrow().votes().get(Topic.TEAM))
        .containsExactly(new WhatIf.Vote("team-capacity", Role.NECESSARY, Answer.UNKNOWN, false));
  }
}
