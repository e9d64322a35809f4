package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same two pauses of 12.500 and 2.250 ms, ending 1 s and 3 s after the start. */
class GcDecoratorsTest {

  private static final String USING = "Using G1\n";
  private static final String FIRST =
      "GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->6M(92M) 12.500ms\n";
  private static final String SECOND =
      "GC(1) Pause Young (Normal) (G1 Evacuation Pause) 30M->6M(92M) 2.250ms\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          [0.010s];[1.000s];[3.000s]
          [0.010s][info][gc];[1.000s][info][gc     ];[3.000s][info][gc     ]
          [10ms];[1000ms];[3000ms]
          [10000000ns];[1000000000ns];[3000000000ns]
          [gc][0.010s];[gc][1.000s];[gc][3.000s]
          [vm][7300][7301][0.010s];[vm][7300][7301][1.000s];[vm][7300][7301][3.000s]
          [2026-11-21T13:38:46.457+0000][0.010s];[2026-11-21T13:38:47.447+0000][1.000s];[2026-11-21T13:38:49.447+0000][3.000s]
          [1795268326457ms][10ms][1355952606908ns][10000000ns];[1795268327457ms][1000ms][1356952606908ns][1000000000ns];[1795268329457ms][3000ms][1358952606908ns][3000000000ns]
          [0,010s];[1,000s];[3,000s]
          """)
  void any_decorators_with_uptime_cover_the_time_since_the_start(
      String start, String first, String second) {
    Reading reading = Logs.read(log(start, first, second));
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().pauses().totalNanos()).isEqualTo(14_750_000);
    assertThat(reading.gc().wallNanos()).isEqualTo(3_000_000_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          [2026-12-31T23:59:59.000+0000];[2026-12-31T23:59:59.990+0000];[2027-01-01T00:00:01.990+0000]
          [2026-12-31T23:59:59.000Z][gc];[2026-12-31T23:59:59.990Z][gc];[2027-01-01T00:00:01.990Z][gc]
          [2028-02-28T23:59:59.000-0800];[2028-02-28T23:59:59.990-0800];[2028-02-29T00:00:01.990-0800]
          [2026-03-29T01:59:59.000+0100];[2026-03-29T01:59:59.990+0100];[2026-03-29T03:00:01.990+0200]
          [1795268326457ms];[1795268327447ms];[1795268329447ms]
          [1355952606908ns];[1356942606908ns];[1358942606908ns]
          """)
  void other_clocks_cover_the_time_since_the_first_line(String start, String first, String second) {
    Reading reading = Logs.read(log(start, first, second));
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().pauses().totalNanos()).isEqualTo(14_750_000);
    assertThat(reading.gc().wallNanos()).isEqualTo(2_990_000_000L);
  }

  @Test
  void without_time_stamps_only_the_pauses_themselves_are_time() {
    Reading reading = Logs.read(USING + FIRST + SECOND);
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("no time stamps", "uptime");
    assertThat(reading.gc().pauses().count()).isEqualTo(2);
    assertThat(reading.gc().wallNanos()).isEqualTo(14_750_000);
    assertThat(reading.gc().pauseObservedNanos()).isEqualTo(14_750_000);
    assertThat(reading.gc().allocation().known()).isFalse();
    assertThat(reading.gc().gcCpu().known()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'2026-11-21T13:38:46.457123456Z stdout F '",
    "'my-pod my-container '",
    "'app-1  | '",
    "'2026-11-21 13:38:46 '"
  })
  void a_container_may_prefix_the_lines(String prefix) {
    String log =
        log("[0.010s][gc]", "[1.000s][gc]", "[3.000s][gc]")
            .replaceAll("(?m)^(?=.)", prefix.replace("|", "\\|"));
    assertThat(new GcLogReader().claims(log.getBytes(StandardCharsets.UTF_8))).isTrue();
    Reading reading = Logs.read(log);
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().pauses().count()).isEqualTo(2);
    assertThat(reading.gc().wallNanos()).isEqualTo(3_000_000_000L);
  }

  @Test
  void docker_may_wrap_the_lines() {
    String log =
        """
        {"log":"[1.000s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M-\\u003e6M(92M) 12.500ms\\n","stream":"stdout","time":"2026-11-21T13:38:46.457123456Z"}
        """;
    assertThat(new GcLogReader().claims(log.getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(Logs.read(log).gc().pauses().maxNanos()).isEqualTo(12_500_000);
    assertThat(Logs.read(log).gc().allocation().amount()).isEqualTo(24L << 20);
  }

  @Test
  void lines_of_other_tags_and_the_applications_output_are_passed_over() {
    Reading reading =
        Logs.read(
            """
            Starting [main] at 12.5ms
            [0.001s][info][arguments] VM Arguments:
            [0.010s][info][gc] Using G1
            [0.500s][info][class,load] java.lang.Object source: jrt:/java.base
            2026-11-21 13:38:46 INFO [http-1] com.acme.Shop - Pause Young 99.000ms
            {"level":"info","took":"12.5ms"}
            [1.000s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->6M(92M) 12.500ms
            [9999.000s] the application's own clock
            Version: 1.2 (beta)
            """);
    assertThat(reading.status()).as(reading.problem()).isEqualTo(Input.Status.READ);
    assertThat(reading.gc().pauses().count()).isEqualTo(1);
    assertThat(reading.gc().wallNanos()).isEqualTo(1_000_000_000L);
    assertThat(reading.gc().jvmVersions()).isEmpty();
  }

  @Test
  void windows_line_ends_and_utf16_do_not_matter() {
    String log = log("[0.010s][gc]", "[1.000s][gc]", "[3.000s][gc]").replace("\n", "\r\n");
    assertThat(Logs.read(log).gc().pauses().count()).isEqualTo(2);
    byte[] utf16 = ("\uFEFF" + log).getBytes(StandardCharsets.UTF_16LE);
    assertThat(new GcLogReader().claims(utf16)).isTrue();
    assertThat(Logs.read(utf16).gc().pauses().count()).isEqualTo(2);
    byte[] unmarked = log.getBytes(StandardCharsets.UTF_16LE);
    assertThat(new GcLogReader().claims(unmarked)).isTrue();
    assertThat(Logs.read(unmarked).gc().pauses().count()).isEqualTo(2);
    assertThat(
            Logs.read(("\uFEFF" + log).getBytes(StandardCharsets.UTF_16BE)).gc().pauses().count())
        .isEqualTo(2);
  }

  private static String log(String start, String first, String second) {
    return start + " " + USING + first + " " + FIRST + second + " " + SECOND;
  }
}
