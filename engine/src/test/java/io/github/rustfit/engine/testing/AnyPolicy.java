package io.github.rustfit.engine.testing;

import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.ComponentDefinition;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Assumptions;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.BoundaryPlan;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Fleet;
import io.github.rustfit.rules.policy.Horizon;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Operations;
import io.github.rustfit.rules.policy.Origins;
import io.github.rustfit.rules.policy.Payload;
import io.github.rustfit.rules.policy.PlannedComponent;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.Remedy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.policy.Target;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.policy.Team;
import io.github.rustfit.rules.policy.Technique;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.testing.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
            Combinators.combine(Arbitraries.of(true, true, false).optional(), targets())
                .as(Map::entry),
            level.optional(0.9),
            Combinators.combine(incidentCount(), incidentCount())
                .as((races, memory) -> new Incidents(24, races, memory)),
            facts(),
            limits)
        .as(
            (components, stands, service, incidents, facts, limit) ->
                new Policy(
                    "rustfit.yaml",
                    components,
                    new Policy.Declarations(
                        stands.getKey(), service, incidents, facts, stands.getValue()),
                    new Policy.Enforced(limit, Map.of(), Map.of(), Policy.Enforced.NOTICE_DAYS),
                    List.of(),
                    Origins.NONE));
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
        new Policy.Declarations(
            which.contains(6) ? Optional.empty() : policy.representative(),
            level,
            incidents,
            forget(policy.facts(), which),
            forget(policy.targets(), which)),
        policy.enforced(),
        policy.decisions(),
        policy.origins());
  }

  /** Numbers 23 and 24: what is observed. A target itself is an aim and no unknown. */
  private static Targets forget(Targets targets, Set<Integer> which) {
    return new Targets(
        targets.startUpMs().map(one -> which.contains(23) ? unobserved(one) : one),
        targets.residentMiB().map(one -> which.contains(24) ? unobserved(one) : one),
        targets.longLived(),
        targets.tried());
  }

  private static Target unobserved(Target target) {
    return new Target(
        target.limit(), OptionalDouble.empty(), "", target.prototype(), target.prototypeSource());
  }

  private static Arbitrary<Targets> targets() {
    Arbitrary<Target> target =
        Combinators.combine(
                Arbitraries.of(10.0, 400.0, 5000.0),
                Arbitraries.of(20.0, 900.0).optional(0.7),
                Arbitraries.of(15.0, 700.0).optional(0.3),
                Arbitraries.of("", "a port"))
            .as(
                (limit, observed, prototype, source) ->
                    new Target(limit, number(observed), "seen", number(prototype), source));
    return Combinators.combine(
            target.optional(0.3),
            target.optional(0.3),
            Arbitraries.of(true, false).optional(0.2),
            Arbitraries.of(List.<Remedy>of(), List.of(Remedy.values()), List.of(Remedy.SIZED_HEAP)))
        .as(
            (start, memory, lives, tried) ->
                new Targets(start, memory, lives, new TreeSet<>(tried)));
  }

  /** Numbers 7 to 22. */
  private static DeclaredFacts forget(DeclaredFacts facts, Set<Integer> which) {
    Fleet fleet = facts.fleet();
    Team team = facts.team();
    Operations operations = facts.operations();
    return new DeclaredFacts(
        facts.currency(),
        new Fleet(
            which.contains(7) ? OptionalDouble.empty() : fleet.instances(),
            which.contains(8) ? OptionalDouble.empty() : fleet.memoryGiB(),
            which.contains(9) ? OptionalDouble.empty() : fleet.vCpus(),
            which.contains(10) ? OptionalDouble.empty() : fleet.pricePerGiBYear(),
            which.contains(11) ? OptionalDouble.empty() : fleet.pricePerVCpuYear(),
            which.contains(12) ? Optional.empty() : fleet.binding(),
            which.contains(13) ? OptionalDouble.empty() : fleet.targetSavingPerYear()),
        Map.of(),
        new Team(
            which.contains(14) ? OptionalInt.empty() : team.size(),
            which.contains(15) ? OptionalInt.empty() : team.systemsExperienced(),
            which.contains(16) ? Optional.empty() : team.seniority(),
            which.contains(17) ? OptionalDouble.empty() : team.rampUpMonths()),
        which.contains(18) ? OptionalDouble.empty() : facts.personMonthCost(),
        which.contains(19) ? Optional.empty() : facts.horizon(),
        Map.of(),
        new Operations(
            which.contains(20) ? Optional.empty() : operations.approvedLanguages(),
            which.contains(21) ? "" : operations.onCall(),
            which.contains(22) ? Optional.empty() : operations.nativeBinaries()),
        facts.planned(),
        facts.assumptions());
  }

  private static Arbitrary<DeclaredFacts> facts() {
    Arbitrary<Assumptions> assumptions =
        Arbitraries.of(
            Assumptions.DEFAULT,
            new Assumptions(
                Map.of(
                    Assumption.KERNEL_SPEED_UP, new ThreePoint(0.5, 4, 40),
                    Assumption.MEMORY_REDUCTION, ThreePoint.exactly(0.9),
                    Assumption.EFFORT, ThreePoint.exactly(0.1)),
                Map.of(Assumption.KERNEL_SPEED_UP, "a port", Assumption.MEMORY_REDUCTION, "a port"),
                BoundaryPlan.NONE),
            new Assumptions(
                Map.of(),
                Map.of(),
                new BoundaryPlan(
                    Optional.of(Technique.WEBASSEMBLY),
                    OptionalDouble.of(1e6),
                    Payload.OBJECTS,
                    OptionalDouble.of(1e8))));
    Arbitrary<List<PlannedComponent>> planned =
        Arbitraries.of(
            List.of(),
            List.of(new PlannedComponent("gateway", "", "", "service", List.of("io.netty"))));
    return Combinators.combine(
            fleet(),
            team(),
            Arbitraries.of(3000.0, 12000.0).optional(0.9),
            Arbitraries.of(0.5, 2.0, 5.0, 30.0).map(y -> new Horizon(y, "")).optional(0.9),
            operations(),
            planned,
            assumptions)
        .as(
            (fleet, team, cost, horizon, operations, plans, assumed) ->
                new DeclaredFacts(
                    "EUR",
                    fleet,
                    Map.of(),
                    team,
                    number(cost),
                    horizon,
                    Map.of(),
                    operations,
                    plans,
                    assumed));
  }

  private static Arbitrary<Fleet> fleet() {
    return Combinators.combine(
            Arbitraries.of(1.0, 200.0, 100_000.0).optional(0.9),
            Arbitraries.of(0.5, 64.0).optional(0.95),
            Arbitraries.of(0.25, 8.0).optional(0.95),
            Arbitraries.of(38.9).optional(0.95),
            Arbitraries.of(354.6).optional(0.95),
            Arbitraries.of(Binding.class).optional(0.95),
            Arbitraries.of(1.0, 1e6, 1e12).optional(0.7))
        .as(
            (n, memory, cpus, gib, vcpu, binding, target) ->
                new Fleet(
                    number(n),
                    number(memory),
                    number(cpus),
                    number(gib),
                    number(vcpu),
                    binding,
                    number(target)));
  }

  private static Arbitrary<Team> team() {
    return Combinators.combine(
            Arbitraries.of(2, 3, 12).optional(0.9),
            Arbitraries.of(0, 1, 2).optional(0.9),
            Arbitraries.of(Team.Seniority.class).optional(0.8),
            Arbitraries.of(0.0, 2.0, 4.0).optional(0.9))
        .as(
            (size, experienced, seniority, ramp) ->
                new Team(
                    size.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                    experienced.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                    seniority,
                    number(ramp)));
  }

  private static Arbitrary<Operations> operations() {
    Arbitrary<SortedSet<String>> languages =
        Arbitraries.of(Set.of("java", "rust"), Set.of("Rust"), Set.of("java")).map(TreeSet::new);
    return Combinators.combine(
            languages.optional(0.9),
            Arbitraries.of("", "sre", "sre"),
            Arbitraries.of(true, true, true, false).optional(0.9))
        .as(Operations::new);
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
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
            Arbitraries.of(
                Role.NECESSARY, Role.NECESSARY, Role.SUFFICIENT, Role.REFUSING, Role.SUPPORTING),
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
