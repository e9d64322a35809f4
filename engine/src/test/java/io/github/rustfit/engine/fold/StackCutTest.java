package io.github.rustfit.engine.fold;

import static io.github.rustfit.rules.testing.Given.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Cuts by hand, and against the definition, tried out prefix by prefix. */
class StackCutTest {

  private static final long TENTH = 100_000;

  private final Map<SampleKey, Weight> samples = new HashMap<>();

  /** Frames are letters, leaf first; an asterisk is a blind cut, a hash another. */
  private static List<Frame> stack(String letters) {
    List<Frame> frames = new ArrayList<>();
    for (char letter : letters.toCharArray()) {
      frames.add(
          letter == '*'
              ? Frame.FOLDED_BLIND
              : letter == '#' ? Frame.FOLDED : frame("a.A", String.valueOf(letter), 1));
    }
    return frames;
  }

  private static SampleKey cpu(String letters) {
    return new SampleKey(SampleKind.CPU, stack(letters), "");
  }

  private static SampleKey allocation(String letters, String type) {
    return new SampleKey(SampleKind.ALLOCATION, stack(letters), type);
  }

  private Map<SampleKey, SampleKey> blind(long share) {
    return StackCut.of(samples, share, Optional.empty());
  }

  /** Frames in upper case are own code. */
  private Map<SampleKey, SampleKey> knowing(long share) {
    return StackCut.of(
        samples, share, Optional.of(frame -> Character.isUpperCase(frame.method().charAt(0))));
  }

  private void give(SampleKey key, long amount) {
    samples.put(key, Weight.of(1, amount));
  }

  @Test
  void a_stack_with_its_share_stays_whole() {
    give(cpu("abc"), 10);
    give(cpu("xyz"), 90);

    assertThat(blind(TENTH)).isEmpty();
  }

  @Test
  void stacks_without_it_keep_what_they_have_in_common_with_it() {
    give(cpu("abc"), 5);
    give(cpu("abd"), 5);
    give(cpu("aef"), 5);
    give(cpu("agh"), 5);
    give(cpu("xyz"), 80);

    assertThat(blind(TENTH))
        .isEqualTo(
            Map.of(
                cpu("abc"), cpu("ab*"),
                cpu("abd"), cpu("ab*"),
                cpu("aef"), cpu("a*"),
                cpu("agh"), cpu("a*")));
  }

  @Test
  void what_shares_nothing_with_enough_others_is_of_its_kind_alone() {
    give(cpu("abc"), 5);
    give(cpu("b"), 2);
    give(cpu("xyz"), 93);

    assertThat(blind(TENTH)).isEqualTo(Map.of(cpu("abc"), cpu("*"), cpu("b"), cpu("*")));
  }

  @Test
  void a_stack_that_is_the_common_part_itself_stays() {
    give(cpu("ab"), 5);
    give(cpu("abc"), 5);
    give(cpu("xyz"), 90);

    assertThat(blind(TENTH)).isEqualTo(Map.of(cpu("abc"), cpu("ab*")));
  }

  /** Those of the type A are 4 %, of B together 12 %, of which no two share a frame. */
  @Test
  void types_are_told_apart_as_long_as_they_have_their_share() {
    give(allocation("ab", "A"), 4);
    give(allocation("cd", "B"), 6);
    give(allocation("ef", "B"), 6);
    give(allocation("xyz", "C"), 84);

    assertThat(blind(TENTH))
        .isEqualTo(
            Map.of(
                allocation("ab", "A"), allocation("*", ""),
                allocation("cd", "B"), allocation("*", "B"),
                allocation("ef", "B"), allocation("*", "B")));
  }

  @Test
  void kinds_have_totals_of_their_own_and_samples_count_where_nothing_is_weighed() {
    give(cpu("ab"), 1000);
    samples.put(new SampleKey(SampleKind.LIVE, stack("ab"), ""), Weight.of(19, 0));
    samples.put(new SampleKey(SampleKind.LIVE, stack("cd"), ""), Weight.of(1, 0));

    assertThat(blind(TENTH))
        .isEqualTo(
            Map.of(
                new SampleKey(SampleKind.LIVE, stack("cd"), ""),
                new SampleKey(SampleKind.LIVE, stack("*"), "")));
  }

