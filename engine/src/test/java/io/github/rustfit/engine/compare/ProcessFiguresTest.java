package io.github.rustfit.engine.compare;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.testing.GcBuilder;
import io.github.rustfit.rules.testing.Situation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each figure of the process in its own unit, by hand from what was put in. */
class ProcessFiguresTest {

  /**
   * Five minutes: 100 pauses, all of so many milliseconds but for one of 90, of which two collect
   * all; 3,000 MiB allocated; 30 s of CPU of the collector.
   */
  private static GcSummary log(long millis) {
    return GcBuilder.from(gc("G1", 297, 99, millis * MILLI).merge(gc("G1", 3, 1, 90 * MILLI)))
        .collections(100, 2)
        .allocation(new Tally(3_000L << 20, 300 * SECOND))
        .gcCpu(new Tally(30 * SECOND, 300 * SECOND))
        .build();
  }

  /** 7,500 samples of 20 ms in five minutes: half a core; the system counts 0.6. */
  private static ProfileSummary recording() {
    return processCpu(
        profile(300, samples(7_500, cpu(Situation.IN_HOT))),
        new Tally(180 * SECOND, 300 * SECOND),
        Tally.UNKNOWN);
  }

  private static Side side(ProfileSummary recording, GcSummary log) {
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            new TreeMap<>(Map.of("aa", recording)),
            new TreeMap<>(Map.of("bb", log)),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            new TreeSet<>(Set.of(Situation.HOT)),
            new TreeSet<>(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());
    return new Side(
        evidence,
        new Assessor(Policy.DEFAULT, CrateCatalogue.EMPTY, Rules.of(List.of())).assess(evidence));
  }

  private static Map<ComparedMetric, MetricComparison> process(Side before, Side after) {
    Map<ComparedMetric, MetricComparison> figures = new EnumMap<>(ComparedMetric.class);
    new Comparer(Margin.DEFAULT)
        .compare(before, after)
        .process()
        .forEach(one -> figures.put(one.measure(), one));
    return figures;
  }

  private static void assertFigure(
      OptionalDouble found, ComparedMetric metric, double expected, double precision) {
    assertThat(found).as(metric.name()).isPresent();
    assertThat(found.orElseThrow())
        .as(metric.name())
        .isCloseTo(expected, within(Math.abs(expected) * precision + 1e-12));
  }

  /** The time in pauses is 99 × 4 + 90 = 486 ms of 300 s; percentiles are kept to 0.1 %. */
  @Test
  void every_figure_is_in_its_unit() {
    Map<ComparedMetric, MetricComparison> figures =
        process(side(recording(), log(4)), side(recording(), log(8)));
    Map<ComparedMetric, Double> before = new EnumMap<>(ComparedMetric.class);
    before.put(ComparedMetric.CPU_CORES, 0.5);
    before.put(ComparedMetric.ALLOCATION_RATE, 10.0 * (1 << 20));
    before.put(ComparedMetric.PAUSES, 20.0);
    before.put(ComparedMetric.PAUSE_P50, 4e6);
    before.put(ComparedMetric.PAUSE_P99, 4e6);
    before.put(ComparedMetric.PAUSE_P999, 90e6);
    before.put(ComparedMetric.PAUSE_MAX, 90e6);
    before.put(ComparedMetric.PAUSE_TIME, 0.486 / 300);
    before.put(ComparedMetric.FULL_COLLECTIONS, 24.0);
    before.put(ComparedMetric.GC_CPU, 0.1);
    before.put(ComparedMetric.PROCESS_CPU, 0.6);

    assertThat(figures.keySet()).isEqualTo(before.keySet());
    figures.forEach(
        (metric, figure) ->
            assertFigure(figure.before(), metric, before.getOrDefault(metric, Double.NaN), 0.001));
    before.put(ComparedMetric.PAUSE_P50, 8e6);
    before.put(ComparedMetric.PAUSE_P99, 8e6);
    before.put(ComparedMetric.PAUSE_TIME, 0.882 / 300);
    figures.forEach(
        (metric, figure) ->
            assertFigure(figure.after(), metric, before.getOrDefault(metric, Double.NaN), 0.001));
  }

  private static MetricComparison figure(
      Map<ComparedMetric, MetricComparison> figures, ComparedMetric metric) {
    return Objects.requireNonNull(figures.get(metric));
  }

  private static Set<ComparedMetric> known(Map<ComparedMetric, MetricComparison> figures) {
    Set<ComparedMetric> known = new TreeSet<>();
    figures.forEach(
        (metric, figure) -> {
          if (figure.before().isPresent()) {
            known.add(metric);
          }
        });
    return known;
  }

  @Test
  void nothing_recorded_is_unknown_and_not_zero() {
    assertThat(
            known(process(side(ProfileSummary.EMPTY, GcSummary.EMPTY), side(recording(), log(4)))))
        .isEmpty();
  }

  /** A log of a run without a single pause: none a minute, and no percentile of nothing. */
  @Test
  void no_pause_is_none_a_minute_and_has_no_length() {
    Map<ComparedMetric, MetricComparison> figures =
        process(
            side(ProfileSummary.EMPTY, gc("G1", 300, 0, 0)), side(ProfileSummary.EMPTY, log(4)));

    assertThat(known(figures))
        .containsExactlyInAnyOrder(
            ComparedMetric.PAUSES, ComparedMetric.PAUSE_TIME, ComparedMetric.FULL_COLLECTIONS);
    assertFigure(figure(figures, ComparedMetric.PAUSES).before(), ComparedMetric.PAUSES, 0, 0);
    assertThat(figure(figures, ComparedMetric.PAUSE_P50).effect()).isEmpty();
  }

  /** What no collection told of is not known; that nothing was allocated is. */
  @Test
  void an_amount_without_a_collection_is_known_only_if_it_is_none() {
    Side some = side(ProfileSummary.EMPTY, allocated(1 << 20));
    Side none = side(ProfileSummary.EMPTY, allocated(0));

    assertThat(known(process(some, none))).doesNotContain(ComparedMetric.ALLOCATION_RATE);
    assertThat(known(process(none, some))).contains(ComparedMetric.ALLOCATION_RATE);
  }

  private static GcSummary allocated(long bytes) {
    return GcBuilder.from(gc("G1", 300, 0, 0)).allocation(new Tally(bytes, 300 * SECOND)).build();
  }
}
