package io.github.rustfit.engine.assessment;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.policy.ComponentLimits;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Origin;
import io.github.rustfit.rules.policy.Origins;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.testing.Situation;
import io.github.rustfit.rules.testing.StubRule;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A violation says where the policy says its limit: line 3 for all, line 13 for one component.
 * {@code app/hot} owns 600 and {@code app/rest} 400 of 1,000 CPU samples. 120 pauses of 50 ms in
 * 600 s leave a throughput of 99 %.
 */
class LimitPlacesTest {

  private static final String FILE = "rustfit.yaml";

  private static final Origins PLACES =
      new Origins(
          List.of(
              origin("limits.cpuShare", 3),
              origin("limits.gcThroughput", 4),
              origin("limits.allocationShare", 5),
              origin("verdicts.keep-in-java", 6),
              origin("components[app/hot].limits.cpuShare", 13),
              origin("components[app/hot].verdicts.keep-in-java", 14)));

  private static Origin origin(String key, int line) {
    return new Origin(key, "1", new Origin.Place(FILE, line), List.of());
  }

  private static LimitCheckResult check(
      Map<Verdict, Level> verdicts, Optional<ComponentLimits> own) {
    Policy policy =
        new Policy(
                FILE,
                List.of(),
                new Policy.Declarations(
                    Optional.empty(),
                    Optional.empty(),
                    Incidents.NOT_DECLARED,
                    DeclaredFacts.NONE,
                    Targets.NONE),
                new Policy.Enforced(
                    verdicts.isEmpty()
                        ? List.of(
                            new Limit(Metric.CPU_SHARE, 0.2, Level.ERROR),
                            new Limit(Metric.GC_THROUGHPUT, 99.5, Level.ERROR),
                            new Limit(Metric.ALLOCATION_SHARE, 0.2, Level.ERROR))
                        : List.of(),
                    verdicts,
                    Map.of(),
                    Policy.Enforced.NOTICE_DAYS),
                List.of(),
                PLACES)
            .with(own.map(limits -> Map.of("app/hot", limits)).orElse(Map.of()));
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            new TreeMap<>(
                Map.of(
                    "aa",
                    profile(
                        60,
                        samples(600, cpu(Situation.IN_HOT)),
                        samples(400, cpu(Situation.IN_REST))))),
            new TreeMap<>(Map.of("bb", gc("G1", 600, 120, 50 * MILLI))),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            new TreeSet<>(Set.of(Situation.HOT, Situation.REST)),
            new TreeSet<>(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());
    Rules kept =
        Rules.of(
            List.of(
                StubRule.measured(Topic.HOT_PATH, Answer.NO),
                StubRule.measured(Topic.DEFECTS, Answer.NO)));
    return new Assessor(policy, CrateCatalogue.EMPTY, kept).assess(evidence).limitCheck();
  }

  private static List<String> messages(LimitCheckResult result) {
    return result.violations().stream().map(Violation::message).toList();
  }

  /** By Wilson's formula 600 of 1,000 are 56.9 to 63.0 %, 400 are 37.0 to 43.1 %. */
  @Test
  void a_limit_of_all_stands_where_all_is_said() {
    assertThat(messages(check(Map.of(), Optional.empty())))
        .containsExactly(
            "gcThroughput is 99 %, the limit is at least 99.5 % (rustfit.yaml:4)",
            "owns 60.0 % (56.9–63.0 %) of the CPU samples, the limit is 20.0 % (rustfit.yaml:3)",
            "owns 40.0 % (37.0–43.1 %) of the CPU samples, the limit is 20.0 % (rustfit.yaml:3)");
  }

  @Test
  void a_component_s_own_limit_stands_where_its_own_is_said() {
    ComponentLimits own =
        new ComponentLimits(List.of(new Limit(Metric.CPU_SHARE, 0.5, Level.ERROR)), Map.of());

    assertThat(messages(check(Map.of(), Optional.of(own))))
        .containsExactly(
            "gcThroughput is 99 %, the limit is at least 99.5 % (rustfit.yaml:4)",
            "owns 60.0 % (56.9–63.0 %) of the CPU samples, the limit is 50.0 % (rustfit.yaml:13)",
            "owns 40.0 % (37.0–43.1 %) of the CPU samples, the limit is 20.0 % (rustfit.yaml:3)");
  }

  @Test
  void a_verdict_that_is_not_accepted_stands_where_it_is_said_and_why() {
    ComponentLimits own =
        new ComponentLimits(List.of(), Map.of(Verdict.KEEP_IN_JAVA, Optional.of(Level.WARNING)));
    Map<Verdict, Level> refused = Map.of(Verdict.KEEP_IN_JAVA, Level.ERROR);

    assertThat(messages(check(refused, Optional.empty())))
        .containsOnly(
            "comes out as keep-in-java, which the policy does not accept (rustfit.yaml:6): HOT_PATH"
                + " is NO.")
        .hasSize(2);
    LimitCheckResult mixed = check(refused, Optional.of(own));
    assertThat(messages(mixed))
        .containsExactly(
            "comes out as keep-in-java, which the policy does not accept (rustfit.yaml:6): HOT_PATH"
                + " is NO.",
            "comes out as keep-in-java, which the policy does not accept (rustfit.yaml:14):"
                + " HOT_PATH is NO.");
    assertThat(mixed.violations())
        .extracting(one -> one.level() + " " + one.component() + " " + one.location())
        .containsExactly("ERROR app/rest Rest.java:7", "WARNING app/hot Hot.java:7");
  }

  @Test
  void a_limit_that_was_not_checked_stands_where_it_is_said() {
    assertThat(check(Map.of(), Optional.empty()).unchecked())
        .extracting(Problem::where, Problem::line)
        .containsExactly(tuple(FILE, 5));
  }

  /** 57 % lie within the interval of 56.9 to 63.0 %. */
  @Test
  void a_component_s_own_limit_is_held_against_the_near_bound_too() {
    ComponentLimits own =
        new ComponentLimits(List.of(new Limit(Metric.CPU_SHARE, 0.57, Level.ERROR)), Map.of());

    assertThat(check(Map.of(), Optional.of(own)).violations())
        .extracting(Violation::id)
        .containsExactly("gcThroughput", "cpuShare:app/rest");
  }
}
