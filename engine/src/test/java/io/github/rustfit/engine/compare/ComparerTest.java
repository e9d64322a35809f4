package io.github.rustfit.engine.compare;

import static io.github.rustfit.rules.testing.Given.allocation;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.file;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.testing.Situation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Two components, one hot and one cold; every CPU sample stands for 20 ms. */
class ComparerTest {

  private static final Rules RULES = Rules.load(ComparerTest.class.getClassLoader());

  private static ProfileSummary recording(long seconds, long hot, long rest, long sites) {
    return profile(
        seconds,
        samples(hot, cpu(Situation.IN_HOT)),
        samples(rest, cpu(Situation.IN_REST)),
        samples(sites, allocation("byte[]", Situation.IN_HOT)));
  }

  private static Evidence evidence(
      String name, List<ProfileSummary> recordings, List<GcSummary> logs, SourceFile... sources) {
    TreeMap<String, ProfileSummary> profiles = new TreeMap<>();
    recordings.forEach(one -> profiles.put(name + "-recording-" + profiles.size(), one));
    TreeMap<String, GcSummary> gcLogs = new TreeMap<>();
    logs.forEach(one -> gcLogs.put(name + "-log-" + gcLogs.size(), one));
    return new Evidence(
        new TreeSet<>(),
        profiles,
        gcLogs,
        Collections.emptySortedMap(),
        new TreeMap<>(),
        new TreeSet<>(Set.of(sources)),
        new TreeSet<>(),
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }

  private static Side side(Evidence evidence) {
    return new Side(
        evidence, new Assessor(Policy.DEFAULT, CrateCatalogue.EMPTY, RULES).assess(evidence));
  }

  /** Three runs, which differ by 2 % (98, 100 and 102 of 100 of everything). */
  private static Side side(
      String name, long hot, long rest, long sites, int pauses, long pauseNanos) {
    List<ProfileSummary> recordings = new ArrayList<>();
    List<GcSummary> logs = new ArrayList<>();
    for (int percent : new int[] {98, 100, 102}) {
      recordings.add(
          recording(300, hot * percent / 100, rest * percent / 100, sites * percent / 100));
      logs.add(gc("G1", 300, pauses * percent / 100, pauseNanos * percent / 100));
    }
    return side(evidence(name, recordings, logs, Situation.HOT, Situation.REST));
  }

  private static Side once(String name, ProfileSummary recording, GcSummary log) {
    return side(
        evidence(
            name,
            recording.equals(ProfileSummary.EMPTY) ? List.of() : List.of(recording),
            List.of(log),
            Situation.HOT,
            Situation.REST));
  }

  private static Comparison compare(Side before, Side after) {
    return new Comparer(Margin.DEFAULT).compare(before, after);
  }

  private static ComponentComparison component(Comparison comparison, String name) {
    return comparison.components().stream()
        .filter(one -> one.name().endsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private static MetricComparison figure(List<MetricComparison> figures, ComparedMetric measure) {
    return figures.stream().filter(f -> f.measure() == measure).findFirst().orElseThrow();
  }

  @Test
  void a_component_that_does_as_much_as_before_is_not_blamed_for_its_larger_share() {
    Comparison it =
        compare(
            side("a", 9000, 1000, 900, 600, 4_000_000), side("b", 1000, 1000, 900, 600, 4_000_000));
    List<MetricComparison> hot = component(it, "hot").figures();
    // 9,000 samples of 20 ms in 300 s are 0.6 cores; 1,000 are 0.0667.
    assertThat(figure(hot, ComparedMetric.CPU_CORES).before()).hasValue(0.6);
    assertThat(figure(hot, ComparedMetric.CPU_CORES).after().getAsDouble())
        .isCloseTo(20.0 / 300, within(1e-12));
    assertThat(figure(hot, ComparedMetric.CPU_CORES).change()).isEqualTo(Change.BETTER);
    assertThat(figure(hot, ComparedMetric.CPU_SHARE).change()).isEqualTo(Change.MOVED);
    assertThat(figure(hot, ComparedMetric.ALLOCATION_RATE).change()).isEqualTo(Change.UNCHANGED);
    List<MetricComparison> rest = component(it, "rest").figures();
    assertThat(figure(rest, ComparedMetric.CPU_SHARE).change()).isEqualTo(Change.MOVED);
    assertThat(figure(rest, ComparedMetric.CPU_CORES).change()).isEqualTo(Change.UNCHANGED);
    assertThat(it.figures(Change.WORSE)).isEmpty();
    assertThat(it.components().get(0).name()).endsWith("hot");
    assertThat(component(it, "hot").methods().get(0).method()).isEqualTo("run");
    assertThat(component(it, "hot").methods().get(0).share().change()).isEqualTo(Change.MOVED);
  }

  @Test
  void longer_and_more_frequent_pauses_are_worse() {
    Comparison it =
        compare(side("a", 900, 100, 90, 600, 4_000_000), side("b", 900, 100, 90, 1200, 40_000_000));
    MetricComparison pauses = figure(it.process(), ComparedMetric.PAUSES);
    assertThat(pauses.before()).hasValueCloseTo(120.0, within(1e-9)); // 600 in 5 minutes
    assertThat(pauses.after()).hasValueCloseTo(240.0, within(1e-9));
    assertThat(pauses.effect().orElseThrow().value()).isCloseTo(2, within(1e-12));
    assertThat(pauses.change()).isEqualTo(Change.WORSE);
    assertThat(figure(it.process(), ComparedMetric.PAUSE_P50).change()).isEqualTo(Change.WORSE);
    MetricComparison time = figure(it.process(), ComparedMetric.PAUSE_TIME);
    // 1200 × 40 ms, and by 2 % less and more of both
    assertThat(time.after().getAsDouble())
        .isCloseTo(48.0 / 300 * (0.98 * 0.98 + 1 + 1.02 * 1.02) / 3, within(1e-9));
    assertThat(time.change()).isEqualTo(Change.WORSE);
    // The longest pause is not tested, and 600 pauses are too few for p99.9.
    assertThat(figure(it.process(), ComparedMetric.PAUSE_MAX).change()).isEqualTo(Change.UNKNOWN);
    assertThat(figure(it.process(), ComparedMetric.PAUSE_P999).change()).isEqualTo(Change.UNKNOWN);
    assertThat(figure(it.process(), ComparedMetric.FULL_COLLECTIONS).change())
        .isEqualTo(Change.UNCHANGED); // none on either side
  }

  @Test
  void code_that_went_to_another_component_is_no_regression_of_that_one() {
    Comparison it =
        compare(side("a", 9000, 0, 900, 600, 4_000_000), side("b", 0, 9000, 900, 600, 4_000_000));
    assertThat(figure(component(it, "hot").figures(), ComparedMetric.CPU_CORES).change())
        .isEqualTo(Change.MOVED);
    assertThat(figure(component(it, "rest").figures(), ComparedMetric.CPU_CORES).change())
        .isEqualTo(Change.MOVED);
    assertThat(figure(it.process(), ComparedMetric.CPU_CORES).change()).isEqualTo(Change.UNCHANGED);
    assertThat(it.figures(Change.WORSE)).isEmpty();
  }

  @Test
  void what_one_side_did_not_record_is_unknown_and_not_nothing() {
    Comparison it =
        compare(
            side("a", 900, 100, 90, 600, 4_000_000),
            once("b", ProfileSummary.EMPTY, gc("G1", 300, 600, 4_000_000)));
    for (MetricComparison figure : component(it, "hot").figures()) {
      assertThat(figure.change()).isEqualTo(Change.UNKNOWN);
      assertThat(figure.after()).isEmpty();
    }
    assertThat(component(it, "hot").findings().gone()).isEmpty();
    assertThat(it.problems())
        .anySatisfy(one -> assertThat(one.text()).contains("findings are not compared"));
  }

  @Test
  void a_declared_ratio_of_the_loads_divides_what_grows_with_load() {
    Side before = side("a", 3000, 500, 900, 600, 4_000_000);
    Side after = side("b", 6000, 1000, 1800, 1200, 4_000_000);
    assertThat(compare(before, after).figures(Change.WORSE)).hasSizeGreaterThan(3);
    Comparison equal = new Comparer(new Margin(0.1, 2)).compare(before, after);
    assertThat(equal.figures(Change.WORSE)).isEmpty();
    MetricComparison cores = figure(component(equal, "hot").figures(), ComparedMetric.CPU_CORES);
    assertThat(cores.effect().orElseThrow().value()).isCloseTo(1, within(1e-12));
  }

  /** Whatever a single run shows: two of an unchanged program differ, nobody knows how much. */
  @Test
  void a_single_run_on_either_side_claims_nothing() {
    Side one = once("a", recording(300, 9000, 1000, 900), gc("G1", 300, 600, 4_000_000));
    Side other = once("b", recording(300, 1000, 1000, 90), gc("G1", 300, 6000, 40_000_000));
    Side several = side("c", 1000, 1000, 90, 6000, 40_000_000);

    for (Comparison it :
        List.of(compare(one, other), compare(one, several), compare(several, one))) {
      for (Change claim : List.of(Change.WORSE, Change.BETTER, Change.MOVED)) {
        assertThat(it.figures(claim)).isEmpty();
      }
      assertThat(it.statements()).isZero();
      MetricComparison cores = figure(component(it, "hot").figures(), ComparedMetric.CPU_CORES);
      assertThat(cores.change()).isEqualTo(Change.UNTESTED);
      assertThat(cores.effect()).isPresent();
      assertThat(component(it, "hot").shown()).isTrue();
      assertThat(it.problems().get(0).text())
          .contains("nothing is said to have changed")
          .contains("-Drustfit.before=a.jfr,b.jfr,c.jfr");
    }
    assertThat(compare(one, several).before().runs()).isEqualTo(1);
    assertThat(compare(one, several).after().runs()).isEqualTo(3);
  }

  /**
   * Two sides of one program, whose runs differ by 10 % beside the noise of sampling: at most one
   * comparison in 100 may claim anything at all, of 10 or so statements each, without any margin.
   */
  @Test
  void all_that_is_said_holds_its_level() {
    Random random = new Random(20);
    Comparer strict = new Comparer(new Margin(0, 1));
    int alarms = 0;
    int rounds = 200;
    for (int round = 0; round < rounds; round++) {
      Comparison it = strict.compare(anyRuns("a", random), anyRuns("b", random));
      assertThat(it.statements()).isGreaterThan(8);
      boolean alarm =
          List.of(Change.BETTER, Change.WORSE, Change.MOVED).stream()
              .anyMatch(change -> !it.figures(change).isEmpty());
      alarms += alarm ? 1 : 0;
    }
    // 1 % of 200 are 2; more than 7 would come by chance once in 1,000 times (binomial).
    assertThat(alarms).isLessThanOrEqualTo(7);
  }

  private static Side anyRuns(String name, Random random) {
    List<ProfileSummary> recordings = new ArrayList<>();
    List<GcSummary> logs = new ArrayList<>();
    for (int run = 0; run < 3; run++) {
      recordings.add(recording(300, any(900, random), any(300, random), any(200, random)));
      logs.add(gc("G1", 300, any(150, random), any(4_000_000, random)));
    }
    return side(evidence(name, recordings, logs, Situation.HOT, Situation.REST));
  }

  private static int any(int mean, Random random) {
    double load = mean * Math.exp(0.1 * random.nextGaussian());
    return (int) Math.max(1, Math.round(load + Math.sqrt(load) * random.nextGaussian()));
  }

  @Test
  void the_same_recordings_on_both_sides_are_no_comparison() {
    Evidence one = once("a", recording(9, 9, 9, 9), gc("G1", 9, 9, 9)).evidence();
    assertThat(Comparability.errors(one, one))
        .extracting(Problem::message)
        .containsExactly(
            "Both sides are the same recordings and logs, so that nothing can differ.");
  }

  @Test
  void another_project_is_no_comparison() {
    Evidence one = once("a", recording(9, 9, 9, 9), gc("G1", 9, 9, 9)).evidence();
    Evidence other =
        evidence(
            "b",
            List.of(recording(9, 9, 9, 9)),
            List.of(gc("G1", 9, 9, 9)),
            file("shop", "src/main/java/shop/Till.java", "shop"));
    assertThat(Comparability.errors(one, other))
        .extracting(Problem::message)
        .containsExactly(
            "The two sides are of another project each: they have no package in common.");
    assertThat(Comparability.errors(one, Evidence.EMPTY))
        .extracting(Problem::message)
        .containsExactly("The side after holds no recording and no GC log that could be read.");
  }
}
