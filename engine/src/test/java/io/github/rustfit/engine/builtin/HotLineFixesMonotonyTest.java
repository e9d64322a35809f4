package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.testing.AnyEvidence;
import io.github.rustfit.rules.testing.Situation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Recording one more kind of sample can decide the answer, and never flips it. */
class HotLineFixesMonotonyTest {

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void recording_allocation_as_well_never_flips_the_answer(@ForAll("profiles") ProfileSummary all) {
    Answer before = answer(without(all, SampleKind.ALLOCATION));
    if (before != Answer.UNKNOWN) {
      assertThat(answer(all)).isEqualTo(before);
    }
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void recording_cpu_as_well_never_flips_the_answer(@ForAll("profiles") ProfileSummary all) {
    Answer before = answer(without(all, SampleKind.CPU));
    if (before != Answer.UNKNOWN) {
      assertThat(answer(all)).isEqualTo(before);
    }
  }

  private static Answer answer(ProfileSummary profile) {
    Evidence sources =
        AnyEvidence.only(
            Set.of(
                Situation.withPatterns(
                    new PatternMatch("charset-churn", 7, 8, "com.acme.hot.Hot", "run", "x"),
                    new PatternMatch("key-set-lookup", 7, 9, "com.acme.hot.Hot", "run", "m"))));
    Evidence evidence =
        new Evidence(
            sources.inputs(),
            new TreeMap<>(Map.of("aa", profile)),
            sources.gcLogs(),
            Collections.emptySortedMap(),
            sources.recordedGcs(),
            sources.sources(),
            sources.problems(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());
    Assessment assessment =
        new Assessor(Policy.DEFAULT, CrateCatalogue.EMPTY, Rules.of(List.of(new HotLineFixes())))
            .assess(evidence);
    return Objects.requireNonNull(assessment.components().get(0).topics().get(Topic.TUNING))
        .answer();
  }

  private static ProfileSummary without(ProfileSummary profile, SampleKind kind) {
    Map<SampleKind, Long> observed = new EnumMap<>(SampleKind.class);
    observed.putAll(profile.observed());
    observed.remove(kind);
    Map<SampleKey, Weight> samples = new HashMap<>(profile.samples());
    samples.keySet().removeIf(key -> key.kind() == kind);
    return new ProfileSummary(
        profile.recordedNanos(),
        observed,
        samples,
        profile.processCpu(),
        profile.compilerCpu(),
        profile.jvmVersions(),
        profile.cores(),
        profile.facts());
  }

  @Provide
  Arbitrary<ProfileSummary> profiles() {
    return AnyEvidence.profile();
  }
}
