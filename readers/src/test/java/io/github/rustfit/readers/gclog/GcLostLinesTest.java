package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import org.junit.jupiter.api.Test;

/** Lines that were lost, cut, glued, broken, dropped or told twice; figures by hand. */
class GcLostLinesTest {

  /** Four pauses of 1, 2, 300 and 4 ms: 307 ms. */
  private static final String LOG =
      """
      [0.010s][info][gc] Using G1
      [1.000s][info][gc,start] GC(0) Pause Young (Normal) (G1 Evacuation Pause)
      [1.001s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->4M(256M) 1.000ms
      [2.000s][info][gc,start] GC(1) Pause Young (Normal) (G1 Evacuation Pause)
      [2.002s][info][gc] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 24M->4M(256M) 2.000ms
      [3.000s][info][gc,start] GC(2) Pause Young (Normal) (G1 Evacuation Pause)
      [3.300s][info][gc] GC(2) Pause Young (Normal) (G1 Evacuation Pause) 24M->4M(256M) 300.000ms
      [4.000s][info][gc,start] GC(3) Pause Young (Normal) (G1 Evacuation Pause)
      [4.004s][info][gc] GC(3) Pause Young (Normal) (G1 Evacuation Pause) 24M->4M(256M) 4.000ms
      """;

  private static final String END = LOG.lines().toList().get(6);

  @Test
  void an_end_that_is_missing_or_cut_is_said_with_its_line() {
    for (String left :
        new String[] {"", END.substring(0, 60) + "\n", END.substring(0, 85) + "\n"}) {
      Reading reading = Logs.read(LOG.replace(END + "\n", left));
      assertThat(reading.status()).as(left).isEqualTo(Input.Status.PARTIAL);
      assertThat(reading.problem()).contains("without an end that began in line 6 ");
      assertPauses(reading, 3, 7);
    }
  }

  @Test
  void a_log_that_ends_inside_a_pause_says_so_unless_rotation_goes_on() {
    Reading reading = Logs.read(LOG.substring(0, LOG.indexOf(END)));
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("began in line 6 ");
    assertPauses(reading, 2, 3);
  }

