package io.github.rustfit.rules.evidence.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadSamplesTest {

  private static final List<Frame> A = List.of(new Frame("a.A", "run", 1));
  private static final List<Frame> B = List.of(new Frame("b.B", "run", 1));

  private static ThreadSamples of(List<Frame> stack, String group, long count) {
    ThreadSamples.Builder builder = new ThreadSamples.Builder();
    builder.add(stack, group, count);
    return builder.build();
  }

  @ParameterizedTest
  @CsvSource({
    "http-nio-8080-exec-7, http-nio-8080-exec-#",
    "main, main",
    "ForkJoinPool.commonPool-worker-12, ForkJoinPool.commonPool-worker-#",
    "'  G1 Conc#0 ', G# Conc##",
    "pool-3-thread-12, pool-#-thread-#",
    "task-1234, task-#",
    "'', ''"
  })
  void names_that_differ_in_digits_alone_are_a_group(String name, String group) {
    assertThat(ThreadSamples.group(name)).isEqualTo(group);
  }

  @Test
  void a_name_without_end_is_cut() {
    assertThat(ThreadSamples.group("x".repeat(10_000))).hasSize(100);
  }

  @Test
  void counts_of_equal_stacks_and_groups_add_up() {
    ThreadSamples sum = of(A, "main", 3).merge(of(A, "main", 4)).merge(of(A, "w-#", 5));

    assertThat(sum.of(A)).isEqualTo(Map.of("main", 7L, "w-#", 5L));
    assertThat(sum.of(B)).isEmpty();
    assertThat(of(A, "", 5)).isEqualTo(ThreadSamples.EMPTY);
    assertThat(ThreadSamples.EMPTY.known()).isFalse();
  }

  /** Seventy groups of one sample each: the first 64 in order, and 6 are others. */
  @Test
  void no_more_than_64_groups_are_told_apart() {
    ThreadSamples all = ThreadSamples.EMPTY;
    for (int i = 0; i < 70; i++) {
      all = all.merge(of(A, group(i), 1));
    }
    assertThat(all.of(A)).hasSize(65).containsEntry("others", 6L).containsKey(group(63));
    assertThat(all.of(A)).doesNotContainKey(group(64));
  }

  private static String group(int number) {
    return String.format(Locale.ROOT, "g%03d", number);
  }

  private static ThreadSamples any(Random random) {
    ThreadSamples.Builder builder = new ThreadSamples.Builder();
    int size = random.nextInt(80);
    for (int i = 0; i < size; i++) {
      String name = random.nextInt(20) == 0 ? ThreadSamples.OTHERS : group(random.nextInt(150));
      builder.add(random.nextBoolean() ? A : B, name, 1 + random.nextInt(9));
    }
    return builder.build();
  }

  @Test
  void the_bound_does_not_depend_on_what_is_merged_first() {
    Random random = new Random(17);
    for (int i = 0; i < 300; i++) {
      ThreadSamples a = any(random);
      ThreadSamples b = any(random);
      ThreadSamples c = any(random);
      assertThat(a.merge(b)).isEqualTo(b.merge(a));
      assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
      assertThat(a.merge(ThreadSamples.EMPTY)).isEqualTo(a);
      assertThat(a.merge(b).toString()).isEqualTo(b.merge(a).toString());
    }
  }

  @Test
  void nothing_is_lost_by_the_bound() {
    Random random = new Random(19);
    long sum = 0;
    ThreadSamples all = ThreadSamples.EMPTY;
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      long count = 1 + random.nextInt(5);
      names.add(group(i));
      all = all.merge(of(i % 2 == 0 ? A : B, group(i), count));
      sum += count;
    }
    long kept = 0;
    for (Map<String, Long> groups : all.samples().values()) {
      kept += groups.values().stream().mapToLong(Long::longValue).sum();
    }
    assertThat(kept).isEqualTo(sum);
    assertThat(new TreeSet<>(names)).hasSize(200);
  }

  @Test
  void no_samples_are_no_thread() {
    assertThatThrownBy(() -> new ThreadSamples(Map.of(A, new TreeMap<>(Map.of("main", 0L)))))
        .hasMessageContaining("0 samples in threads main");
  }
}
