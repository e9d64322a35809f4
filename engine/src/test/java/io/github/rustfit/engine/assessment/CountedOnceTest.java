package io.github.rustfit.engine.assessment;

import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleRate;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.testing.Situation;
import io.github.rustfit.rules.testing.StubRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A recording that another one holds counts once, for whatever is told of recordings. */
class CountedOnceTest {

  /** Remembers what it was shown. */
  private record Looks(List<RuleContext> seen) implements Rule {

    private static final Rule ANY = StubRule.measured(Topic.EVIDENCE, Answer.YES);

    @Override
    public RuleDescriptor descriptor() {
      return ANY.descriptor();
    }

    @Override
    public Outcome judge(RuleContext context) {
      seen.add(context);
      return ANY.judge(context);
    }
  }

  /** 20 ms of CPU for each sample, of threads that used 30 s a minute. */
  private static ProfileSummary recording(long seconds, long count, String... chunks) {
    return profile(seconds, samples(count, cpu(Situation.IN_HOT)))
        .with(
            RecordingFacts.EMPTY.with(
                new SamplingFacts(
                    new Tally(seconds * SECOND / 2, seconds * SECOND),
                    new TreeSet<>(),
                    new TreeMap<>(),
                    new TreeSet<>(Set.of(chunks)),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>())));
  }

  private static RuleContext shown(Map<String, ProfileSummary> recordings) {
    List<RuleContext> seen = new ArrayList<>();
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            new TreeMap<>(recordings),
            new TreeMap<>(),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            new TreeSet<>(Set.of(Situation.HOT)),
            new TreeSet<>(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());
    new Assessor(Policy.DEFAULT, CrateCatalogue.EMPTY, Rules.of(List.of(new Looks(seen))))
        .assess(evidence);
    return seen.get(0);
  }

  @Test
  void the_part_of_a_recording_that_another_holds_has_no_rate_of_its_own() {
    RuleContext context =
        shown(Map.of("aa", recording(120, 3_000, "1-1", "2-2"), "bb", recording(60, 500, "1-1")));

    assertThat(context.profile().recordedNanos()).isEqualTo(120 * SECOND);
    assertThat(context.sampleRates()).extracting(SampleRate::samples).containsExactly(3_000L);
  }

  @Test
  void recordings_of_different_times_each_have_one() {
    assertThat(
            shown(
                    Map.of(
                        "aa", recording(120, 3_000, "1-1", "2-2"),
                        "bb", recording(60, 500, "3-3")))
                .sampleRates())
        .extracting(SampleRate::samples)
        .containsExactly(3_000L, 500L);
  }
}