  @Test
  void without_a_share_nothing_is_cut() {
    give(cpu("ab"), 1);
    give(cpu("cd"), 1_000_000_000);

    assertThat(blind(0)).isEmpty();
  }

  private static long amount(Map<SampleKey, Weight> all, SampleKey key) {
    return all.getOrDefault(key, Weight.ZERO).amount();
  }

  private static SampleKey frames(Frame... frames) {
    return new SampleKey(SampleKind.CPU, List.of(frames), "");
  }

  private static Frame line(String method, int line) {
    return frame("a.A", method, line);
  }

  @Test
  void an_owner_is_never_lost() {
    give(cpu("abOxy"), 3);
    give(cpu("Pq"), 2);
    give(cpu("cd"), 4);
    give(cpu("xyz"), 91);

    assertThat(knowing(TENTH))
        .isEqualTo(
            Map.of(
                cpu("abOxy"), frames(line("b", 0), line("O", 0), Frame.FOLDED),
                cpu("Pq"), frames(line("P", 0), Frame.FOLDED),
                cpu("cd"), cpu("#")));
  }

  @Test
  void an_owner_with_enough_keeps_its_line() {
    give(cpu("aOx"), 6);
    give(cpu("caOy"), 6);
    give(cpu("xyz"), 88);

    assertThat(knowing(TENTH))
        .isEqualTo(
            Map.of(
                cpu("aOx"), frames(line("a", 0), line("O", 1), Frame.FOLDED),
                cpu("caOy"), frames(line("a", 0), line("O", 1), Frame.FOLDED)));
  }

  @Test
  void behind_an_owner_stacks_are_cut_as_others_are() {
    give(cpu("aOxy"), 6);
    give(cpu("aOxz"), 6);
    give(cpu("xyz"), 88);

    assertThat(knowing(TENTH))
        .isEqualTo(Map.of(cpu("aOxy"), cpu("aOx#"), cpu("aOxz"), cpu("aOx#")));
  }

  /** Of what the profiler cut nobody knows whose it is, and folding cannot tell either. */
  @Test
  void the_profilers_cut_stays_one() {
    List<Frame> cut = new ArrayList<>(stack("ab"));
    cut.add(Frame.CUT);
    give(new SampleKey(SampleKind.CPU, cut, ""), 5);
    give(cpu("xyz"), 95);

    assertThat(knowing(TENTH).values()).containsExactly(frames(Frame.CUT));
  }

  /** What was kept because of others that were cut there would go with them the second time. */
  @RepeatedTest(200)
  void what_was_cut_stays_as_it_is(RepetitionInfo repetition) {
    Random random = new Random(1000 + repetition.getCurrentRepetition());
    for (int i = random.nextInt(200); i >= 0; i--) {
      StringBuilder stack = new StringBuilder();
      for (int j = random.nextInt(6); j >= 0; j--) {
        stack.append(
            "abOP".charAt(random.nextInt(repetition.getCurrentRepetition() % 2 == 0 ? 4 : 2)));
      }
      give(cpu(stack.toString()), 1 + random.nextInt(20));
    }
    long share = 5_000L * (1 + random.nextInt(30));
    for (boolean knows : new boolean[] {false, true}) {
      Map<SampleKey, SampleKey> shorter = knows ? knowing(share) : blind(share);
      Map<SampleKey, Weight> before = new HashMap<>(samples);
      Map<SampleKey, Weight> cut = new HashMap<>();
      samples.forEach(
          (key, weight) -> cut.merge(shorter.getOrDefault(key, key), weight, Weight::merge));
      samples.clear();
      samples.putAll(cut);
      assertThat(knows ? knowing(share) : blind(share)).isEmpty();
      samples.clear();
      samples.putAll(before);
    }
  }

