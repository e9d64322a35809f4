package io.github.rustfit.rules.support;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.ComponentDefinition;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates policies, and the rules of a team beside the built-in ones. */
public final class AnyPolicy {

  private static final Rules BUILT_IN = Rules.load(AnyPolicy.class.getClassLoader());

  private AnyPolicy() {}

  private static Arbitrary<OptionalDouble> latency() {
    return Arbitraries.of(-1.0, 1.0, 30.0, 60.0, 500.0)
        .map(ms -> ms < 0 ? OptionalDouble.empty() : OptionalDouble.of(ms));
  }

  private static Arbitrary<OptionalInt> incidentCount() {
    return Arbitraries.of(-1, 0, 0, 3).map(n -> n < 0 ? OptionalInt.empty() : OptionalInt.of(n));
  }

  public static Arbitrary<Policy> policy() {
    Arbitrary<ServiceLevel> level =
        Combinators.combine(
                Arbitraries.of(50.0, 99.0, 99.9),
                Arbitraries.of(1.0, 20.0, 100.0, 1000.0),
                latency(),
                latency(),
                latency(),
                Arbitraries.of(1, 1, 40))
            .as(
                (q, target, p, p50, s, k) ->
                    new ServiceLevel(q, target, p, p50, s, k, OptionalDouble.empty()));
    Arbitrary<List<ComponentDefinition>> definitions =
        Arbitraries.of(
            List.of(),
            List.of(new ComponentDefinition("kernel", "", List.of("com.acme.hot"), "team")),
            List.of(new ComponentDefinition("all", "app", List.of("com.acme"), "")));
    Arbitrary<List<Limit>> limits =
        Arbitraries.of(Metric.class)
            .map(metric -> new Limit(metric, 0.3, Level.ERROR))
            .list()
            .ofMaxSize(2);
    return Combinators.combine(
            definitions,
            Arbitraries.of(true, true, false).optional(),
            level.optional(0.9),
            Combinators.combine(incidentCount(), incidentCount())
                .as((races, memory) -> new Incidents(24, races, memory)),
            limits)
        .as(
            (components, representative, service, incidents, limit) ->
                new Policy(
                    "rustfit.yaml",
                    components,
                    representative,
                    service,
                    incidents,
                    limit,
                    Map.of()));
  }

  /** Forgets some of what the policy declares: those declarations whose number is in the set. */
  public static Policy forget(Policy policy, Set<Integer> which) {
    Optional<ServiceLevel> level =
        policy.serviceLevel().filter(l -> !which.contains(0)).map(l -> forget(l, which));
    Incidents incidents =
        new Incidents(
            policy.incidents().months(),
            which.contains(4) ? OptionalInt.empty() : policy.incidents().dataRaces(),
            which.contains(5) ? OptionalInt.empty() : policy.incidents().memorySafety());
    return new Policy(
        policy.source(),
        policy.components(),
        which.contains(6) ? Optional.empty() : policy.representative(),
        level,
        incidents,
        policy.limits(),
        policy.verdicts());
  }

  private static ServiceLevel forget(ServiceLevel level, Set<Integer> which) {
    return new ServiceLevel(
        level.percentile(),
        level.targetMs(),
        which.contains(1) ? OptionalDouble.empty() : level.observedMs(),
        which.contains(2) ? OptionalDouble.empty() : level.observedP50Ms(),
        which.contains(3) ? OptionalDouble.empty() : level.serviceTimeMs(),
        level.fanOut(),
        level.requestsPerSecond());
  }

  /** The built-in rules and one more for each of the topics, most of them in favour of Rust. */
  public static Arbitrary<Rules> rules(Provenance... provenances) {
    return Combinators.combine(
            Arbitraries.of(Topic.class).set(),
            Arbitraries.of(Role.NECESSARY, Role.NECESSARY, Role.SUFFICIENT, Role.SUPPORTING),
            Arbitraries.of(Answer.YES, Answer.YES, Answer.YES, Answer.NO, Answer.UNKNOWN)
                .list()
                .ofSize(Topic.values().length),
            Arbitraries.of(provenances))
        .as(
            (topics, role, answers, provenance) -> {
              List<Rule> all = new ArrayList<>(BUILT_IN.all());
              topics.forEach(
                  topic ->
                      all.add(new StubRule(topic, role, answers.get(topic.ordinal()), provenance)));
              return Rules.of(all);
            });
  }
}
