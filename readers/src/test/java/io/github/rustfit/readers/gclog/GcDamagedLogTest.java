package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cut, mixed, foreign and mutated logs. */
class GcDamagedLogTest {

  private static final String LOG =
      """
      [0.012s][info][gc] Using G1
      [0.013s][info][gc,init] Version: 17.0.15+6 (release)
      [0.438s][info][gc          ] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 6M->3M(96M) 36.099ms
      [0.438s][info][gc,cpu      ] GC(0) User=0.01s Sys=0.00s Real=0.03s
      [1.475s][info][gc          ] GC(1) Pause Full (G1 Compaction Pause) 60M->4M(96M) 14.319ms
      [2.735s][info][gc          ] GC(2) Pause Young (Mixed) (G1 Evacuation Pause) 64M->5M(96M) 9.000ms
      """;

  @Test
  void content_without_a_collection_says_what_to_record() {
    for (String log : new String[] {"", "hello\n", "Using G1\n", "\0\0\0\n\1"}) {
      Reading reading = Logs.read(log);
      assertThat(reading.status()).isEqualTo(Input.Status.FAILED);
      assertThat(reading.problem())
          .contains("no garbage collection line found", "-Xlog:gc*,safepoint:file=gc.log");
    }
  }

  /** A short run may need no collection: as {@code java -Xlog:gc* -version} of JDK 17 writes it. */
  @Test
  void a_whole_run_without_a_collection_has_none() {
    Reading reading =
        Logs.read(
            """
            [0.060s][info][gc] Using G1
            [0.148s][info][gc,init] Version: 17.0.15+6 (release)
            [0.148s][info][gc,init] Heap Max Capacity: 6028M
            [0.536s][info][gc,heap,exit] Heap
            [0.536s][info][gc,heap,exit]  garbage-first heap   total 397312K, used 4675K [0x1, 0x2)
            """);
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(reading.gc().collectors()).containsExactly("G1");
    assertThat(reading.gc().collections()).isZero();
    assertThat(reading.gc().pauses().count()).isZero();
    assertThat(reading.gc().wallNanos()).isEqualTo(536_000_000);
  }

  /** A digit lost: regions of no size are regions whose size is not known. */
  @Test
  void regions_of_no_size_are_of_unknown_size() {
    Reading reading =
        Logs.read(
            """
            [0.012s][info][gc] Using G1
            [0.013s][info][gc,init] Heap Region Size: 0M
            [0.437s][info][gc,heap     ] GC(0) Old regions: 2->5
            [0.438s][info][gc          ] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 6M->3M(96M) 36.099ms
            """);
    assertThat(reading.gc().pauses().count()).isEqualTo(1);
    assertThat(reading.gc().details().setup().regionBytes()).isEmpty();
  }

  @Test
  void a_cut_last_line_is_not_counted_and_named() {
    String cut = LOG.substring(0, LOG.length() - "000ms\n".length());
    Reading reading = Logs.read(cut);
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("line 6", "byte " + cut.lastIndexOf("[2.735s]"));
    assertThat(reading.gc().pauses().count()).isEqualTo(2);
  }

