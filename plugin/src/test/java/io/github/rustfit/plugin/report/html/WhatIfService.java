package io.github.rustfit.plugin.report.html;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.Explored;
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.plugin.report.fixture.Rendered;
import io.github.rustfit.plugin.report.flame.FlameGraphs;
import io.github.rustfit.plugin.report.output.Placed;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.policy.Assumption;
import io.github.rustfit.rules.policy.Assumptions;
import io.github.rustfit.rules.policy.Binding;
import io.github.rustfit.rules.policy.BoundaryPlan;
import io.github.rustfit.rules.policy.DeclaredFacts;
import io.github.rustfit.rules.policy.Fleet;
import io.github.rustfit.rules.policy.Horizon;
import io.github.rustfit.rules.policy.Incidents;
import io.github.rustfit.rules.policy.Operations;
import io.github.rustfit.rules.policy.Origins;
import io.github.rustfit.rules.policy.PlannedComponent;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.policy.ServiceLevel;
import io.github.rustfit.rules.policy.Targets;
import io.github.rustfit.rules.policy.Team;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.Rule;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A service whose verdicts turn on what is declared: one component passes every gate, one has a
 * fleet of its own, one allocates and has a horizon of its own, one is small and one too small to
 * matter; a sixth is planned. A pause of 20 ms under G1 every second, so that a target close to the
 * median is missed by pauses.
 */
final class WhatIfService {

  private static final long SECOND = 1_000_000_000L;
  private static final long TIME = 600 * SECOND;
  private static final Rules RULES = Rules.load(Rule.class.getClassLoader());

  /** Samples of CPU and allocation by component, of 20,000 and 10,000. */
  private static final Map<String, List<Long>> SAMPLES =
      Map.of(
          "hot", List.of(12_000L, 5_000L),
          "bound", List.of(5_000L, 500L),
          "allocating", List.of(800L, 4_000L),
          "small", List.of(400L, 200L),
          "tiny", List.of(100L, 50L));

  private WhatIfService() {}

  static Explored explored(Policy policy) {
    return assessor(policy).explore(evidence());
  }

  static Assessment assessment(Policy policy) {
    return assessor(policy).assess(evidence());
  }

  private static Assessor assessor(Policy policy) {
    return new Assessor(policy, CrateCatalogue.EMPTY, RULES);
  }

  static String html(Policy policy) throws IOException {
    Explored explored = explored(policy);
    return Rendered.text(
        new HtmlReport(
            Placed.of("cache-service"), FlameGraphs.NONE, Excerpts.NONE, explored.whatIf()),
        explored.assessment());
  }

