package io.github.rustfit.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.engine.economics.SpeedUp;
import io.github.rustfit.engine.seam.Entry;
import io.github.rustfit.engine.testing.AnyPolicy;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Provenance;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.testing.AnyEvidence;
import io.github.rustfit.rules.testing.ShortLaws;
import io.github.rustfit.rules.testing.Situation;
import io.github.rustfit.rules.verdict.Gate;
import io.github.rustfit.rules.verdict.GateState;
import io.github.rustfit.rules.verdict.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;

/** The hard invariants of design.md, section 3, by their numbers. */
@AddLifecycleHook(value = ShortLaws.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
@PropertyDefaults(tries = 250, edgeCases = EdgeCasesMode.NONE)
class InvariantsTest {

  static Assessment assess(Evidence evidence, Policy policy, Rules rules) {
    return new Assessor(policy, CrateCatalogue.EMPTY, rules).assess(evidence);
  }

  @Property
  void invariant_1_an_unknown_gate_never_leads_to_a_review(
      @ForAll("evidence") Evidence evidence,
      @ForAll("policy") Policy policy,
      @ForAll("rules") Rules rules) {
    for (ComponentAssessment component : assess(evidence, policy, rules).components()) {
      boolean allPass =
          component.gates().states().values().stream().allMatch(GateState.PASS::equals);
      assertThat(component.verdict() == Verdict.REVIEW_FOR_RUST).isEqualTo(allPass);
    }
  }

  @Property
  void invariant_2_without_a_recording_there_is_no_review(
      @ForAll("evidence") Evidence evidence,
      @ForAll("policy") Policy policy,
      @ForAll("rules") Rules rules) {
    Evidence logsOnly =
        new Evidence(
            evidence.inputs(),
            new TreeMap<>(),
            evidence.gcLogs(),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            evidence.sources(),
            evidence.problems(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());

    for (ComponentAssessment component : assess(logsOnly, policy, rules).components()) {
      assertThat(component.verdict()).isNotEqualTo(Verdict.REVIEW_FOR_RUST);
      assertThat(component.gates().state(Gate.G0)).isNotEqualTo(GateState.PASS);
    }
  }

  @Property
  void invariant_3_declared_input_alone_passes_neither_g1_nor_g2(
      @ForAll("sources") Set<SourceFile> sources,
      @ForAll("policy") Policy policy,
      @ForAll("declaring") Rules rules) {
    for (ComponentAssessment component :
        assess(AnyEvidence.only(sources), policy, rules).components()) {
      assertThat(component.gates().state(Gate.G1)).isNotEqualTo(GateState.PASS);
      assertThat(component.gates().state(Gate.G2)).isNotEqualTo(GateState.PASS);
    }
  }

  @Property
  void invariant_4_shares_partition(
      @ForAll("profile") ProfileSummary profile, @ForAll("sources") Set<SourceFile> sources) {
    Components components = Components.of(sources, List.of());
    Attribution attribution = Attribution.of(profile, sources, components);
    for (SampleKind kind : SampleKind.values()) {
      double sum = 0;
      for (Component component : components.all()) {
        sum += attribution.share(component, kind).value();
      }
      assertThat(sum).isBetween(0.0, 1 + 1e-9);
      if (attribution.total(kind).amount() > 0) {
        assertThat(sum + attribution.unattributed(kind).value()).isCloseTo(1, within(1e-9));
      }
    }
  }

  @Property
  void entry_points_and_libraries_partition_what_a_component_owns(
      @ForAll("profile") ProfileSummary profile, @ForAll("sources") Set<SourceFile> sources) {
    Components components = Components.of(sources, List.of());
    Attribution attribution = Attribution.of(profile, sources, components);
    for (Component component : components.all()) {
      double expected = attribution.owned(component, SampleKind.CPU).amount() > 0 ? 1 : 0;
      assertThat(
              attribution.entryPoints(component).stream()
                  .mapToDouble(one -> one.share().value())
                  .sum())
          .isCloseTo(expected, within(1e-9));
      assertThat(
              attribution.libraries(component).stream()
                  .mapToDouble(one -> one.share().value())
                  .sum())
          .isCloseTo(expected, within(1e-9));
    }
  }

  @Property
  void a_boundary_covers_no_more_than_the_component(
      @ForAll("evidence") Evidence evidence, @ForAll("policy") Policy policy) {
    Rules builtIn = Rules.load(InvariantsTest.class.getClassLoader());
    Evidence signed = evidence.merge(AnyEvidence.only(Set.of(AnyEvidence.SIGNED)));
    for (ComponentAssessment component : assess(signed, policy, builtIn).components()) {
      component
          .seam()
          .ifPresent(
              seam -> {
                assertThat(seam.covered()).isBetween(0.0, 1 + 1e-9);
                double shares = seam.entries().stream().mapToDouble(Entry::share).sum();
                assertThat(seam.covered()).isLessThanOrEqualTo(shares + 1e-9);
                assertThat(seam.entries()).allMatch(entry -> entry.callsOut() <= 1);
              });
    }
  }

  @Property
  void invariant_5_no_estimate_exceeds_its_ceiling(
      @ForAll("evidence") Evidence evidence, @ForAll("rules") Rules rules) {
    for (ComponentAssessment component : assess(evidence, Policy.DEFAULT, rules).components()) {
      component
          .speedUp()
          .ifPresent(
              speedUp -> {
                assertThat(speedUp.ceilingLow()).isBetween(1.0, speedUp.ceilingHigh());
                speedUp
                    .ceiling()
                    .ifPresent(
                        c -> assertThat(c).isBetween(speedUp.ceilingLow(), speedUp.ceilingHigh()));
                speedUp
                    .estimate()
                    .ifPresent(
                        estimate -> {
                          assertThat(estimate.high())
                              .isLessThanOrEqualTo(speedUp.ceiling().orElseThrow());
                          assertThat(estimate.low()).isLessThanOrEqualTo(estimate.central());
                        });
              });
    }
  }

  @Property(tries = 150)
  void invariant_6_the_same_inputs_in_any_order_give_the_same_assessment(
      @ForAll("evidence") Evidence a,
      @ForAll("evidence") Evidence b,
      @ForAll("policy") Policy policy,
      @ForAll("rules") Rules rules) {
    Assessment one = assess(a.merge(b), policy, rules);
    Assessment other = assess(shuffled(b).merge(a).merge(b), policy, rules);

    assertThat(other).isEqualTo(one);
    assertThat(other.components()).hasToString(one.components().toString());
    assertThat(other.problems()).hasToString(one.problems().toString());
    assertThat(other.limitCheck()).hasToString(one.limitCheck().toString());
  }

  /** The same evidence from maps that were filled in the opposite order. */
  private static Evidence shuffled(Evidence evidence) {
    TreeMap<String, ProfileSummary> profiles = new TreeMap<>();
    evidence
        .profiles()
        .forEach(
            (digest, profile) -> {
              Map<SampleKey, Weight> samples = new LinkedHashMap<>();
              profile.samples().keySet().stream()
                  .sorted(java.util.Comparator.reverseOrder())
                  .forEach(
                      key -> samples.put(key, profile.samples().getOrDefault(key, Weight.ZERO)));
              profiles.put(
                  digest,
                  new ProfileSummary(
                      profile.recordedNanos(),
                      profile.observed(),
                      samples,
                      profile.processCpu(),
                      profile.compilerCpu(),
                      profile.jvmVersions(),
                      profile.cores(),
                      profile.facts()));
            });
    return new Evidence(
        evidence.inputs(),
        profiles,
        evidence.gcLogs(),
        Collections.emptySortedMap(),
        evidence.recordedGcs(),
        evidence.sources(),
        evidence.problems(),
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }

  @Property
  void invariant_7_allocation_that_was_not_recorded_is_unknown(
      @ForAll("cpuOnly") Evidence evidence, @ForAll("policy") Policy policy) {
    Rules builtIn = Rules.load(InvariantsTest.class.getClassLoader());
    for (ComponentAssessment component : assess(evidence, policy, builtIn).components()) {
      assertThat(component.allocation()).isEqualTo(Share.UNKNOWN);
      assertThat(component.allocation().high()).isEqualTo(1);
      assertThat(component.allocationSites()).isEmpty();
      // whose it is does not matter only where the collector has next to nothing to do
      if (component.speedUp().flatMap(SpeedUp::estimate).isEmpty()) {
        assertThat(component.topics().get(Topic.EVIDENCE))
            .extracting(TopicAnswer::answer)
            .isNotEqualTo(Answer.YES);
      }
    }
  }

  @Provide
  Arbitrary<Evidence> evidence() {
    return AnyEvidence.evidence().map(InvariantsTest::withSources);
  }

  @Provide
  Arbitrary<Evidence> cpuOnly() {
    return AnyEvidence.evidence(AnyEvidence.profile(Arbitraries.just(Set.of(SampleKind.CPU))))
        .map(InvariantsTest::withSources);
  }

  static Evidence withSources(Evidence evidence) {
    return evidence.merge(AnyEvidence.only(Set.of(Situation.HOT, Situation.REST)));
  }

  @Provide
  Arbitrary<ProfileSummary> profile() {
    return AnyEvidence.profile();
  }

  @Provide
  Arbitrary<Set<SourceFile>> sources() {
    return AnyEvidence.sources();
  }

  @Provide
  Arbitrary<Policy> policy() {
    return AnyPolicy.policy();
  }

  @Provide
  Arbitrary<Rules> rules() {
    return AnyPolicy.rules(Provenance.MEASURED, Provenance.DECLARED);
  }

  @Provide
  Arbitrary<Rules> declaring() {
    return AnyPolicy.rules(Provenance.DECLARED, Provenance.ASSUMED);
  }
}
