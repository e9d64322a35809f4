package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cut, torn, rotated and mutated logs of JDK 7 and 8. */
class LegacyDamagedLogTest {

  private static final String LOG =
      """
      1.000: [GC (Allocation Failure) [PSYoungGen: 100K->20K(200K)] 100K->30K(400K), 0.0100000 secs] [Times: user=0.04 sys=0.01, real=0.01 secs]\s
      2.000: [GC pause (young) (initial-mark)
      , 0.0200000 secs]
         [Eden: 10.0M(20.0M)->0.0B(16.0M) Survivors: 4096.0K->4096.0K Heap: 14.5M(256.0M)->6.0M(256.0M)]
       [Times: user=0.06 sys=0.00, real=0.02 secs]\s
      3.000: [GC 3.000: [ParNew3.001: [CMS-concurrent-mark: 0.1/0.2 secs] [Times: user=9.00 sys=9.00, real=0.20 secs]\s
      : 100K->10K(150K), 0.0090000 secs] 300K->220K(500K), 0.0400000 secs] [Times: user=0.03 sys=0.00, real=0.04 secs]\s
      4.000: [Full GC (System.gc()) 4.000: [Tenured: 90K->80K(350K), 0.0190000 secs] 120K->80K(500K), 0.0800000 secs] [Times: user=0.02 sys=0.00, real=0.08 secs]\s
      """;

  @Test
  void a_log_cut_inside_a_collection_names_its_start() {
    String cut = LOG.substring(0, LOG.indexOf("00 secs] [Times: user=0.02"));
    Reading reading = Logs.read(cut);
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem())
        .contains("without an end", "line 8", "byte " + cut.indexOf("4.000: [Full"));
    assertThat(reading.gc().pauses().count()).isEqualTo(3);
    assertThat(reading.gc().pauses().totalNanos()).isEqualTo(70_000_000);
  }

  @Test
  void a_last_line_that_is_whole_but_for_the_line_break_counts() {
    Reading reading = Logs.read(LOG.stripTrailing());
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().pauses().totalNanos()).isEqualTo(150_000_000);
  }

  @Test
  void a_duration_that_lost_digits_does_not_count() {
    Reading reading = Logs.read(LOG.replace("0.0400000 secs", "0.04 secs"));
    assertThat(reading.problem()).contains("line 6");
    assertThat(reading.gc().pauses().totalNanos()).isEqualTo(110_000_000);
  }

  @Test
  void a_collection_that_the_next_one_cuts_off_does_not_count() {
    Reading reading = Logs.read(LOG.replace("\n, 0.0200000 secs]", "\n").replace("[Eden", "[Edn"));
    assertThat(reading.problem()).contains("line 2", "byte " + LOG.indexOf("2.000: [GC pause"));
    assertThat(reading.gc().pauses().totalNanos()).isEqualTo(130_000_000);
  }

  @Test
  void a_rotated_piece_that_starts_inside_a_collection_says_so() {
    String piece = LOG.substring(LOG.indexOf(", 0.0200000"));
    Reading reading = Logs.read(piece);
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("did not begin", "line 1 (byte 0)");
    assertThat(reading.gc().pauses().count()).isEqualTo(2);
    assertThat(reading.gc().wallNanos()).isEqualTo(1_080_000_000);
  }

  @Test
  void a_piece_without_a_collection_says_what_to_record() {
    for (String piece :
        List.of(
            "1.0: Total time for which application threads were stopped: 0.0031100 seconds\n",
            "2014-06-21T10:30:35.045+0200: 1,759: Application time: 2,0008090 seconds\n",
            "Heap\n PSYoungGen      total 76800K, used 41007K [0x01, 0x02, 0x03)\n")) {
      Reading reading = Logs.read(piece);
      assertThat(reading.status()).isEqualTo(Input.Status.FAILED);
      assertThat(reading.problem()).contains("no whole collection", "-XX:+PrintGCDetails");
    }
  }

  @Test
  void a_pause_that_the_clock_speaks_against_does_not_count() {
    Reading times = Logs.read(LOG.replace("0.0400000 secs]", "9.0400000 secs]"));
    assertThat(times.problem()).contains("longer than the time that passed", "line 6");
    assertThat(times.gc().pauses().totalNanos()).isEqualTo(110_000_000);
    Reading next =
        Logs.read(
            "1.000: [GC 9K->1K(9K), 90.1234567 secs]\n2.000: [GC 9K->1K(9K), 0.1000000 secs]\n");
    assertThat(next.problem()).contains("line 1");
    assertThat(next.gc().pauses().totalNanos()).isEqualTo(100_000_000);
  }

  @Test
  void several_jvms_in_one_file_add_up() {
    Reading reading = Logs.read(LOG + LOG);
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().pauses().count()).isEqualTo(8);
    assertThat(reading.gc().wallNanos()).isEqualTo(2 * 3_080_000_000L);
  }

  @Test
  void open_brackets_of_the_application_do_no_harm() {
    Reading reading =
        Logs.read("[[[ starting\n" + LOG + "log4j: [main\n]]]\n".repeat(100) + "5.0: shut [down");
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().pauses().count()).isEqualTo(4);
    assertThat(Logs.read(LOG + "1.0: [GC " + "[".repeat(100_000)).gc().pauses().count())
        .isEqualTo(4);
  }

  @Test
  void mutations_neither_throw_nor_invent_pauses() {
    mutate(LOG.repeat(2).getBytes(StandardCharsets.US_ASCII), 3_000, 8);
  }

  @Test
  void mutations_of_the_corpus_neither_throw_nor_invent_pauses() throws IOException {
    String corpus = System.getProperty("rustfit.corpus", "");
    assumeFalse(corpus.isEmpty(), "needs the recorded logs: -Drustfit.corpus=DIR");
    try (Stream<Path> files = Files.list(Path.of(corpus, "gc", "legacy"))) {
      for (Path file : files.sorted().toList()) {
        mutate(Files.readAllBytes(file), 3, 64);
      }
    }
  }

  private static void mutate(byte[] log, int rounds, int places) {
    Random random = new Random(20261121);
    for (int round = 0; round < rounds; round++) {
      byte[] mutant = log.clone();
      for (int i = random.nextInt(places); i >= 0; i--) {
        int at = random.nextInt(mutant.length);
        switch (random.nextInt(3)) {
          case 0 -> mutant[at] = (byte) random.nextInt(256);
          case 1 -> mutant[at] = (byte) ('0' + random.nextInt(10));
          default -> {
            int length = Math.min(16, log.length);
            System.arraycopy(
                log,
                random.nextInt(log.length - length + 1),
                mutant,
                Math.min(at, log.length - length),
                length);
          }
        }
      }
      byte[] cut = Arrays.copyOf(mutant, random.nextInt(mutant.length));
      for (byte[] bytes : new byte[][] {mutant, cut}) {
        Reading reading = Logs.read(bytes);
        new GcLogReader().claims(bytes);
        assertThat(reading.gc().pauses().maxNanos()).isLessThanOrEqualTo(reading.gc().wallNanos());
        assertThat(reading.gc().pauses().count()).isLessThanOrEqualTo(openings(bytes));
        reading.gc().merge(reading.gc());
      }
    }
  }

  /** No log can have more pauses than {@code GC} stands in it. */
  private static long openings(byte[] log) {
    long count = 0;
    for (int i = 1; i < log.length; i++) {
      count += log[i - 1] == 'G' && log[i] == 'C' ? 1 : 0;
    }
    return count;
  }
}
