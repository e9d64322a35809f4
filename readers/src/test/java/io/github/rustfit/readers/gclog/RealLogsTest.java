package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealLogsTest {

  /** Figures by a regular expression over the lines, and of the last line with a time. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          jdk17-g1-all-decorators.log, G1, 7, 268.115, 94.931, 7, 138, 2062
          jdk17-serial-no-decorators.log, Serial, 9, 263.042, 69.625, 9, 101, 263
          jdk17-shenandoah-plain.log, Shenandoah, 28, 32.028, 5.139, 7, 131, 2346
          jdk17-z-time.log, ZGC, 12, 0.320, 0.053, 4, 171, 1008
          jdk25-epsilon.log, Epsilon, 0, 0, 0, 0, 44, 817
          jdk25-parallel-no-tags.log, Parallel, 9, 275.638, 71.596, 9, 122, 1319
          jdk25-serial-safepoint.log, Serial, 9, 127.453, 35.899, 9, 117, 1126
          jdk25-shenandoah-generational-plain.log, Generational Shenandoah, 19, 174.678, 55.724, 6, 104, 1804
          jdk25-z-plain.log, Generational ZGC, 0, 0, 0, 8, 17, 2052
          """)
  void every_pause_is_found_and_every_line_accounted_for(
      String name,
      String collector,
      long pauses,
      double totalMs,
      double maxMs,
      long collections,
      long lines,
      long wallMs)
      throws IOException {
    byte[] log = RealLogs.bytes(name);
    assertThat(new GcLogReader().claims(log)).isTrue();
    Reading reading = Logs.read(log);
    assertThat(reading.status() == Input.Status.READ).isEqualTo(!name.contains("no-decorators"));
    assertThat(reading.gc().collectors()).containsExactly(collector);
    assertThat(reading.gc().pauses().count()).isEqualTo(pauses);
    assertThat(reading.gc().pauses().totalNanos()).isEqualTo(Math.round(totalMs * 1e6));
    assertThat(reading.gc().pauses().maxNanos()).isEqualTo(Math.round(maxMs * 1e6));
    assertThat(reading.gc().collections()).isEqualTo(collections);
    assertThat(reading.gc().wallNanos() / 1_000_000).isEqualTo(wallMs);
    assertThat(reading.lines().total()).isEqualTo(lines);
    assertThat(reading.lines().recognised()).isGreaterThan(lines * 9 / 10);
    if (!name.contains("no-decorators")) {
      assertThat(reading.lines().unplaced()).isZero();
    }
  }

  @Test
  void epsilon_without_tags_has_a_time_all_the_same() {
    Reading reading =
        Logs.read(
            """
            [0.559s] Using Epsilon
            [0.570s] Version: 25.0.3+9-LTS (release)
            [0.816s] Heap: 200M reserved, 152M (76.00%) committed, 49629K (24.23%) used
            """);
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().wallNanos()).isEqualTo(816_000_000);
    assertThat(reading.gc().allocation().amount()).isEqualTo(49_629L << 10);
  }
}
