package io.github.rustfit.rules.evidence.profile;

import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.evidence.base.Tally;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How densely a minute was sampled, one sample for 20 ms, counted by hand. */
class SampleRateTest {

  /** So many samples, and seconds of CPU of all Java threads and of the compiler's. */
  private static ProfileSummary minute(
      long count, double threads, double compiler, SampleKind... assumed) {
    SamplingFacts sampling =
        new SamplingFacts(
            new Tally(Math.round(threads * SECOND), 60 * SECOND),
            new TreeSet<>(Set.of(assumed)),
            new TreeMap<>(),
            new TreeSet<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());
    return processCpu(
            profile(60, samples(count, cpu(frame("a.B", "run", 1)))),
            Tally.UNKNOWN,
            new Tally(Math.round(compiler * SECOND), 60 * SECOND))
        .with(RecordingFacts.EMPTY.with(sampling));
  }

  /** 48 − 18 = 30 s of the application are 1,500 samples of 20 ms; 600 of them are 40 %. */
  @Test
  void samples_are_due_for_the_cpu_of_the_application_alone() {
    SampleRate rate = SampleRate.of(minute(600, 48, 18)).orElseThrow();

    assertThat(rate.due()).isBetween(1_499L, 1_500L);
    assertThat(rate.ratio()).isCloseTo(0.4, within(0.001));
    assertThat(rate.perCpuSecond()).isCloseTo(20, within(0.001));
    assertThat(rate.duePerCpuSecond()).isCloseTo(50, within(0.05));
  }

  /** 4 s are 200 samples, 3.98 s are 199. */
  @Test
  void of_too_few_nothing_is_said() {
    assertThat(SampleRate.of(minute(100, 4.001, 0))).isPresent();
    assertThat(SampleRate.of(minute(100, 3.98, 0))).isEmpty();
    assertThat(SampleRate.of(minute(0, 48, 0))).isEmpty();
    assertThat(SampleRate.of(minute(600, 10, 20))).isEmpty();
  }

  @Test
  void of_samples_whose_worth_is_assumed_nothing_is_said() {
    assertThat(SampleRate.of(minute(600, 48, 18, SampleKind.CPU))).isEmpty();
    assertThat(SampleRate.of(minute(600, 48, 18, SampleKind.ALLOCATION))).isPresent();
  }

  @Test
  void calls_of_two_recordings_add_up_and_the_longest_is_that_of_both() {
    MethodCalls many = new MethodCalls(7, 50, 11, new Tally(300, 4), 4);
    MethodCalls few = new MethodCalls(2, 30, 23, new Tally(100, 6), 5);

    assertThat(many.merge(few)).isEqualTo(new MethodCalls(9, 80, 23, new Tally(400, 10), 9));
    assertThat(few.merge(many)).isEqualTo(new MethodCalls(9, 80, 23, new Tally(400, 10), 9));
    assertThat(many.merge(MethodCalls.timed(Long.MAX_VALUE, Long.MAX_VALUE, 1)))
        .isEqualTo(new MethodCalls(Long.MAX_VALUE, Long.MAX_VALUE, 11, new Tally(300, 4), 4));
  }
}