  @RepeatedTest(200)
  void who_owns_what_is_the_same_before_and_after(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = random.nextInt(200); i >= 0; i--) {
      StringBuilder stack = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        stack.append("abcdeOPQ".charAt(random.nextInt(8)));
      }
      give(cpu(stack.toString()), 1 + random.nextInt(20));
    }
    Map<SampleKey, SampleKey> shorter = knowing(5_000L * (1 + random.nextInt(30)));

    shorter.forEach((from, to) -> assertThat(owner(to)).as(from + " " + to).isEqualTo(owner(from)));
    Map<SampleKey, SampleKey> twice = new HashMap<>(shorter);
    twice.replaceAll((from, to) -> shorter.getOrDefault(to, to));
    assertThat(twice).isEqualTo(shorter);
  }

  private static String owner(SampleKey key) {
    return key.stack().stream()
        .map(Frame::method)
        .filter(method -> Character.isUpperCase(method.charAt(0)))
        .findFirst()
        .orElse("");
  }

  /** The definition: from the longest prefix on, what lies below it and has no place yet. */
  private static Map<SampleKey, SampleKey> byDefinition(Map<SampleKey, Weight> all, long share) {
    long total = all.values().stream().mapToLong(Weight::amount).sum();
    long enough = (long) Math.ceil(total * (share / 1e6));
    Map<SampleKey, Weight> open = new TreeMap<>(all);
    open.values().removeIf(weight -> weight.amount() >= enough);
    Map<SampleKey, SampleKey> placed = new HashMap<>();
    for (int depth = 20; depth >= 0; depth--) {
      int length = depth;
      Map<List<Frame>, List<SampleKey>> below = new HashMap<>();
      open.keySet().stream()
          .filter(key -> key.stack().size() >= length)
          .forEach(
              key ->
                  below
                      .computeIfAbsent(key.stack().subList(0, length), x -> new ArrayList<>())
                      .add(key));
      below.forEach(
          (prefix, keys) -> {
            long weight = keys.stream().mapToLong(key -> amount(all, key)).sum();
            if (weight >= enough || length == 0) {
              for (SampleKey key : keys) {
                List<Frame> cut = new ArrayList<>(prefix);
                cut.add(Frame.FOLDED_BLIND);
                if (key.stack().size() > length) {
                  placed.put(key, new SampleKey(key.kind(), cut, ""));
                }
                open.remove(key);
              }
            }
          });
    }
    return placed;
  }

  @RepeatedTest(200)
  void it_is_what_the_definition_says(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int letters = 1 + random.nextInt(3);
    for (int i = random.nextInt(60); i >= 0; i--) {
      StringBuilder stack = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        stack.append((char) ('a' + random.nextInt(letters)));
      }
      give(cpu(stack.toString()), 1 + random.nextInt(20));
    }
    long share = 10_000L * (1 + random.nextInt(30));

    Map<SampleKey, SampleKey> found = blind(share);

    Map<SampleKey, SampleKey> expected = byDefinition(samples, share);
    expected.entrySet().removeIf(one -> one.getKey().equals(one.getValue()));
    assertThat(found).isEqualTo(expected);
  }

  /** One over the share, and what is left, which is one more. */
  @RepeatedTest(20)
  void no_more_are_left_than_the_share_allows(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < 5000; i++) {
      StringBuilder stack = new StringBuilder();
      for (int j = random.nextInt(40); j >= 0; j--) {
        stack.append((char) ('a' + random.nextInt(5)));
      }
      give(cpu(stack.toString()), 1 + random.nextInt(100));
    }

    Map<SampleKey, SampleKey> shorter = blind(20_000);

    Map<SampleKey, Weight> kept = new HashMap<>();
    samples.forEach(
        (key, weight) -> kept.merge(shorter.getOrDefault(key, key), weight, Weight::merge));
    assertThat(kept.values().stream().mapToLong(Weight::amount).sum())
        .isEqualTo(samples.values().stream().mapToLong(Weight::amount).sum());
    // A stack that is the common part of others and is kept beside them takes a place of its own.
    assertThat(kept.size()).isLessThanOrEqualTo(2 * 50 + 1);
  }
}
