package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static io.github.rustfit.rules.testing.Signed.function;
import static io.github.rustfit.rules.testing.Signed.hot;
import static io.github.rustfit.rules.testing.Signed.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.source.TypeShape;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * One of two busy cores is the component's. Crossing may take 0.1 × (1 − 1/1.5) cores, 2.2 million
 * calls a second; with the optimistic 6.5 for 1.5 and all of the interval (52.2 % of two cores at
 * most, Wilson with 2,000 samples) 5.9 million.
 */
class SmallestSeamTest {

  private static Situation taking(String parameter) {
    return new Situation()
        .judged(
            hot(
                List.of(),
                type(
                    TypeShape.Kind.CLASS,
                    "com.acme.hot.Hot",
                    List.of(),
                    function("mix", 10, 19, "long", parameter))))
        .sampled(1000, cpu(frame("com.acme.hot.Hot", "mix", 12)))
        .sampled(1000, cpu(Situation.IN_REST))
        .recording(
            recording ->
                processCpu(
                    recording, new Tally(1200 * SECOND, 600 * SECOND), new Tally(0, 600 * SECOND)));
  }

  private static Situation at(double requestsPerSecond) {
    OptionalDouble unknown = OptionalDouble.empty();
    OptionalDouble rate = OptionalDouble.of(requestsPerSecond);
    return taking("long")
        .serviceLevel(new ServiceLevel(99, 25, unknown, unknown, unknown, 1, rate));
  }

  private static Outcome judge(Situation situation) {
    return new SmallestSeam().judge(situation.context());
  }

  @Test
  void a_rate_that_pays_speaks_for_it_and_one_that_cannot_against() {
    assertThat(judge(at(2_200_000)).answer()).isEqualTo(Answer.YES);
    assertThat(judge(at(3_000_000)).answer()).isEqualTo(Answer.UNKNOWN);
    // 0.1 × 2 cores × 52.19 % (Wilson, 1,000 of 2,000) × (1 − 1/8) / 15 ns = 6.09 million
    assertThat(judge(at(6_000_000)).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(at(6_200_000)).answer()).isEqualTo(Answer.NO);
    assertThat(judge(at(6_200_000)).facts())
        .extracting(Fact::text)
        .anyMatch(text -> text.startsWith("At the declared 6,200,000 requests/s, one crossing"));
  }

  @Test
  void silence_says_nothing() {
    Outcome outcome = judge(taking("long"));
    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.wouldDecide()).singleElement().asString().contains("requestsPerSecond");
    assertThat(judge(taking("long").recording(recording -> recording)).wouldDecide())
        .singleElement()
        .asString()
        .contains("jdk.CPULoad");
  }

  @Test
  void objects_that_cross_speak_against_it() {
    assertThat(judge(taking("java.util.List")).answer()).isEqualTo(Answer.NO);
  }

  @Test
  void little_cpu_needs_no_boundary() {
    Situation cold = taking("long").sampled(100_000, cpu(Situation.IN_REST));
    assertThat(judge(cold).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(judge(cold).facts()).isEmpty();
  }

  @Test
  void it_never_decides() {
    assertThat(new SmallestSeam().descriptor().role()).isEqualTo(Role.SUPPORTING);
  }
}