  private static Evidence evidence() {
    TreeSet<SourceFile> sources = new TreeSet<>();
    Map<SampleKey, Weight> samples = new HashMap<>();
    samples.put(new SampleKey(SampleKind.CPU, List.of(), ""), Weight.of(1_700, 10_000_000));
    samples.put(new SampleKey(SampleKind.ALLOCATION, List.of(), "byte[]"), Weight.of(250, 524_288));
    SAMPLES.forEach(
        (name, counts) -> {
          sources.add(source(name));
          List<Frame> stack = List.of(new Frame("com.acme." + name + ".Work", "run", 7));
          samples.put(
              new SampleKey(SampleKind.CPU, stack, ""), Weight.of(counts.get(0), 10_000_000));
          samples.put(
              new SampleKey(SampleKind.ALLOCATION, stack, "byte[]"),
              Weight.of(counts.get(1), 524_288));
        });
    ProfileSummary profile =
        new ProfileSummary(
            TIME,
            Map.of(SampleKind.CPU, TIME, SampleKind.ALLOCATION, TIME),
            samples,
            new Tally(TIME, TIME),
            new Tally(0, TIME),
            new TreeSet<>(List.of("25+36")),
            new TreeSet<>(List.of(4)),
            RecordingFacts.EMPTY);
    return new Evidence(
        new TreeSet<>(),
        new TreeMap<>(Map.of("aa".repeat(32), profile)),
        new TreeMap<>(Map.of("bb".repeat(32), gc())),
        Collections.emptySortedMap(),
        new TreeMap<>(),
        sources,
        new TreeSet<>(),
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }

  private static SourceFile source(String name) {
    return new SourceFile(
        "app",
        "app/" + name + "/Work.java",
        "cc".repeat(32),
        SourceFile.Role.MAIN,
        "com.acme." + name,
        1_000 + 777 * name.length(),
        new TreeSet<>(List.of("java.util.List")),
        List.of(
            new SourceType(
                "com.acme." + name + ".Work",
                1,
                20,
                List.of(new SourceMethod("run", 5, 10, Optional.empty())),
                Optional.empty())),
        Collections.emptySortedSet(),
        Collections.emptySortedSet());
  }

  private static GcSummary gc() {
    TreeMap<GcIncident, Tally> none = new TreeMap<>();
    for (GcIncident incident : GcIncident.values()) {
      none.put(incident, new Tally(0, TIME));
    }
    return new GcSummary(
        new GcSummary.Jvms(new TreeSet<>(List.of("G1")), new TreeSet<>(List.of("25+36"))),
        new GcSummary.Time(TIME, TIME),
        new PauseHistogram(
            new TreeMap<>(Map.of(PauseHistogram.bucketOf(20_000_000), 600L)),
            600 * 20_000_000L,
            20_000_000),
        new TreeMap<>(),
        new GcSummary.Count(600, 0),
        Tally.UNKNOWN,
        new Tally(59 * SECOND, TIME),
        new GcSummary.Heap(4L << 30, 1L << 30),
        GcDetails.builder()
            .incidents(new GcIncidents(none, new TreeMap<>(), PauseTotal.NONE, 0, PauseTotal.NONE))
            .build());
  }

  /** What is declared: everything, so that the hot component is a matter for review. */
  static Policy policy() {
    return policy(
        new Fleet(
            OptionalDouble.of(2000),
            OptionalDouble.of(8),
            OptionalDouble.of(4),
            OptionalDouble.of(38.9),
            OptionalDouble.of(354.6),
            Optional.of(Binding.BOTH),
            OptionalDouble.of(10_000)),
        new Team(
            OptionalInt.of(6),
            OptionalInt.of(2),
            Optional.of(Team.Seniority.SENIOR),
            OptionalDouble.of(4)),
        OptionalDouble.of(12_000),
        OptionalDouble.of(5),
        Optional.of(60.0));
  }

  /** The same of which these are declared otherwise. */
  static Policy policy(
      Fleet fleet,
      Team team,
      OptionalDouble personMonthCost,
      OptionalDouble years,
      Optional<Double> targetMs) {
    Fleet own =
        new Fleet(
            OptionalDouble.of(50),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.of(Binding.CPU),
            OptionalDouble.empty());
    return new Policy(
            "rustfit.yaml",
            List.of(),
            new Policy.Declarations(
                Optional.of(true),
                targetMs.map(
                    target ->
                        new ServiceLevel(
                            99,
                            target,
                            OptionalDouble.of(80),
                            OptionalDouble.of(10),
                            OptionalDouble.of(5),
                            1,
                            OptionalDouble.empty())),
                new Incidents(24, OptionalInt.of(0), OptionalInt.of(0)),
                DeclaredFacts.NONE,
                Targets.NONE),
            new Policy.Enforced(List.of(), Map.of(), Map.of(), Policy.Enforced.NOTICE_DAYS),
            List.of(),
            Origins.NONE)
        .with(
            new DeclaredFacts(
                "EUR",
                fleet,
                Map.of("app/bound", own),
                team,
                personMonthCost,
                years.isPresent()
                    ? Optional.of(new Horizon(years.getAsDouble(), ""))
                    : Optional.empty(),
                Map.of("app/allocating", new Horizon(1.5, "")),
                new Operations(
                    Optional.of(new TreeSet<>(List.of("java", "rust"))),
                    "team-sre",
                    Optional.of(true)),
                List.of(new PlannedComponent("gateway", "", "", "service", List.of())),
                new Assumptions(
                    Map.of(Assumption.OVERRUN, new ThreePoint(1.7, 1.3, 1)),
                    Map.of(),
                    BoundaryPlan.NONE)));
  }
}
