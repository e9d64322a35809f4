package io.github.rustfit.engine.assessment;

import static io.github.rustfit.engine.assessment.InvariantsTest.assess;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.testing.AnyPolicy;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.testing.AnyEvidence;
import io.github.rustfit.rules.testing.AnyHistory;
import io.github.rustfit.rules.testing.ShortLaws;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;

/** Invariant 8: who says more never turns a refusal into something else, nor back. */
@AddLifecycleHook(value = ShortLaws.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class SayingMoreTest {

  /**
   * What is forgotten: 0 the service level, 1 to 3 its latencies, 4 and 5 incidents, 6 the load, 7
   * to 13 the fleet, 14 to 17 the team, 18 and 19 cost and horizon, 20 to 22 operations, 23 and 24
   * what is observed of targets. To ask for a saving is an aim and not an unknown: not to ask says
   * that money is no reason (decision 16); so it is with a latency beside other targets (17).
   */
  @Property(tries = 500)
  void invariant_8_declaring_more_never_flips_a_decided_verdict(
      @ForAll("evidence") Evidence evidence,
      @ForAll("policy") Policy policy,
      @ForAll("rules") Rules rules,
      @ForAll Set<@IntRange(min = 0, max = 24) Integer> numbers) {
    Set<Integer> forgotten = new HashSet<>(numbers);
    if (policy.targets().declared()) {
      forgotten.removeAll(Set.of(0, 13));
    }
    List<ComponentAssessment> before =
        assess(evidence, AnyPolicy.forget(policy, forgotten), rules).components();
    boolean reached = before.stream().anyMatch(c -> answer(c, Topic.REACH) != Answer.UNKNOWN);
    if (reached && forgotten.remove(13)) {
      // Who asks for a saving beside a latency within or out of reach has one more reason.
      before = assess(evidence, AnyPolicy.forget(policy, forgotten), rules).components();
    }
    List<ComponentAssessment> after = assess(evidence, policy, rules).components();
    unflipped(before, after);
  }

  private static void unflipped(List<ComponentAssessment> before, List<ComponentAssessment> after) {
    for (int i = 0; i < before.size(); i++) {
      Verdict decided = before.get(i).verdict();
      if (decided != Verdict.NOT_ENOUGH_EVIDENCE) {
        assertThat(after.get(i).verdict().refuses())
            .as("%s %s", decided, after.get(i).gates())
            .isEqualTo(decided.refuses());
      }
      for (Topic topic : Topic.values()) {
        Answer answer = answer(before.get(i), topic);
        if (answer != Answer.UNKNOWN) {
          assertThat(answer(after.get(i), topic)).as("%s", topic).isEqualTo(answer);
        }
      }
    }
  }

  /** A shallow clone of a repository has the same head, and less before some commit. */
  @Property(tries = 400)
  void invariant_8_fetching_more_history_never_flips_a_decided_verdict(
      @ForAll("evidence") Evidence evidence,
      @ForAll("policy") Policy policy,
      @ForAll("rules") Rules rules,
      @ForAll("histories") AnyHistory.Depths depths) {
    List<ComponentAssessment> before =
        assess(evidence.with(depths.shallow()), policy, rules).components();
    List<ComponentAssessment> after =
        assess(evidence.with(depths.whole()), policy, rules).components();
    unflipped(before, after);
  }

  private static Answer answer(ComponentAssessment component, Topic topic) {
    TopicAnswer found = component.topics().get(topic);
    return found == null ? Answer.UNKNOWN : found.answer();
  }

  @Provide
  Arbitrary<Evidence> evidence() {
    return AnyEvidence.evidence().map(InvariantsTest::withSources);
  }

  @Provide
  Arbitrary<AnyHistory.Depths> histories() {
    return AnyHistory.depths();
  }

  @Provide
  Arbitrary<Policy> policy() {
    return AnyPolicy.policy();
  }

  @Provide
  Arbitrary<Rules> rules() {
    return AnyPolicy.rules(Provenance.MEASURED, Provenance.DECLARED);
  }
}