  @Test
  void a_plain_log_misses_a_number() {
    String plain = LOG.replaceAll("(?m)^.*gc,start.*\n", "").replace(END + "\n", "");
    Reading reading = Logs.read(plain);
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem())
        .contains("no line of a collection before the next one in line 4 ");
    assertPauses(reading, 3, 7);
  }

  @Test
  void text_behind_a_figure_or_in_front_of_a_line_costs_nothing() {
    assertWhole(LOG.replace(END, END + "Serving request 17"));
    assertWhole(LOG.replace(END, END + " 12.500ms for request 17"));
    assertWhole(LOG.replace(END, "Serving request 17" + END));
    assertWhole(LOG.replace(END + "\n", END));
    assertWhole(LOG.replace("\n" + END, END));
  }

  @Test
  void a_line_that_is_broken_anywhere_is_put_together() {
    for (int at = 1; at < END.length(); at++) {
      Reading reading =
          Logs.read(LOG.replace(END, END.substring(0, at) + "\n" + END.substring(at)));
      assertThat(
              reading.gc().pauses().totalNanos() / 1_000_000 == 307
                  || reading.status() == Input.Status.PARTIAL)
          .as("broken at " + at + ": " + reading.problem())
          .isTrue();
      if (at > END.indexOf("Pause")) {
        assertPauses(reading, 4, 307);
      }
    }
  }

  @Test
  void dropped_messages_are_said_with_the_line() {
    Reading reading =
        Logs.read(
            LOG.replace(
                END, "[3.100s][warning][gc] 13 messages dropped due to async logging\n" + END));
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("asynchronous logging as told in line 7 ");
    assertPauses(reading, 4, 307);
  }

  @Test
  void a_pause_that_is_told_twice_counts_once() {
    assertWhole(LOG.replace(END, END + "\n" + END));
  }

  @Test
  void a_time_that_leaps_does_not_stretch_what_is_covered() {
    for (String damaged : new String[] {"[93.300s]", "[3300000000.000s]", "[0.300s]"}) {
      Reading reading = Logs.read(LOG.replace("[3.300s]", damaged));
      assertThat(reading.gc().wallNanos()).as(damaged).isEqualTo(4_004_000_000L);
      assertThat(reading.gc().details().runs().count()).as(damaged).isEqualTo(1);
    }
  }

  @Test
  void a_date_that_leaps_does_not_stretch_what_is_covered() {
    String dated = LOG.replaceAll("\\[(\\d)\\.(\\d{3})s\\]", "[2026-11-28T10:00:0$1.$2+0000]");
    long covered = Logs.read(dated).gc().wallNanos();
    assertThat(covered).isEqualTo(3_994_000_000L);
    for (String date : new String[] {"2060-11-28", "2126-11-28", "2026-12-28"}) {
      Reading reading = Logs.read(dated.replace("2026-11-28T10:00:03.300", date + "T10:00:03.300"));
      assertThat(reading.status()).as(date).isEqualTo(Input.Status.PARTIAL);
      assertThat(reading.problem()).as(date).contains("time stamp that cannot be right");
      assertThat(reading.gc().wallNanos()).as(date).isEqualTo(covered);
      assertPauses(reading, 4, 307);
    }
    for (int year : new int[] {1970, 2038, 2044, 2107, 2200, 2261}) {
      Reading reading = Logs.read(dated.replace("2026-", year + "-"));
      assertThat(reading.status()).as("" + year).isEqualTo(Input.Status.READ);
      assertThat(reading.gc().wallNanos()).as("" + year).isEqualTo(covered);
    }
  }

  @Test
  void a_jvm_that_has_not_collected_has_no_pause() {
    Reading reading = Logs.read(LOG.substring(0, LOG.indexOf("[1.000s]")));
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(reading.gc().pauses().count()).isZero();
    assertThat(reading.gc().pauseObservedNanos()).isEqualTo(10_000_000L);
  }

  @Test
  void a_native_image_prints_its_own_names_and_fractions_of_sizes() {
    Reading reading =
        Logs.read(
            """
            [0.512s] GC(0) Pause Incremental GC (Collect on allocation) 512.00M->3.50M 5.000ms
            [1.012s] GC(1) Pause Full GC (Collect on allocation) 512.00M->4.25M 25.000ms
            """);
    assertPauses(reading, 2, 30);
    assertThat(reading.gc().fullCollections()).isEqualTo(1);
    // 4.25 MiB
    assertThat(reading.gc().largestLiveBytes()).isEqualTo(17L << 18);
  }

  @Test
  void jdk_25_tells_how_long_threads_waited_for_critical_regions() {
    String head =
        """
        [0.006s][info][gc     ] Using Parallel
        [0.007s][info][gc,init] Version: 25.0.3+9-LTS (release)
        """;
    String pause =
        "[2.000s][info ][gc] GC(0) Pause Young (Allocation Failure) 16M->9M(93M) 2.000ms\n";
    String waits =
        """
        [1.531s][debug][gc,jni      ] Thread blocked to start GC. Resumed after 734ms. Thread "main".
        [1.547s][debug][gc,jni      ] Thread blocked to enter critical region. Resumed after 198ms. Thread "a".
        """;
    Reading silent = Logs.read(head + pause);
    assertThat(silent.gc().details().incidents().counts().toString()).doesNotContain("GC_LOCKER");
    assertThat(silent.gc().details().incidents().lockerWaits()).isEqualTo(PauseTotal.NONE);
    Reading telling = Logs.read(head + waits + pause);
    assertThat(telling.gc().details().incidents().lockerWaits())
        .isEqualTo(new PauseTotal(2, 932_000_000L, 734_000_000L));
    Reading before = Logs.read((head + pause).replace("25.0.3+9-LTS", "17.0.1+1"));
    assertThat(before.gc().details().incidents().counts().toString()).contains("GC_LOCKER");
  }

  private static void assertWhole(String log) {
    Reading reading = Logs.read(log);
    assertThat(reading.problem()).as(log).isEmpty();
    assertPauses(reading, 4, 307);
  }

  private static void assertPauses(Reading reading, long count, long millis) {
    assertThat(reading.gc().pauses().count()).isEqualTo(count);
    assertThat(reading.gc().pauses().totalNanos()).isEqualTo(millis * 1_000_000);
  }
}
