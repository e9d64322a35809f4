package io.github.rustfit.engine.fold;

import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.component.Attribution;
import io.github.rustfit.rules.component.Component;
import io.github.rustfit.rules.component.Components;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.Fold;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Labels;
import io.github.rustfit.rules.evidence.base.LineCounts;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.testing.AnyEvidence;
import io.github.rustfit.rules.testing.ShortLaws;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;
import org.junit.jupiter.api.Test;

/** What folding keeps, against evidence that was merged and not folded. */
@AddLifecycleHook(value = ShortLaws.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class FolderTest {

  private static final FoldRule WHOLE = new FoldRule(4, 0);

  /**
   * Without parts of rotated logs: those of random logs contradict each other, so that sums over
   * them are cut off at nothing here and there, and it matters where.
   */
  @Provide
  Arbitrary<Evidence> evidence() {
    return AnyEvidence.evidence()
        .map(
            one ->
                new Evidence(
                    one.inputs(),
                    one.profiles(),
                    one.gcLogs(),
                    Collections.emptySortedMap(),
                    one.recordedGcs(),
                    one.sources(),
                    one.problems(),
                    one.repository(),
                    one.folds()));
  }

  private static Evidence fold(FoldRule rule, Evidence... parts) {
    Folder folder = new Folder(rule);
    for (Evidence part : parts) {
      folder.add(part);
    }
    return folder.evidence();
  }

  /** But for runs over time: of those that rotated logs share, random logs keep other ones. */
  private static String sums(GcSummary gc) {
    return gc.toString().replaceAll(", runs=GcRuns.*", "");
  }

  @Property
  void nothing_is_lost_where_no_stack_is_cut(@ForAll("evidence") Evidence one) {
    Evidence folded = fold(WHOLE, one);

    assertThat(folded.profile()).isEqualTo(one.profile());
    assertThat(sums(folded.gc())).isEqualTo(sums(one.gc()));
    assertThat(folded.inputs()).isEqualTo(one.inputs());
    assertThat(folded.sources()).isEqualTo(one.sources());
    assertThat(folded.repository()).isEqualTo(one.repository());
    assertThat(folded.problems()).containsAll(one.problems());
  }

  @Property
  void what_was_folded_already_stays_as_it_is(@ForAll("evidence") Evidence one) {
    Evidence folded = fold(FoldRule.DEFAULT, one);

    same(fold(FoldRule.DEFAULT, folded), folded);
  }

  private static void same(Evidence one, Evidence other) {
    assertThat(one.folds()).isEqualTo(other.folds());
    assertThat(one.problems()).isEqualTo(other.problems());
    assertThat(one.recordedGcs()).isEqualTo(other.recordedGcs());
    assertThat(one.gcLogs()).isEqualTo(other.gcLogs());
    assertThat(one.gcRuns()).isEqualTo(other.gcRuns());
    assertThat(one.profiles()).isEqualTo(other.profiles());
    assertThat(one).isEqualTo(other);
  }

  /** A library of recordings that is folded again and again must not count any of them twice. */
  @Property
  void an_input_that_comes_again_counts_once(@ForAll("evidence") Evidence one) {
    Evidence folded = fold(WHOLE, one);

    assertThat(folded.merge(one).profile()).isEqualTo(one.profile());
    same(fold(WHOLE, one, one), folded);
    assertThat(fold(WHOLE, folded, one).profile()).isEqualTo(one.profile());
  }

  /** With a tenth as the share nearly all stacks are cut. */
  @Property
  void every_sample_has_the_owner_that_it_had(@ForAll("evidence") Evidence one) {
    Components components = Components.of(one.sources(), Policy.DEFAULT.components());
    Folder folder = new Folder(new FoldRule(2, 100_000), OwnCode.of(one.sources()));
    folder.add(one);
    Attribution before = Attribution.of(one.profile(), one.sources(), components);
    Attribution after = Attribution.of(folder.evidence().profile(), one.sources(), components);
    for (SampleKind kind : SampleKind.values()) {
      assertThat(after.total(kind)).isEqualTo(before.total(kind));
      for (Component component : components.all()) {
        assertThat(after.owned(component, kind)).isEqualTo(before.owned(component, kind));
      }
      if (!one.sources().isEmpty()) {
        assertThat(after.cutUnowned(kind)).isEqualTo(before.cutUnowned(kind));
      }
    }
  }

  /** 40 recordings of 50 stacks each that no other has; there is room for some hundred. */
  @Test
  void what_has_no_room_is_cut_early_and_counted() {
    Folder folder = new Folder(new FoldRule(2, 10_000), Optional.empty(), 20_000);
    for (int i = 0; i < 40; i++) {
      Map<String, Integer> samples = new TreeMap<>(Map.of("often", 500));
      for (int j = 0; j < 50; j++) {
        samples.put("m" + i + "x" + j, 1);
      }
      folder.add(recordings(Map.of(input(i, Labels.NONE), profile("", samples))));
    }

    Evidence folded = folder.evidence();

    assertThat(folded.profile().total(SampleKind.CPU).samples()).isEqualTo(40 * 550);
    assertThat(folded.profile().samples()).hasSize(2);
    assertThat(CutShares.of(folded.profile()))
        .isEqualTo(Map.of(SampleKind.CPU, (double) (40 * 50) / (40 * 550)));
  }

  private static Input input(int number, Labels labels) {
    return new Input(
        "r" + number + ".jfr",
        "jfr",
        digest(number),
        Input.Status.READ,
        "",
        LineCounts.NONE,
        labels);
  }

  private static String digest(int number) {
    return String.format("%064x", number * 0x9E3779B97F4A7C15L);
  }

  private static Labels of(String service, String version) {
    return new Labels(service, version, "", "", "", "", "");
  }

  private static ProfileSummary profile(String chunk, Map<String, Integer> samples) {
    TreeMap<SampleKey, Weight> stacks = new TreeMap<>();
    samples.forEach(
        (method, count) ->
            stacks.put(
                new SampleKey(
                    SampleKind.CPU,
                    List.of(frame("com.acme.A", method, 1), frame("com.acme.B", method, 2)),
                    ""),
                Weight.of(count, 20_000_000)));
    ProfileSummary profile = ProfileSummary.ofSamples(SECOND, stacks);
    SamplingFacts facts = profile.facts().sampling();
    return chunk.isEmpty()
        ? profile
        : profile.with(
            profile
                .facts()
                .with(
                    new SamplingFacts(
                        facts.threadCpu(),
                        facts.assumed(),
                        facts.leftOut(),
                        new TreeSet<>(List.of(chunk)),
                        facts.unread(),
                        facts.calls(),
                        facts.labels())));
  }

  private static Evidence recordings(Map<Input, ProfileSummary> profiles) {
    SortedMap<String, ProfileSummary> byDigest = new TreeMap<>();
    profiles.forEach((input, profile) -> byDigest.put(input.sha256(), profile));
    return new Evidence(
        new TreeSet<>(profiles.keySet()),
        byDigest,
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }

  @Test
  void versions_and_services_are_not_summed_together() {
    Evidence folded =
        fold(
            new FoldRule(1, 0),
            recordings(
                Map.of(
                    input(1, of("orders", "1")), profile("", Map.of("a", 1)),
                    input(2, of("orders", "1")), profile("", Map.of("a", 2)),
                    input(3, of("orders", "2")), profile("", Map.of("a", 4)),
                    input(4, of("carts", "1")), profile("", Map.of("a", 8)))));

    assertThat(folded.folds().values().stream().map(Fold::members).map(List::copyOf))
        .containsExactlyInAnyOrder(
            List.of(digest(1), digest(2)).stream().sorted().toList(),
            List.of(digest(3)),
            List.of(digest(4)));
    assertThat(folded.profiles().values().stream().map(one -> one.total(SampleKind.CPU).samples()))
        .containsExactlyInAnyOrder(3L, 4L, 8L);
  }

  /** Sources of a build would be taken for those of every service that was recorded. */
  @Test
  void sources_are_not_given_to_services_that_they_may_not_be_of() {
    Evidence recorded =
        recordings(
            Map.of(
                input(1, of("orders", "1")), profile("", Map.of("a", 1)),
                input(2, of("carts", "1")), profile("", Map.of("a", 2))));
    Folder folder = new Folder(WHOLE);
    folder.add(recorded);
    folder.add(AnyEvidence.only(Set.of(AnyEvidence.SIGNED)));

    SortedMap<Labels, Evidence> programs = folder.programs();

    assertThat(programs.keySet()).containsExactly(Labels.NONE, of("carts", "1"), of("orders", "1"));
    programs.forEach(
        (program, evidence) -> {
          assertThat(evidence.sources().isEmpty()).isNotEqualTo(program.equals(Labels.NONE));
          assertThat(evidence.inputs().isEmpty()).isEqualTo(program.equals(Labels.NONE));
        });
  }

  @Test
  void there_are_no_more_sums_than_buckets_and_none_of_them_is_much_larger() {
    Folder folder = new Folder(FoldRule.DEFAULT);
    for (int i = 0; i < 3200; i++) {
      folder.add(recordings(Map.of(input(i, of("orders", "1")), profile("", Map.of("a", 1)))));
    }

    Evidence folded = folder.evidence();

    assertThat(folded.folds()).hasSize(32);
    // 100 in the mean; a binomial count deviates by 10, and by five times that hardly ever.
    assertThat(folded.folds().values())
        .allMatch(fold -> Math.abs(fold.members().size() - 100) < 50);
    assertThat(folded.profile().total(SampleKind.CPU).samples()).isEqualTo(3200);
    assertThat(folded.inputsOf(folded.profiles().keySet())).hasSize(3200);
  }

  @Test
  void what_shares_a_stretch_of_time_with_a_sum_stays_beside_it_and_does_not_count() {
    Evidence first =
        recordings(
            Map.of(
                input(1, Labels.NONE), profile("c1", Map.of("a", 1)),
                input(2, Labels.NONE), profile("c2", Map.of("a", 2))));
    Evidence same = recordings(Map.of(input(3, Labels.NONE), profile("c2", Map.of("a", 2))));

    Evidence folded = fold(new FoldRule(1, 0), first, same);

    assertThat(folded.folds()).hasSize(1);
    assertThat(folded.profile().total(SampleKind.CPU).samples()).isEqualTo(3);
    assertThat(folded.inputs()).hasSize(3);
  }

  /** 3 of 1,000 samples are less than a hundredth: of them the callers are lost, and counted. */
  @Test
  void the_loss_is_stated() {
    Evidence folded =
        fold(
            new FoldRule(1, 10_000),
            recordings(
                Map.of(
                    input(1, Labels.NONE), profile("", Map.of("often", 997, "one", 1, "two", 2)))));

    assertThat(CutShares.of(folded.profile())).isEqualTo(Map.of(SampleKind.CPU, 0.003));
    assertThat(FoldNote.of(folded))
        .isEqualTo(
            "1 input is known as one sum (folded evidence). Where runs are counted, each sum of"
                + " recordings is one. Stacks with less than 1 % of the samples of their kind were"
                + " cut, and do not show all their callers: 0.3 % of CPU.");
    assertThat(folded.profile().total(SampleKind.CPU).samples()).isEqualTo(1000);
    assertThat(folded.profile().samples())
        .containsKey(new SampleKey(SampleKind.CPU, List.of(Frame.FOLDED_BLIND), ""))
        .hasSize(2);
  }

  @Test
  void of_what_is_not_folded_there_is_nothing_to_say() {
    Evidence raw = recordings(Map.of(input(1, Labels.NONE), profile("", Map.of("a", 1))));

    assertThat(FoldNote.of(raw)).isEmpty();
    assertThat(CutShares.words(raw.profile())).isEmpty();
  }

  @Property
  void the_order_in_which_evidence_comes_does_not_matter(
      @ForAll("evidence") Evidence a, @ForAll("evidence") Evidence b) {
    Evidence other = named(b);

    same(fold(WHOLE, a, other), fold(WHOLE, other, a));
    FoldRule cutting = new FoldRule(2, 100_000);
    same(fold(cutting, a, other), fold(cutting, other, a));
  }

  /** The same recordings, whose digests and chunks are no others'. */
  private static Evidence named(Evidence evidence) {
    SortedMap<String, ProfileSummary> profiles = new TreeMap<>();
    evidence.profiles().forEach((digest, one) -> profiles.put("d" + digest, without(one)));
    SortedMap<String, GcSummary> recorded = new TreeMap<>();
    evidence.recordedGcs().forEach((digest, one) -> recorded.put("d" + digest, one));
    return new Evidence(
        Collections.emptySortedSet(),
        profiles,
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        recorded,
        Collections.emptySortedSet(),
        Collections.emptySortedSet(),
        RepositoryEvidence.EMPTY,
        Collections.emptySortedMap());
  }

  private static ProfileSummary without(ProfileSummary profile) {
    return profile.with(profile.facts().with(SamplingFacts.EMPTY));
  }
}
