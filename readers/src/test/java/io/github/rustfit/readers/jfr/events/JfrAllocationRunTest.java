package io.github.rustfit.readers.jfr.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.jfr.events.EarlySamples.Sample;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Runs made by hand; the JVM starts at 100 s, chunks last 10 s. */
class JfrAllocationRunTest {

  private static final long SECOND = 1_000_000_000;
  private static final long JVM_START = 100 * SECOND;

  /** What the samples have in common, where that does not matter. */
  private static final long KEY = 7;

  @Test
  void only_the_earliest_sample_of_an_old_thread_is_left_out() {
    AllocationRun run = chunk(200);
    run.add(sample(1, 203, 30));
    run.add(sample(1, 201, 4_000));
    run.add(sample(1, 202, 20));
    assertThat(bytes(run)).isEqualTo(50);
  }

  @Test
  void a_thread_that_started_in_any_chunk_of_the_run_keeps_its_first_sample() {
    AllocationRun run = chunk(210);
    run.add(sample(7, 211, 20));
    run.merge(chunk(200, 9, 7));
    assertThat(bytes(run)).isEqualTo(20);
  }

  @Test
  void a_recording_of_the_whole_jvm_keeps_everything() {
    AllocationRun early = chunk(102);
    early.add(sample(1, 103, 4_000));
    AllocationRun late = chunk(103);
    late.add(sample(1, 103, 4_000));
    assertThat(bytes(early)).isEqualTo(4_000);
    assertThat(late.certain()).isNull();
  }

  @Test
  void of_samples_in_virtual_threads_the_heaviest_are_left_out_one_per_core() {
    AllocationRun run = chunk(200);
    for (int i = 1; i <= 5; i++) {
      run.add(new Sample(i, true, 200 * SECOND + i, Weight.of(i), KEY));
    }
    assertThat(bytes(run)).isEqualTo(1 + 2 + 3);
  }

  @Test
  void behind_a_gap_first_samples_count_what_was_in_the_gap() {
    AllocationHistory history = new AllocationHistory();
    for (long start : new long[] {240, 200, 210}) {
      AllocationRun run = chunk(start);
      run.add(sample(1, start + 1, start));
      run.add(sample(1, start + 2, 1));
      history.add(run);
    }
    assertThat(bytes(history)).isEqualTo(1 + (210 + 1) + 1);
  }

  @Test
  void chunks_add_up_in_every_order() {
    Random random = new Random(20261121);
    for (int round = 0; round < 50; round++) {
      long seed = random.nextLong();
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 7, 8));
      AllocationHistory sorted = new AllocationHistory();
      order.forEach(number -> sorted.add(randomChunk(seed, number)));
      Collections.shuffle(order, random);
      AllocationHistory shuffled = new AllocationHistory();
      order.forEach(number -> shuffled.add(randomChunk(seed, number)));
      assertThat(sums(shuffled)).isEqualTo(sums(sorted)).isNotEmpty();
    }
  }

  private static AllocationRun randomChunk(long seed, int number) {
    Random random = new Random(seed + number);
    AllocationRun run = chunk(200 + 10L * number, random.nextInt(20), random.nextInt(20));
    for (int i = 0; i < 200; i++) {
      Weight weight = Weight.of(random.nextInt(1 << 20));
      long key = random.nextInt(3);
      int thread = random.nextInt(20);
      long time = (200 + 10L * number) * SECOND + i;
      if (random.nextInt(3) == 0) {
        run.add(key, weight);
      } else {
        run.add(new Sample(thread, thread > 15, time, weight, key));
      }
    }
    return run;
  }

  private static AllocationRun chunk(long startSecond, long... started) {
    MachineEvents machine = new MachineEvents();
    machine.pid = 42;
    machine.cores = 2;
    machine.jvmStartNanos = JVM_START;
    return new AllocationRun(startSecond * SECOND, 10 * SECOND, machine, true, started);
  }

  private static Sample sample(long thread, long second, long bytes) {
    return new Sample(thread, false, second * SECOND, Weight.of(bytes), KEY);
  }

  private static long bytes(AllocationRun run) {
    Sums certain = run.certain();
    assertThat(certain).isNotNull();
    return certain == null ? -1 : bytes(certain);
  }

  private static long bytes(AllocationHistory history) {
    Sums sums = new Sums();
    history.addTo(new EnumMap<>(SampleKind.class), sums);
    return bytes(sums);
  }

  private static long bytes(Sums sums) {
    return map(sums).values().stream().mapToLong(Weight::amount).sum();
  }

  private static Map<Long, Weight> sums(AllocationHistory history) {
    Sums sums = new Sums();
    history.addTo(new EnumMap<>(SampleKind.class), sums);
    return map(sums);
  }

  private static Map<Long, Weight> map(Sums sums) {
    Map<Long, Weight> map = new HashMap<>();
    sums.forEach(map::put);
    return map;
  }
}
