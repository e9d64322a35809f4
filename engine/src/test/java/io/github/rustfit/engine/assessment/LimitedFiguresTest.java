package io.github.rustfit.engine.assessment;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.allocation;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.policy.ComponentLimits;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Origins;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.stats.MeasuredValue;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.testing.GcBuilder;
import io.github.rustfit.rules.testing.Situation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every figure that a limit is held against, counted by hand. In one minute {@code app/hot} owns
 * 300 of 1,000 CPU samples, in line 7, and 100 of 1,000 allocation samples of 1 MiB each, in line
 * 9: 100 MiB in 60 s are 1.67 MiB/s. {@code app/rest} owns no CPU sample and 900 MiB: 15 MiB/s.
 */
class LimitedFiguresTest {

  private static final Frame ALLOCATES = frame("com.acme.hot.Hot", "run", 9);

  private static final ProfileSummary MINUTE =
      profile(
          60,
          samples(300, cpu(Situation.IN_HOT)),
          samples(700, cpu()),
          samples(100, allocation("byte[]", ALLOCATES)),
          samples(900, allocation("byte[]", Situation.IN_REST)));

  /** 120 pauses of 50 ms and 2,400 MiB in 600 s; 3 of the collections were full ones. */
  private static GcSummary log(String collector) {
    return GcBuilder.from(gc(collector, 600, 120, 50 * MILLI))
        .collections(120, 3)
        .allocation(new Tally(2_400L << 20, 600 * SECOND))
        .build();
  }

  /** Finds these in {@code app/hot}. */
  private record Finds(List<Finding> findings) implements Rule {

    @Override
    public RuleDescriptor descriptor() {
      return new RuleDescriptor(
          "finds", "Finds", "It finds.", Topic.TUNING, Role.NECESSARY, Set.of(), List.of());
    }

    @Override
    public Outcome judge(RuleContext context) {
      return Outcome.no(Fact.measured("There is something to mend."))
          .with(context.component().name().equals("app/hot") ? findings : List.of());
    }
  }

  private static Finding finding(String id, Level level, boolean confirmed, boolean processWide) {
    return new Finding(
        "finds",
        id,
        level,
        "Hot.java",
        7,
        "There is " + id + ".",
        "Mend " + id + ".",
        confirmed,
        processWide,
        Finding.Measured.NOTHING);
  }

  private static Assessment assess(
      Map<String, ProfileSummary> profiles,
      Map<String, GcSummary> logs,
      List<Finding> findings,
      Limit... limits) {
    return assess(profiles, logs, findings, Map.of(), limits);
  }

  /** With a limit of each component's own. */
  private static Assessment own(ProfileSummary recording, Limit limit) {
    ComponentLimits limits = new ComponentLimits(List.of(limit), Map.of());
    return assess(
        Map.of("aa", recording),
        Map.of(),
        List.of(),
        Map.of("app/hot", limits, "app/rest", limits));
  }

  private static Assessment assess(
      Map<String, ProfileSummary> profiles,
      Map<String, GcSummary> logs,
      List<Finding> findings,
      Map<String, ComponentLimits> own,
      Limit... limits) {
    Policy policy =
        new Policy(
                "rustfit.yaml",
                List.of(),
                new Policy.Declarations(
                    Optional.empty(),
                    Optional.empty(),
                    Incidents.NOT_DECLARED,
                    DeclaredFacts.NONE,
                    Targets.NONE),
                new Policy.Enforced(
                    List.of(limits), Map.of(), Map.of(), Policy.Enforced.NOTICE_DAYS),
                List.of(),
                Origins.NONE)
            .with(own);
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            new TreeMap<>(profiles),
            new TreeMap<>(logs),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            new TreeSet<>(Set.of(Situation.HOT, Situation.REST)),
            new TreeSet<>(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());
    return new Assessor(policy, CrateCatalogue.EMPTY, Rules.of(List.of(new Finds(findings))))
        .assess(evidence);
  }

  private static Limit limit(Metric metric, double value) {
    return new Limit(metric, value, Level.ERROR);
  }

  private static List<Violation> crossed(List<Finding> findings, Limit limit) {
    return assess(Map.of("aa", MINUTE), Map.of("bb", log("G1")), findings, limit)
        .limitCheck()
        .violations();
  }

  private static List<String> unchecked(Assessment assessment) {
    return assessment.limitCheck().unchecked().stream().map(Problem::message).toList();
  }

