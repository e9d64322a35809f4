package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One JVM in several logs counts once; figures are worked out by hand. */
class GcOverlapTest {

  /** Five pauses of 1 to 5 ms, 15 ms together. */
  private static final String DETAILED =
      """
      [0.010s][info][gc] Using G1
      [1.000s][info][gc,start] GC(0) Pause Young (Normal) (G1 Evacuation Pause)
      [1.001s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->4M(256M) 1.000ms
      [2.002s][info][gc] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 25M->5M(256M) 2.000ms
      [3.003s][info][gc] GC(2) Pause Young (Normal) (G1 Evacuation Pause) 26M->6M(256M) 3.000ms
      [4.004s][info][gc] GC(3) Pause Young (Normal) (G1 Evacuation Pause) 27M->7M(256M) 4.000ms
      [5.005s][info][gc] GC(4) Pause Young (Normal) (G1 Evacuation Pause) 28M->8M(256M) 5.000ms
      """;

  private final Path folder;

  GcOverlapTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void two_outputs_of_one_jvm_count_once() throws IOException {
    String plain = DETAILED.replace("[info][gc]", "").replaceAll("(?m)^.*gc,start.*\n", "");
    Evidence evidence = read(DETAILED, plain);
    assertPauses(evidence, 5, 15);
    assertThat(evidence.gcOverlap().problems()).isEmpty();
    assertThat(evidence.gc().wallNanos()).isEqualTo(5_005_000_000L);
  }

  @Test
  void copies_at_two_times_count_as_the_later_one() throws IOException {
    Evidence evidence = read(DETAILED, DETAILED.substring(0, DETAILED.indexOf("[4.004s]")));
    assertPauses(evidence, 5, 15);
    assertThat(evidence.gcOverlap().problems()).isEmpty();
  }

  @Test
  void what_no_log_tells_alone_is_not_counted_and_said() throws IOException {
    // Of the first: 1 to 4 ms; of the second, which begins later: 3 to 5 ms.
    String first = DETAILED.substring(0, DETAILED.indexOf("[5.005s]"));
    String second = DETAILED.substring(DETAILED.indexOf("[3.003s]"));
    Evidence evidence = read(first, second);
    assertPauses(evidence, 4, 10);
    assertThat(evidence.gcOverlap().problems())
        .extracting(Problem::where, Problem::message)
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.toString()).contains("1.log", "0.log", "not counted"));
  }

  @Test
  void pieces_that_are_told_twice_together_count_once() throws IOException {
    String first = DETAILED.substring(0, DETAILED.indexOf("[3.003s]"));
    String second = DETAILED.substring(DETAILED.indexOf("[3.003s]"));
    Evidence evidence = read(DETAILED, first, second);
    assertPauses(evidence, 5, 15);
    assertThat(evidence.gcOverlap().problems()).isEmpty();
  }

  @Test
  void another_jvm_with_pauses_at_the_same_times_counts() throws IOException {
    assertPauses(read(DETAILED, DETAILED.replace(".000ms", ".001ms")), 10, 30);
  }

  @Test
  void evidence_of_two_jobs_counts_one_jvm_once() throws IOException {
    Evidence one = read(DETAILED);
    Evidence other = read(DETAILED + "[9.000s][info][gc,heap,exit] Heap\n");
    assertPauses(one.merge(other), 5, 15);
    assertThat(other.merge(one).gc()).isEqualTo(one.merge(other).gc());
  }

  private static void assertPauses(Evidence evidence, long count, long millis) {
    assertThat(evidence.gc().pauses().count()).isEqualTo(count);
    assertThat(evidence.gc().pauses().totalNanos() / 1_000_000).isEqualTo(millis);
  }

  private Evidence read(String... logs) throws IOException {
    Path[] files = new Path[logs.length];
    for (int i = 0; i < logs.length; i++) {
      files[i] = Files.writeString(folder.resolve(i + ".log"), logs[i]);
    }
    return new Inputs(folder, List.of(new GcLogReader()))
        .read(Arrays.stream(files).map(Path::toString).toList())
        .evidence();
  }
}
