package io.github.rustfit.engine.economics;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.gcCpu;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.engine.shape.Shape;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.BoundaryPlan;
import io.github.rustfit.rules.policy.Payload;
import io.github.rustfit.rules.policy.Technique;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.testing.Declared;
import io.github.rustfit.rules.testing.Situation;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodeGainTest {

  /** One core busy, the component's samples all in a call of the class that is named. */
  private static Situation calling(String className, String method, long samples) {
    return new Situation()
        .sampled(samples, cpu(frame(className, method, 1), Situation.IN_HOT))
        .sampled(2000, cpu(Situation.IN_REST))
        .allocationSamples(500, 500)
        .gc(gcCpu(gc("G1", 600, 20, MILLI), new Tally(0, 600 * SECOND)))
        .recording(
            profile ->
                processCpu(
                    profile, new Tally(600 * SECOND, 600 * SECOND), new Tally(0, 600 * SECOND)));
  }

  private static BoundaryPlan plan(Technique technique, double perSecond, Payload payload) {
    return new BoundaryPlan(
        Optional.of(technique),
        perSecond < 0 ? OptionalDouble.empty() : OptionalDouble.of(perSecond),
        payload,
        OptionalDouble.empty());
  }

  private static CodeGain gain(BoundaryPlan plan) {
    return CodeGain.of(
        calling("java.util.HashMap", "get", 2000)
            .facts(new Declared().crossing(plan).facts())
            .context());
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.HashMap, get, COLLECTIONS",
    "java.lang.StringBuilder, append, TEXT",
    "java.util.zip.CRC32, update, INTRINSICS",
    "org.lib.Codec, encode, UNSHAPED"
  })
  void the_gain_is_that_of_the_shape_of_its_samples(String type, String method, Shape shape) {
    CodeGain gain = CodeGain.of(calling(type, method, 2000).context());

    assertThat(gain.shape().shape()).isEqualTo(shape);
    assertThat(gain.speedUp()).isEqualTo(shape.gain());
    assertThat(gain.provenance()).isEqualTo(Provenance.ASSUMED);
  }

  @Test
  void fewer_than_300_samples_have_no_shape() {
    assertThat(shape(300)).isEqualTo(Shape.COLLECTIONS);
    assertThat(shape(299)).isEqualTo(Shape.UNSHAPED);
  }

  private static Shape shape(long samples) {
    RuleContext context = calling("java.util.HashMap", "get", samples).context();
    return CodeGain.of(context).shape().shape();
  }

  /** 60 % make a shape; half and half are mixed. */
  @Test
  void what_nothing_makes_most_of_is_mixed() {
    Situation half =
        calling("java.util.HashMap", "get", 1000)
            .sampled(1000, cpu(frame("java.lang.String", "split", 1), Situation.IN_HOT));

    CodeGain gain = CodeGain.of(half.context());
    assertThat(gain.shape().shape()).isEqualTo(Shape.MIXED);
    assertThat(gain.shape().work().values().stream().mapToDouble(one -> one.value()).sum())
        .isCloseTo(1, within(1e-9));
  }

  /** Invariant 11. */
  @Test
  void a_declared_gain_wins_and_is_not_slowed_by_the_technique() {
    CodeGain gain =
        CodeGain.of(
            calling("java.util.HashMap", "get", 2000)
                .facts(
                    new Declared()
                        .assuming(Map.of(Assumption.KERNEL_SPEED_UP, ThreePoint.exactly(1.5)))
                        .crossing(plan(Technique.WEBASSEMBLY, -1, Payload.NUMBERS))
                        .facts())
                .context());

    assertThat(gain.holdsBoundary()).isTrue();
    assertThat(gain.speedUp()).isEqualTo(ThreePoint.exactly(1.5));
    assertThat(gain.source()).isEqualTo("measured by hand");
  }

  /** GraalWasm 1.3, Chicory compiled 9 times as long; 10 and 3 stand for what lies between. */
  @Test
  void webassembly_divides_an_assumed_gain() {
    ThreePoint native_ = gain(plan(Technique.FFM, -1, Payload.NUMBERS)).speedUp();
    ThreePoint wasm = gain(plan(Technique.WEBASSEMBLY, -1, Payload.NUMBERS)).speedUp();

    assertThat(wasm.pessimistic()).isCloseTo(native_.pessimistic() / 10, within(1e-9));
    assertThat(wasm.central()).isCloseTo(native_.central() / 3, within(1e-9));
    assertThat(wasm.optimistic()).isCloseTo(native_.optimistic() / 1.3, within(1e-9));
  }

  /** {@code cost_model.boundary_share(1e6, 15, 0, 10, 1)} is 0.015; so by hand for each figure. */
  @ParameterizedTest
  @CsvSource({
    "FFM, NUMBERS, 0.019, 0.011, 0.0033",
    "FFM, OBJECTS, 1.9, 0.581, 0.371",
    "JNI, TEXT, 0.36, 0.13, 0.086",
    "JNA, NUMBERS, 1.8, 1.8, 0.079",
    "NONE, OBJECTS, 0, 0, 0"
  })
  void a_million_crossings_a_second_take_that_part_of_one_busy_core(
      Technique technique, Payload payload, double worst, double central, double best) {
    BoundaryCost boundary = gain(plan(technique, 1e6, payload)).boundary();

    assertThat(boundary.share().pessimistic()).isCloseTo(worst, within(1e-9));
    assertThat(boundary.share().central()).isCloseTo(central, within(1e-9));
    assertThat(boundary.share().optimistic()).isCloseTo(best, within(1e-9));
    assertThat(boundary.source()).isEqualTo(technique.source());
  }

  @Test
  void copying_counts_at_ten_gigabytes_a_second() {
    BoundaryPlan plan =
        new BoundaryPlan(
            Optional.of(Technique.FFM),
            OptionalDouble.of(0),
            Payload.NUMBERS,
            OptionalDouble.of(1e9));
    assertThat(gain(plan).boundary().share().central()).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void without_counts_the_default_stands_and_a_dear_technique_costs_more() {
    assertThat(gain(BoundaryPlan.NONE).boundary().share())
        .isEqualTo(Assumption.BOUNDARY.byDefault());
    assertThat(gain(plan(Technique.JNI, -1, Payload.TEXT)).boundary().share())
        .isEqualTo(Assumption.BOUNDARY.byDefault());
    assertThat(gain(plan(Technique.PROCESS, -1, Payload.TEXT)).boundary().share())
        .isEqualTo(new ThreePoint(0.25, 0.08, 0));
  }

  @Test
  void counts_without_the_cpu_of_the_process_are_not_silently_left_out() {
    RuleContext context =
        new Situation()
            .cpuSamples(1000, 1000)
            .facts(new Declared().crossing(plan(Technique.FFM, 1e6, Payload.NUMBERS)).facts())
            .context();
    BoundaryCost boundary = CodeGain.of(context).boundary();

    assertThat(boundary.share()).isEqualTo(Assumption.BOUNDARY.byDefault());
    assertThat(boundary.source()).contains("jdk.CPULoad", "economics.crossingsPerSecond");
  }

  @ParameterizedTest
  @EnumSource(Technique.class)
  void more_carried_never_costs_less_and_worse_never_less_than_better(Technique technique) {
    for (Payload payload : Payload.values()) {
      assertThat(technique.nanosPerCrossing(payload).ordered(false)).isTrue();
    }
    assertThat(technique.nanosPerCrossing(Payload.OBJECTS).central())
        .isGreaterThanOrEqualTo(technique.nanosPerCrossing(Payload.NUMBERS).central());
    assertThat(technique.source()).isNotBlank();
  }
}
