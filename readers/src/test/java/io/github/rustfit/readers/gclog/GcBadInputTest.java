package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is certain is kept; what could not be placed is counted and named by its line. */
class GcBadInputTest {

  private static final String UNIFIED =
      """
      [0.012s][info][gc] Using G1
      [0.438s][info][gc          ] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 6M->3M(96M) 36.000ms
      [1.475s][info][gc          ] GC(1) Pause Full (G1 Compaction Pause) 60M->4M(96M) 14.000ms
      """;

  private static final String LEGACY =
      """
      1.000: [GC (Allocation Failure) [PSYoungGen: 100K->20K(200K)] 100K->30K(400K), 0.0100000 secs] [Times: user=0.04 sys=0.01, real=0.01 secs]\s
      2.000: [Full GC (System.gc()) [PSYoungGen: 90K->0K(200K)] 120K->80K(400K), 0.0200000 secs]
      """;

  @Test
  void lines_are_counted_by_what_became_of_them() {
    Reading reading =
        Logs.read(
            UNIFIED
                + "[1.480s][info][class,load] java.lang.Object source: jrt:/java.base\n"
                + "2026-11-21 13:38:46 INFO [http-1] started\n"
                + "[1.490s][info][gc,cpu] GC(4xxxf0) User=0.01s Sys=0.00s Real=0.01s\n"
                + "[1.495s][info][gc] GC(2) Pause Young (Normal) (G1 Evacuation Pause) 6M->3M 1.x0ms\n"
                + "[1.500s][info][gc,phases\n");
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("duration cannot be read in line 7");
    assertThat(reading.gc().pauses().count()).isEqualTo(2);
    assertThat(reading.lines().recognised()).isEqualTo(3);
    assertThat(reading.lines().other()).isEqualTo(3);
    assertThat(reading.lines().unplaced()).isEqualTo(2);
    assertThat(reading.lines().firstUnplaced()).containsExactly(6L, 7L);
  }

  @Test
  void a_log_of_jdk_8_counts_its_damaged_lines_too() {
    Reading reading =
        Logs.read(LEGACY + "3.000: [GC [PSYoungGen: 1K->\n" + LEGACY + "log4j: hello\n");
    assertThat(reading.gc().pauses().count()).isEqualTo(4);
    assertThat(reading.lines().recognised()).isEqualTo(4);
    assertThat(reading.lines().other()).isEqualTo(1);
    assertThat(reading.lines().firstUnplaced()).containsExactly(3L);
  }

  @Test
  void binary_garbage_amid_a_log_is_counted() {
    String garbage = "\u0001\u0000\u00ff\u0002\n";
    Reading reading = Logs.read((UNIFIED + garbage).getBytes(StandardCharsets.ISO_8859_1));
    assertThat(reading.gc().pauses().count()).isEqualTo(2);
    assertThat(reading.lines().firstUnplaced()).containsExactly(4L);
  }

  @Test
  void the_log_of_another_program_is_an_error_that_says_what_to_record() {
    String log =
        """
        2026-11-21 13:38:46,457 INFO  [main] com.acme.Shop - GC tuning: pause 12.5ms
        [2026-11-21T13:38:46.457+0000] [warn] cache evicted 12M->3M(96M) 45.258ms
        127.0.0.1 - - [21/Nov/2026:13:38:46 +0000] "GET / HTTP/1.1" 200 512
        """;
    assertThat(new GcLogReader().claims(log.getBytes(StandardCharsets.UTF_8))).isFalse();
    Reading reading = Logs.read(log);
    assertThat(reading.status()).isEqualTo(Input.Status.FAILED);
    assertThat(reading.problem()).contains("no garbage collection line", "3 lines", "-Xlog:gc*");
    assertThat(reading.lines().other()).isEqualTo(3);
  }

  @Test
  void a_jvm_of_jdk_8_and_then_a_later_one_in_the_same_file_both_count() {
    Reading reading = Logs.read(LEGACY + UNIFIED);
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().collectors()).containsExactly("G1", "Parallel");
    assertThat(reading.gc().pauses().totalNanos()).isEqualTo(80_000_000);
    // from 1 to 2.02 s, and from the start to 1.475 s
    assertThat(reading.gc().wallNanos()).isEqualTo(1_020_000_000L + 1_475_000_000L);
    assertThat(reading.lines().recognised()).isEqualTo(5);
  }

  @Test
  void a_jvm_of_jdk_8_behind_a_later_one_is_said_not_to_count() {
    Reading reading = Logs.read(UNIFIED + LEGACY);
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem())
        .contains("style of JDK 8 in line 4 (byte " + UNIFIED.length() + ")", "2 such lines");
    assertThat(reading.gc().pauses().totalNanos()).isEqualTo(50_000_000);
    assertThat(reading.lines().firstUnplaced()).containsExactly(4L, 5L);
  }

  @Test
  void numbers_in_another_locale_or_with_letters_never_make_a_pause() {
    for (String duration : List.of("\u0661\u0662.\u0665ms", "1e3ms", "-5.0ms", "NaNms", "0x1fms")) {
      Reading reading = Logs.read(UNIFIED.replace("14.000ms", duration));
      assertThat(reading.gc().pauses().count()).as(duration).isEqualTo(1);
      assertThat(reading.lines().firstUnplaced()).as(duration).containsExactly(3L);
    }
  }
}
