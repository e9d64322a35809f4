package io.github.rustfit.engine.seam;

import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static io.github.rustfit.rules.testing.Signed.function;
import static io.github.rustfit.rules.testing.Signed.hot;
import static io.github.rustfit.rules.testing.Signed.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.MethodCalls;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.TypeShape.Kind;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A component with half of the samples of four busy cores: at 1.5 times the speed 2/3 cores are
 * saved, and crossing may take 1/15 of a core. Figures by hand.
 */
class CrossingsTest {

  private static final String HOT = "com.acme.hot.Hot";
  private static final Frame MIX = frame(HOT, "mix", 12);
  private static final Frame SUM = frame(HOT, "sum", 22);
  private static final SourceMethod MIXING = function("mix", 10, 19, "long", "long", "int");
  private static final SourceMethod SUMMING = function("sum", 20, 29, "long", "byte[]");

  private static Budget of(Situation situation) {
    return Seam.of(situation.context()).orElseThrow().budget().orElseThrow();
  }

  private static Situation busy(Map<String, MethodCalls> calls, SourceMethod... methods) {
    SourceFile file = hot(List.of(), type(Kind.CLASS, HOT, List.of(), methods));
    return new Situation()
        .judged(file)
        .sampled(1000, cpu(Situation.IN_REST))
        .recording(
            recording ->
                counted(
                    processCpu(
                        recording,
                        new Tally(4 * 600 * SECOND, 600 * SECOND),
                        new Tally(0, 600 * SECOND)),
                    calls));
  }

  private static ProfileSummary counted(ProfileSummary recording, Map<String, MethodCalls> calls) {
    SamplingFacts facts = recording.facts().sampling();
    return recording.with(
        recording
            .facts()
            .with(
                new SamplingFacts(
                    facts.threadCpu(),
                    facts.assumed(),
                    facts.leftOut(),
                    facts.chunks(),
                    facts.unread(),
                    new TreeMap<>(calls),
                    facts.labels())));
  }

  private static MethodCalls calls(long count, long bytes, long seconds) {
    return new MethodCalls(count, 0, 0, new Tally(bytes, seconds * SECOND), seconds * SECOND);
  }

  @Test
  void counted_calls_say_what_crossing_takes() {
    // Another method of that name, and another class, are not its entry.
    Budget budget =
        of(
            busy(
                    Map.of(
                        HOT + ".mix(JI)J", calls(20_000_000, 9, 10),
                        HOT + ".mix(JJ)J", calls(7, 7, 7),
                        HOT + "ter.mix(JI)J", calls(7, 7, 7)),
                    MIXING)
                .sampled(1000, cpu(MIX, Situation.IN_REST)));
    Crossings counted = budget.counted().orElseThrow();
    // 2 million a second of 15 ns: 0.03 cores, below 1/15
    assertThat(counted.perSecond()).isCloseTo(2e6, within(1e-3));
    assertThat(counted.cores().orElseThrow()).isCloseTo(0.03, within(1e-9));
    assertThat(counted.text())
        .isEqualTo("Counted: 2,000,000 crossings/s, which would take 0.030 cores.");
    assertThat(budget.kept()).isTrue();
    assertThat(budget.exceeded()).isFalse();
  }

  @Test
  void more_crossings_than_could_pay_speak_against_the_boundary() {
    Situation often =
        busy(Map.of(HOT + ".mix(JI)J", calls(400_000_000, 9, 10)), MIXING)
            .sampled(1000, cpu(MIX, Situation.IN_REST));
    // 40 million of 15 ns: 0.6 cores; at most 0.1 × about half of 4 cores may be taken
    assertThat(of(often).counted().orElseThrow().cores().orElseThrow())
        .isCloseTo(0.6, within(1e-9));
    assertThat(of(often).exceeded()).isTrue();
    assertThat(of(often).kept()).isFalse();
    assertThat(Seam.of(often.context()).orElseThrow().against())
        .anySatisfy(
            text -> assertThat(text).startsWith("As often as it was counted, crossing takes more"));
  }

  @Test
  void what_is_copied_takes_time_too() {
    Budget budget =
        of(
            busy(Map.of(HOT + ".sum([B)J", calls(10, 5_000_000_000L, 10)), SUMMING)
                .sampled(1000, cpu(SUM, Situation.IN_REST)));
    // 500 MB/s at 10 GB/s: 0.05 cores, and hardly anything for one call a second
    assertThat(budget.counted().orElseThrow().cores().orElseThrow()).isCloseTo(0.05, within(1e-6));
    assertThat(budget.counted().orElseThrow().bytesPerSecond()).hasValue(5e8);
    assertThat(budget.kept()).isTrue();
  }

  @Test
  void timed_calls_whose_bytes_nobody_measured_have_no_cost_where_something_is_copied() {
    MethodCalls timed = MethodCalls.timed(100, 5, 5).over(10 * SECOND);
    Budget copies =
        of(
            busy(Map.of(HOT + ".sum([B)J", timed), SUMMING)
                .sampled(1000, cpu(SUM, Situation.IN_REST)));
    assertThat(copies.counted().orElseThrow().text()).isEqualTo("Counted: 10 crossings/s.");
    assertThat(copies.kept()).isFalse();
    Budget scalars =
        of(
            busy(Map.of(HOT + ".mix(JI)J", timed), MIXING)
                .sampled(1000, cpu(MIX, Situation.IN_REST)));
    assertThat(scalars.kept()).isTrue();
  }

  @Test
  void where_one_entry_was_not_counted_nothing_is_said_of_all() {
    Budget budget =
        of(
            busy(Map.of(HOT + ".mix(JI)J", calls(10, 9, 10)), MIXING, SUMMING)
                .sampled(500, cpu(MIX, Situation.IN_REST))
                .sampled(500, cpu(SUM, Situation.IN_REST)));
    assertThat(budget.counted().orElseThrow().text())
        .startsWith("Counted at 1 of 2 entries: 1 crossings/s");
    assertThat(budget.kept()).isFalse();
    assertThat(budget.exceeded()).isFalse();
  }

  @Test
  void without_a_time_there_is_no_rate() {
    Budget budget =
        of(
            busy(Map.of(HOT + ".mix(JI)J", MethodCalls.timed(10, 9, 10)), MIXING)
                .sampled(1000, cpu(MIX, Situation.IN_REST)));
    assertThat(budget.counted()).isEmpty();
  }
}