  @Test
  void a_last_line_that_is_whole_but_for_the_line_break_counts() {
    Reading reading = Logs.read(LOG.stripTrailing());
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().pauses().count()).isEqualTo(3);
  }

  @Test
  void a_cut_line_of_the_application_is_no_problem() {
    assertThat(Logs.read(LOG + "2026-11-21 INFO shutting do").problem()).isEmpty();
  }

  @Test
  void several_jvms_in_one_file_add_up() {
    Reading reading = Logs.read(LOG + LOG.replace("17.0.15+6", "25.0.3+9"));
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().wallNanos()).isEqualTo(2 * 2_735_000_000L);
    assertThat(reading.gc().pauses().count()).isEqualTo(6);
    assertThat(reading.gc().collections()).isEqualTo(6);
    assertThat(reading.gc().jvmVersions()).containsExactly("17.0.15+6", "25.0.3+9");
    assertThat(reading.gc().allocation().amount())
        .isEqualTo(2 * Logs.read(LOG).gc().allocation().amount());
  }

  @Test
  void a_rotated_log_covers_only_its_own_lines() {
    Reading reading =
        Logs.read(
            """
            [5000.000s][info][gc] GC(70) Pause Young (Normal) (G1 Evacuation Pause) 60M->3M(96M) 10.000ms
            [5010.000s][info][gc] GC(71) Pause Young (Normal) (G1 Evacuation Pause) 61M->3M(96M) 10.000ms
            """);
    // from the start of the first pause
    assertThat(reading.gc().wallNanos()).isEqualTo(10_010_000_000L);
    assertThat(reading.gc().allocation().amount()).isEqualTo(58L << 20);
  }

  @Test
  void a_clock_that_is_set_back_does_not_shorten_the_time() {
    Reading reading =
        Logs.read(
            """
            [2026-11-21T13:00:00.000+0000][gc] Using G1
            [2026-11-21T13:00:10.000+0000][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 60M->3M(96M) 10.000ms
            [2026-11-21T12:00:00.000+0000][gc] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 61M->3M(96M) 10.000ms
            [2026-11-21T12:00:05.000+0000][gc] GC(2) Pause Young (Normal) (G1 Evacuation Pause) 61M->3M(96M) 10.000ms
            """);
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().wallNanos()).isBetween(15_000_000_000L, 15_010_000_000L);
    assertThat(reading.gc().pauses().count()).isEqualTo(3);
  }

  @Test
  void a_pause_longer_than_the_jvm_ran_is_not_counted() {
    Reading reading = Logs.read(LOG.replace("14.319ms", "14319.0ms"));
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("line 5");
    assertThat(reading.gc().pauses().maxNanos()).isEqualTo(36_099_000);
    assertThat(reading.gc().pauses().count()).isEqualTo(2);
  }

  @Test
  void a_line_of_ten_megabytes_is_passed_over() {
    List<String> lines = LOG.lines().map(line -> line + "\n").toList();
    Reading reading =
        Logs.read(lines.get(0) + lines.get(2) + "x".repeat(10_000_000) + "\n" + lines.get(4));
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().pauses().count()).isEqualTo(2);
  }

  @Test
  void the_zeros_that_log_rotation_leaves_are_passed_over() {
    assertThat(Logs.read("\0".repeat(5000) + LOG).gc().pauses().count()).isEqualTo(3);
    assertThat(Logs.read("\0".repeat(5_000_000) + "\n" + LOG).gc().pauses().count()).isEqualTo(3);
  }

  @Test
  void a_log_of_jdk_8_is_read() {
    Reading reading =
        Logs.read(
            """
            0.880: [GC [PSYoungGen: 12288K->1648K(14336K)] 12288K->1648K(47104K), 0.0093244 secs]
            """);
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(reading.gc().collectors()).containsExactly("Parallel");
    assertThat(reading.gc().pauses().totalNanos()).isEqualTo(9_324_400);
  }

  @Test
  void a_line_that_quotes_a_log_of_jdk_8_does_not_change_the_style() {
    String quote = "0.880: [GC 12288K->1648K(47104K), 0.0093244 secs]\n";
    String torn = "Application time: 1.0 seconds\n0.880: [GC (Allocation Failure) \n";
    assertThat(Logs.read(torn + LOG + quote + LOG).gc()).isEqualTo(Logs.read(LOG + LOG).gc());
  }

  @Test
  void mutations_neither_throw_nor_make_a_pause_longer_than_the_log() {
    Random random = new Random(20261121);
    byte[] log = (LOG + LOG).getBytes(StandardCharsets.US_ASCII);
    for (int round = 0; round < 1_500; round++) {
      byte[] mutant = log.clone();
      for (int i = random.nextInt(8); i >= 0; i--) {
        int at = random.nextInt(mutant.length);
        switch (random.nextInt(3)) {
          case 0 -> mutant[at] = (byte) random.nextInt(256);
          case 1 -> mutant[at] = (byte) ('0' + random.nextInt(10));
          default ->
              System.arraycopy(
                  log, random.nextInt(log.length - 16), mutant, Math.min(at, log.length - 16), 16);
        }
      }
      byte[] cut = Arrays.copyOf(mutant, random.nextInt(mutant.length));
      for (byte[] bytes : new byte[][] {mutant, cut}) {
        Reading reading = Logs.read(bytes);
        new GcLogReader().claims(bytes);
        assertThat(reading.gc().pauses().maxNanos()).isLessThanOrEqualTo(reading.gc().wallNanos());
      }
    }
  }

  @Test
  void figures_beyond_all_bounds_neither_throw_nor_overflow() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      log.append("[600000000.0s][gc] GC(").append(i).append(") Pause Full (x) ");
      log.append("1000T->0T(1000T) 599999999999.0ms\n");
      log.append("[600000000.0s][gc] GC(0) User=999999999.0s Sys=9999999999.0s Real=1s\n");
      log.append("[1.0s][gc] GC(999999999999999999) Pause Young (").append(i).append(") 1.0ms\n");
    }
    Reading reading = Logs.read(log.toString());
    assertThat(reading.gc().pauses().totalNanos()).isPositive();
    assertThat(reading.gc().merge(reading.gc()).wallNanos()).isPositive();
  }
}
