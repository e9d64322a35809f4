package io.github.rustfit.rules.evidence.profile;

import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Tally;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Dumps of a running recording; each is called what it is, and its chunks are single letters. */
class OverlapTest {

  private static ProfileSummary recording(long seconds, String chunks) {
    TreeSet<String> letters = new TreeSet<>();
    chunks.chars().forEach(letter -> letters.add(Character.toString(letter)));
    SamplingFacts sampling =
        new SamplingFacts(
            Tally.UNKNOWN,
            new TreeSet<>(),
            new TreeMap<>(),
            letters,
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>());
    return profile(seconds, samples(1, cpu(frame("a.A", "run", 1))))
        .with(RecordingFacts.EMPTY.with(sampling));
  }

  private static void left(Overlap overlap, List<String> counted, List<String> out) {
    SortedMap<String, Integer> all = new TreeMap<>();
    counted.forEach(digest -> all.put(digest, 1));
    out.forEach(digest -> all.put(digest, 1));
    assertThat(overlap.counted(all).keySet()).containsExactlyElementsOf(counted);
    assertThat(counted).noneMatch(overlap::leftOut);
    assertThat(out).allMatch(overlap::leftOut);
  }

  @Test
  void a_dump_whose_chunks_a_longer_one_has_is_held_by_it() {
    Overlap overlap =
        Overlap.of(Map.of("early", recording(60, "ab"), "late", recording(90, "abc")));

    assertThat(overlap.held()).isEqualTo(Map.of("early", "late"));
    assertThat(overlap.torn()).isEmpty();
    left(overlap, List.of("late"), List.of("early"));
  }

  @Test
  void a_dump_of_which_some_chunks_are_told_elsewhere_is_torn() {
    Map<String, ProfileSummary> dumps =
        Map.of("first", recording(90, "abc"), "second", recording(60, "cd"));

    for (Overlap overlap : List.of(Overlap.of(dumps), Overlap.toSplit(dumps))) {
      assertThat(overlap.held()).isEmpty();
      assertThat(overlap.torn()).isEqualTo(Map.of("second", "first"));
      assertThat(overlap.shared()).isEqualTo(Map.of("second", new TreeSet<>(List.of("c"))));
    }
    left(Overlap.of(dumps), List.of("first"), List.of("second"));
  }

  @Test
  void recordings_of_other_runs_and_such_as_do_not_tell_their_chunks_count() {
    Overlap overlap =
        Overlap.of(
            Map.of(
                "one",
                recording(9, "ab"),
                "other",
                recording(9, "cd"),
                "x",
                recording(9, ""),
                "y",
                recording(9, "")));

    assertThat(overlap.held()).isEmpty();
    left(overlap, List.of("one", "other", "x", "y"), List.of());
  }

  @Test
  void of_equally_many_chunks_the_longer_recording_counts_then_the_lower_digest() {
    Overlap longer = Overlap.of(Map.of("a", recording(59, "ab"), "b", recording(60, "ab")));
    Overlap equal = Overlap.of(Map.of("a", recording(60, "ab"), "b", recording(60, "ab")));

    assertThat(longer.held()).isEqualTo(Map.of("a", "b"));
    assertThat(equal.held()).isEqualTo(Map.of("b", "a"));
  }

  /** More chunks go before more seconds. */
  @Test
  void of_unequally_many_chunks_the_more_count() {
    assertThat(Overlap.of(Map.of("a", recording(99, "ab"), "b", recording(60, "abc"))).held())
        .isEqualTo(Map.of("a", "b"));
  }

  /**
   * The third shares a chunk with the second alone. What is torn does not count as a whole, so its
   * chunks are nobody's; where it is split, its own chunk is counted and must not be again.
   */
  @Test
  void chunks_of_a_torn_dump_are_taken_only_where_it_is_split() {
    Map<String, ProfileSummary> dumps =
        Map.of(
            "first", recording(90, "abcd"),
            "second", recording(60, "dxy"),
            "third", recording(30, "yz"));

    assertThat(Overlap.of(dumps).torn()).isEqualTo(Map.of("second", "first"));
    assertThat(Overlap.toSplit(dumps).torn())
        .isEqualTo(Map.of("second", "first", "third", "second"));
    assertThat(Overlap.toSplit(dumps).shared()).containsEntry("third", new TreeSet<>(List.of("y")));
  }
}