  @Test
  void every_figure_is_the_one_that_was_counted() {
    Map<String, MeasuredValue> figures =
        assess(Map.of("aa", MINUTE), Map.of("bb", log("G1")), List.of()).limitCheck().figures();

    Map<String, Double> expected =
        Map.ofEntries(
            Map.entry("cpuShare:app/hot", 0.3),
            Map.entry("cpuShare:app/rest", 0.0),
            Map.entry("allocationShare:app/hot", 0.1),
            Map.entry("allocationShare:app/rest", 0.9),
            Map.entry("allocationRate:app/hot", 100 / 60.0),
            Map.entry("allocationRate:app/rest", 15.0),
            Map.entry("cpuTime:app/hot", 0.1), // 300 × 20 ms in 60 s
            Map.entry("cpuTime:app/rest", 0.0),
            Map.entry("hotPathFindings:app/hot", 0.0),
            Map.entry("hotPathFindings:app/rest", 0.0),
            Map.entry("allocationRate", 4.0),
            Map.entry("gcPauseP99", 50.0),
            Map.entry("gcThroughput", 99.0),
            Map.entry("fullCollections", 3.0));
    assertThat(figures.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    expected.forEach(
        (id, value) ->
            assertThat(figures)
                .extractingByKey(id)
                .satisfies(
                    figure ->
                        assertThat(figure.value())
                            .as(id)
                            .isCloseTo(value, within(Math.max(1e-9, value / 1_000)))));
  }

  @Test
  void what_a_component_uses_is_counted_in_its_own_units() {
    ComponentAssessment hot = assess(Map.of("aa", MINUTE), Map.of(), List.of()).components().get(0);

    assertThat(hot.cpuSamples()).isEqualTo(300);
    assertThat(hot.allocatedBytes()).isEqualTo(100L << 20);
  }

  /** Its interval is that of the share, in MiB/s: 1,000 MiB in 60 s are 16.67 at 100 %. */
  @Test
  void the_interval_of_a_rate_is_that_of_its_share() {
    Assessment assessment = assess(Map.of("aa", MINUTE), Map.of(), List.of());
    Share share = assessment.components().get(0).allocation();

    assertThat(assessment.limitCheck().figures())
        .extractingByKey("allocationRate:app/hot")
        .satisfies(
            rate -> {
              assertThat(rate.low()).isCloseTo(share.low() * 1_000 / 60, within(1e-9));
              assertThat(rate.high()).isCloseTo(share.high() * 1_000 / 60, within(1e-9));
            });
  }

  @Test
  void without_anything_recorded_no_figure_is_known() {
    assertThat(assess(Map.of(), Map.of(), List.of()).limitCheck().figures()).isEmpty();
  }

  /** The hottest line is 7, the one that allocates is 9. */
  @Test
  void a_violation_stands_at_the_line_that_crosses_it() {
    assertThat(crossed(List.of(), limit(Metric.CPU_SHARE, 0.2)))
        .extracting(Violation::location)
        .containsExactly("Hot.java:7");
    assertThat(crossed(List.of(), limit(Metric.ALLOCATION_SHARE, 0.05)))
        .extracting(Violation::location)
        .containsExactly("Hot.java:9", "Rest.java:7");
  }

  /**
   * What was left out is 120 MiB in 60 s: 2 MiB/s at most, so 1.67 and 15 are 3.67 and 17. By
   * Wilson's formula 900 of 1,000 are 87.98 to 91.71 %, of 16.67 MiB/s 14.664 to 15.285.
   */
  @Test
  void a_rate_that_samples_left_out_could_lift_over_its_limit_is_not_checked() {
    ProfileSummary cut =
        MINUTE.with(
            MINUTE
                .facts()
                .with(
                    new SamplingFacts(
                        Tally.UNKNOWN,
                        new TreeSet<>(),
                        new TreeMap<>(Map.of(SampleKind.ALLOCATION, 120L << 20)),
                        new TreeSet<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>())));

    Assessment over = own(cut, limit(Metric.ALLOCATION_RATE, 16.5));
    assertThat(over.limitCheck().violations()).isEmpty();
    assertThat(unchecked(over))
        .containsExactly(
            "The limit allocationRate could not be checked: app/rest allocates at least 15 MiB/s"
                + " (14.664–15.285), and samples of 2 MiB/s may count bytes from before the"
                + " recording.");
    assertThat(unchecked(own(cut, limit(Metric.ALLOCATION_RATE, 17.5)))).isEmpty();
    assertThat(unchecked(own(MINUTE, limit(Metric.ALLOCATION_RATE, 16.5)))).isEmpty();
  }

  /** 4 MiB/s are below 5, but Shenandoah's log does not tell all that was allocated. */
  @Test
  void a_lower_bound_below_its_limit_is_not_checked_and_other_figures_are_whole() {
    Assessment rate =
        assess(
            Map.of(),
            Map.of("bb", log("Shenandoah")),
            List.of(),
            limit(Metric.ALLOCATION_RATE, 5),
            limit(Metric.GC_PAUSE_P99, 60),
            limit(Metric.FULL_COLLECTIONS, 3),
            limit(Metric.GC_THROUGHPUT, 98));
    assertThat(unchecked(rate).stream().filter(text -> text.contains("lower bound")))
        .containsExactly(
            "The limit allocationRate could not be checked: 4 MiB/s is a lower bound, as"
                + " Shenandoah's log does not tell all.");
    assertThat(rate.limitCheck().violations()).isEmpty();
    assertThat(
            unchecked(
                assess(
                    Map.of(),
                    Map.of("bb", log("G1")),
                    List.of(),
                    limit(Metric.ALLOCATION_RATE, 5))))
        .noneMatch(text -> text.contains("lower bound"));
  }

  /** Above its limit is above it, however much more was allocated. */
  @Test
  void a_lower_bound_above_its_limit_crosses_it() {
    assertThat(
            assess(
                    Map.of(),
                    Map.of("bb", log("Shenandoah")),
                    List.of(),
                    limit(Metric.ALLOCATION_RATE, 3.5))
                .limitCheck()
                .violations())
        .extracting(Violation::message)
        .containsExactly("allocationRate is 4 MiB/s, the limit is at most 3.5 MiB/s");
  }

  @Test
  void a_limit_of_the_process_is_mended_by_what_concerns_the_process() {
    List<Finding> found =
        List.of(
            finding("own", Level.WARNING, true, false),
            finding("process", Level.WARNING, true, true),
            finding("noted", Level.NOTE, true, true));

    assertThat(crossed(found, limit(Metric.GC_PAUSE_P99, 40)))
        .extracting(Violation::remedy)
        .containsExactly("Mend process.");
    assertThat(crossed(List.of(), limit(Metric.GC_PAUSE_P99, 40)))
        .extracting(Violation::remedy)
        .containsExactly(
            "Open the report's pauses, tune the JVM, or raise the limit with a reason.");
  }

  @Test
  void a_limit_of_a_component_is_mended_in_the_component() {
    List<Finding> found =
        List.of(
            finding("own", Level.WARNING, true, false),
            finding("process", Level.WARNING, true, true),
            finding("noted", Level.NOTE, true, false));

    assertThat(crossed(found, limit(Metric.CPU_SHARE, 0.2)))
        .extracting(Violation::remedy)
        .containsExactly("Mend own.");
    assertThat(crossed(List.of(), limit(Metric.CPU_SHARE, 0.2)))
        .extracting(Violation::remedy)
        .singleElement()
        .asString()
        .contains("hottest methods");
    assertThat(crossed(List.of(), limit(Metric.ALLOCATION_SHARE, 0.5)))
        .extracting(Violation::remedy)
        .singleElement()
        .asString()
        .contains("allocation sites");
  }

  /** The list of what to do begins with what costs most, whatever its level and its name. */
  @Test
  void what_costs_most_comes_first() {
    Finding cheap =
        finding("a", Level.ERROR, true, false)
            .costing(new Share(0.01, 0.005, 0.02, 1_000), Share.UNKNOWN);
    Finding dear =
        finding("b", Level.WARNING, true, false)
            .costing(Share.UNKNOWN, new Share(0.4, 0.3, 0.5, 1_000));

    assertThat(
            assess(Map.of("aa", MINUTE), Map.of(), List.of(cheap, dear))
                .components()
                .get(0)
                .findings())
        .extracting(Finding::id)
        .containsExactly("b", "a");
  }

  /** Only a fix in the component's own code makes it one to be tuned first. */
  @Test
  void a_fix_is_one_that_is_confirmed_in_the_component_s_own_code() {
    assertThat(fixes(finding("own", Level.WARNING, true, false))).isTrue();
    assertThat(fixes(finding("own", Level.WARNING, false, false))).isFalse();
    assertThat(fixes(finding("process", Level.WARNING, true, true))).isFalse();
  }

  private static boolean fixes(Finding finding) {
    return assess(Map.of("aa", MINUTE), Map.of(), List.of(finding))
        .components()
        .get(0)
        .gates()
        .fixes();
  }
}
