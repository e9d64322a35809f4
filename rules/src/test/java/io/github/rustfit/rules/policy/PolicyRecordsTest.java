package io.github.rustfit.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.stats.MeasuredValue;
import io.github.rustfit.rules.verdict.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What may be declared and what may not, at the very bounds. */
class PolicyRecordsTest {

  private static final OptionalDouble NONE = OptionalDouble.empty();

  private static void refused(ThrowingCallable made) {
    assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class);
  }

  private static Fleet fleet(double instances, double price) {
    return new Fleet(
        OptionalDouble.of(instances),
        NONE,
        NONE,
        OptionalDouble.of(price),
        NONE,
        Optional.empty(),
        NONE);
  }

  @Test
  void a_fleet_has_positive_numbers_and_prices() {
    for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(() -> fleet(wrong, 1));
      refused(() -> fleet(1, wrong));
    }
    assertThat(fleet(0.5, 1).instances()).hasValue(0.5);
  }

  @Test
  void a_component_s_own_fleet_comes_before_that_of_all() {
    Fleet whole = fleet(7, 3);
    Fleet own =
        new Fleet(OptionalDouble.of(2), NONE, NONE, NONE, NONE, Optional.of(Binding.CPU), NONE);
    DeclaredFacts facts =
        new DeclaredFacts(
            "EUR",
            whole,
            Map.of("own", own),
            Team.NOT_DECLARED,
            NONE,
            Optional.of(new Horizon(5, "")),
            Map.of("own", new Horizon(2, "2028")),
            Operations.NOT_DECLARED,
            List.of(),
            Assumptions.DEFAULT);

    assertThat(facts.fleet("own").instances()).hasValue(2);
    assertThat(facts.fleet("own").pricePerGiBYear()).hasValue(3);
    assertThat(facts.fleet("other")).isEqualTo(whole);
    assertThat(facts.horizon("own")).contains(new Horizon(2, "2028"));
    assertThat(facts.horizon("other")).contains(new Horizon(5, ""));
  }

  @Test
  void what_binds_is_memory_cpu_or_both() {
    assertThat(Stream.of(Binding.values()).filter(Binding::memory))
        .containsExactly(Binding.MEMORY, Binding.BOTH);
    assertThat(Stream.of(Binding.values()).filter(Binding::cpu))
        .containsExactly(Binding.CPU, Binding.BOTH);
    assertThat(Binding.byId("both")).contains(Binding.BOTH);
    assertThat(Binding.byId("BOTH")).isEmpty();
  }

  @Test
  void a_horizon_is_a_positive_number_of_years() {
    for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(() -> new Horizon(wrong, ""));
    }
    assertThat(new Horizon(0.5, "").years()).isEqualTo(0.5);
  }

  @Test
  void a_cost_is_positive() {
    for (double wrong : new double[] {0, -1, Double.NaN}) {
      refused(() -> costing(wrong));
    }
    assertThat(costing(1).personMonthCost()).hasValue(1);
  }

  private static DeclaredFacts costing(double cost) {
    return new DeclaredFacts(
        "EUR",
        Fleet.NOT_DECLARED,
        Map.of(),
        Team.NOT_DECLARED,
        OptionalDouble.of(cost),
        Optional.empty(),
        Map.of(),
        Operations.NOT_DECLARED,
        List.of(),
        Assumptions.DEFAULT);
  }

  @Test
  void incidents_are_counted_over_at_least_a_month() {
    refused(() -> new Incidents(0, OptionalInt.empty(), OptionalInt.empty()));
    refused(() -> new Incidents(24, OptionalInt.of(-1), OptionalInt.empty()));
    refused(() -> new Incidents(24, OptionalInt.empty(), OptionalInt.of(-1)));
    assertThat(new Incidents(1, OptionalInt.of(0), OptionalInt.of(0)).dataRaces()).hasValue(0);
  }

  private static Team team(int size, int experienced, double rampUp) {
    return new Team(
        OptionalInt.of(size),
        OptionalInt.of(experienced),
        Optional.empty(),
        OptionalDouble.of(rampUp));
  }

  @Test
  void of_a_team_no_more_are_experienced_than_there_are() {
    refused(() -> team(0, 0, 1));
    refused(() -> team(3, -1, 1));
    refused(() -> team(3, 4, 1));
    refused(() -> team(3, 3, -1));
    refused(() -> team(3, 3, Double.NaN));
    refused(() -> team(3, 3, Double.POSITIVE_INFINITY));
    assertThat(team(1, 1, 0).size()).hasValue(1);
    assertThat(team(3, 0, 6).systemsExperienced()).hasValue(0);
  }

  private static ServiceLevel level(double percentile, double target, int fanOut, double observed) {
    return new ServiceLevel(
        percentile, target, OptionalDouble.of(observed), NONE, NONE, fanOut, NONE);
  }

  /** At the 99.9th percentile one request in a thousand may miss. */
  @Test
  void a_service_level_is_between_none_and_all_of_the_requests() {
    for (double wrong : new double[] {0, 100, -1, 101, Double.NaN}) {
      refused(() -> level(wrong, 10, 1, 5));
    }
    for (double wrong : new double[] {0, -1, Double.NaN}) {
      refused(() -> level(99, wrong, 1, 5));
    }
    refused(() -> level(99, 10, 0, 5));
    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(() -> level(99, 10, 1, wrong));
    }
    assertThat(level(99, 10, 1, 0).observedMs()).hasValue(0);
    assertThat(level(99.9, 10, 1, 5).allowedMisses()).isCloseTo(0.001, within(1e-12));
  }

  @Test
  void three_points_are_ordered_towards_the_better_end() {
    for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(() -> new ThreePoint(wrong, 1, 1));
      refused(() -> new ThreePoint(1, wrong, 1));
      refused(() -> new ThreePoint(1, 1, wrong));
    }
    assertThat(new ThreePoint(1, 2, 3).ordered(true)).isTrue();
    assertThat(new ThreePoint(1, 2, 3).ordered(false)).isFalse();
    assertThat(new ThreePoint(3, 2, 1).ordered(false)).isTrue();
    assertThat(new ThreePoint(3, 2, 1).ordered(true)).isFalse();
    assertThat(new ThreePoint(2, 1, 3).ordered(true)).isFalse();
    assertThat(new ThreePoint(1, 3, 2).ordered(true)).isFalse();
    assertThat(new ThreePoint(2, 3, 1).ordered(false)).isFalse();
    assertThat(new ThreePoint(3, 1, 2).ordered(false)).isFalse();
    assertThat(ThreePoint.exactly(2).ordered(true)).isTrue();
    assertThat(ThreePoint.exactly(2).ordered(false)).isTrue();
  }

  private static Assumptions assuming(Assumption one, double worst, double middle, double best) {
    return new Assumptions(
        Map.of(one, new ThreePoint(worst, middle, best)), Map.of(), BoundaryPlan.NONE);
  }

  @Test
  void an_assumption_is_no_less_than_nothing_and_a_share_no_more_than_all() {
    refused(() -> assuming(Assumption.MEMORY_REDUCTION, 0.5, 0.4, 0.6)); // not in order
    refused(() -> assuming(Assumption.MEMORY_REDUCTION, 0.5, 0.6, 1.1));
    refused(
        () -> assuming(Assumption.BOUNDARY, 1.1, 0.5, 0.1)); // worst first, where less is better
    refused(() -> assuming(Assumption.MEMORY_REDUCTION, -0.1, 0, 0.1));
    refused(() -> assuming(Assumption.BOUNDARY, 0.1, 0, -0.1));
    refused(() -> assuming(Assumption.KERNEL_SPEED_UP, 0, 1, 2)); // it divides
    Assumptions whole = assuming(Assumption.MEMORY_REDUCTION, 0, 0.5, 1);
    assertThat(whole.get(Assumption.MEMORY_REDUCTION)).isEqualTo(new ThreePoint(0, 0.5, 1));
    assertThat(whole.declares(Assumption.MEMORY_REDUCTION)).isTrue();
    assertThat(whole.declares(Assumption.EFFORT)).isFalse();
    assertThat(assuming(Assumption.EFFORT, 2.5, 2, 1.5).get(Assumption.EFFORT).central())
        .isEqualTo(2); // no share, so more than all of it
  }

  @Test
  void only_what_is_declared_has_a_source() {
    Map<Assumption, ThreePoint> declared = Map.of(Assumption.EFFORT, ThreePoint.exactly(1));

    refused(
        () -> new Assumptions(Map.of(), Map.of(Assumption.EFFORT, "a pilot"), BoundaryPlan.NONE));
    refused(() -> new Assumptions(declared, Map.of(Assumption.EFFORT, " "), BoundaryPlan.NONE));
    Assumptions said =
        new Assumptions(declared, Map.of(Assumption.EFFORT, "a pilot"), BoundaryPlan.NONE);
    assertThat(said.source(Assumption.EFFORT)).contains("a pilot");
    assertThat(said.source(Assumption.OVERRUN)).isEmpty();
  }

  @Test
  void languages_are_approved_however_they_are_written() {
    Operations approved =
        new Operations(
            Optional.of(new TreeSet<>(Set.of("Java", "RUST"))), "team-x", Optional.empty());

    assertThat(approved.rustApproved()).contains(true);
    assertThat(approved.approvedLanguages().orElseThrow()).containsExactly("java", "rust");
    assertThat(Operations.NOT_DECLARED.rustApproved()).isEmpty();
  }

  @Test
  void a_limit_of_the_process_is_none_of_a_component() {
    assertThat(Stream.of(Metric.values()).filter(Metric::perComponent))
        .containsExactly(Metric.CPU_SHARE, Metric.ALLOCATION_SHARE, Metric.HOT_PATH_FINDINGS);
    assertThat(Stream.of(Metric.values()).filter(Metric::ofComponents))
        .containsExactly(
            Metric.CPU_SHARE,
            Metric.ALLOCATION_SHARE,
            Metric.ALLOCATION_RATE,
            Metric.HOT_PATH_FINDINGS);
    Limit pauses = new Limit(Metric.GC_PAUSE_P99, 10, Level.ERROR);
    refused(() -> new ComponentLimits(List.of(pauses), Map.of()));
  }

  @Test
  void of_a_component_its_own_limit_and_verdict_come_first() {
    Limit cpu = new Limit(Metric.CPU_SHARE, 0.4, Level.ERROR);
    Limit rate = new Limit(Metric.ALLOCATION_RATE, 9, Level.WARNING);
    Policy policy =
        new Policy(
                "rustfit.yaml",
                List.of(),
                Policy.Declarations.NONE,
                new Policy.Enforced(
                    List.of(),
                    Map.of(Verdict.TUNE_JVM_FIRST, Level.WARNING),
                    Map.of(),
                    Policy.Enforced.NOTICE_DAYS),
                List.of(),
                Origins.NONE)
            .with(
                Map.of(
                    "own",
                    new ComponentLimits(
                        List.of(cpu, rate),
                        Map.of(
                            Verdict.TUNE_JVM_FIRST, Optional.of(Level.ERROR),
                            Verdict.KEEP_IN_JAVA, Optional.empty()))));

    assertThat(policy.limitsOf("own").limit(Metric.ALLOCATION_RATE)).contains(rate);
    assertThat(policy.limitsOf("own").limit(Metric.ALLOCATION_SHARE)).isEmpty();
    assertThat(policy.limitsOf("other")).isEqualTo(ComponentLimits.NONE);
    assertThat(policy.level(Verdict.TUNE_JVM_FIRST, "own")).contains(Level.ERROR);
    assertThat(policy.level(Verdict.TUNE_JVM_FIRST, "other")).contains(Level.WARNING);
    assertThat(policy.level(Verdict.KEEP_IN_JAVA, "own")).isEmpty();
    assertThat(policy.level(Verdict.KEEP_IN_JAVA, "other")).isEmpty();
  }

  private static Decision decision(
      String file, int line, String finding, String component, String until, Decision.Kind kind) {
    return new Decision(
        finding,
        component,
        kind,
        "it is so",
        "team-x",
        LocalDate.parse("2026-01-01"),
        LocalDate.parse(until),
        file,
        line);
  }

  /** Written in the order that is expected; each differs from the one before in one thing. */
  @Test
  void decisions_stand_as_in_their_files() {
    List<Decision> ordered =
        List.of(
            decision("a.yaml", 9, "z", "z", "2027-01-01", Decision.Kind.REWRITE),
            decision("b.yaml", 2, "z", "z", "2027-01-01", Decision.Kind.REWRITE),
            decision("b.yaml", 10, "x", "z", "2027-01-01", Decision.Kind.REWRITE),
            decision("b.yaml", 10, "y", "a", "2027-01-01", Decision.Kind.REWRITE),
            decision("b.yaml", 10, "y", "b", "2026-06-01", Decision.Kind.REWRITE),
            decision("b.yaml", 10, "y", "b", "2027-01-01", Decision.Kind.KEEP_IN_JAVA),
            decision("b.yaml", 10, "y", "b", "2027-01-01", Decision.Kind.REWRITE));

    for (int i = 0; i < ordered.size(); i++) {
      for (int j = 0; j < ordered.size(); j++) {
        assertThat(Integer.signum(ordered.get(i).compareTo(ordered.get(j))))
            .as(i + " and " + j)
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  private static Accepted accepted(String id, String component) {
    return new Accepted(id, component, "30 %", Optional.of(MeasuredValue.exact(1)));
  }

  @Test
  void a_baseline_accepts_by_id_and_component() {
    Baseline baseline =
        new Baseline(
            "g:a",
            new TreeSet<>(List.of(accepted("a", "x"), accepted("a", "y"), accepted("b", "x"))),
            Map.of(),
            Map.of());

    assertThat(baseline.accepted()).hasSize(3);
    assertThat(baseline.find("a", "y")).contains(accepted("a", "y"));
    assertThat(baseline.find("b", "y")).isEmpty();
    assertThat(baseline.find("c", "x")).isEmpty();
    refused(() -> accepted(" ", "x"));
  }

  @Test
  void a_place_without_a_line_is_its_file() {
    assertThat(new Origin.Place("rustfit.yaml", 0).text()).isEqualTo("rustfit.yaml");
    assertThat(new Origin.Place("rustfit.yaml", 7).text()).isEqualTo("rustfit.yaml:7");
  }

  @Test
  void a_planned_component_has_a_name() {
    refused(() -> new PlannedComponent(" ", "", "", "", List.of()));
    assertThat(new PlannedComponent("p", "", "", "", List.of("b", "a", "b")).imports())
        .containsExactly("a", "b");
  }
}
