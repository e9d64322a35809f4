package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real logs against {@code expected.tsv}, whose figures an independent line counter found. Needs
 * {@code -Drustfit.corpus=DIR}.
 */
class GcLogCorpusTest {

  private final String corpus = System.getProperty("rustfit.corpus", "");

  @BeforeEach
  void corpus_is_given() {
    assumeFalse(corpus.isEmpty(), "needs the recorded logs: -Drustfit.corpus=DIR");
  }

  @Test
  void finds_every_pause_of_every_unified_log() throws IOException {
    int compared = 0;
    for (String[] row : expected("line-count")) {
      Reading reading = new GcLogReader().read(Logs.of(gc(row[0])));
      assertThat(reading.status()).as(row[0] + reading.problem()).isEqualTo(Input.Status.READ);
      assertThat(reading.gc().pauses().count()).as(row[0]).isEqualTo(Long.parseLong(row[1]));
      assertThat(reading.gc().pauses().totalNanos() / 1e6)
          .as(row[0])
          .isCloseTo(Double.parseDouble(row[2]), within(0.001));
      assertThat(reading.gc().pauses().maxNanos() / 1e6)
          .as(row[0])
          .isCloseTo(Double.parseDouble(row[3]), within(0.001));
      assertThat(reading.gc().causes().values().stream().mapToLong(PauseTotal::count).sum())
          .as(row[0])
          .isEqualTo(reading.gc().pauses().count());
      assertThat(reading.gc().pausesKnown()).as(row[0]).isEqualTo(!row[1].equals("0"));
      assertThat(reading.gc().collectors()).as(row[0]).hasSize(1);
      compared++;
    }
    assertThat(compared).isEqualTo(30);
  }

  /**
   * Figures by grep and awk; a line of {@code cms_gc.log} is damaged: {@code GC(4xxxf0)
   * User=0.01s}.
   */
  @ParameterizedTest
  @CsvSource({
    // file, allocated MiB, collections, full, GC CPU ms
    "matrix/jdk25-Parallel-gc.log, 1713, 87, 6, 0",
    "matrix/jdk17-G1-gcstar.log, 1094, 62, 0, 180",
    "unified/cms_gc.log, 51459, 3121, 13, 28240",
  })
  void adds_up_what_awk_adds_up(
      String file, long allocatedMib, long collections, long full, long cpuMillis)
      throws IOException {
    GcSummary gc = new GcLogReader().read(Logs.of(gc(file))).gc();
    assertThat(gc.allocation().amount()).isEqualTo(allocatedMib << 20);
    assertThat(gc.collections()).isEqualTo(collections);
    assertThat(gc.fullCollections()).isEqualTo(full);
    assertThat(gc.gcCpu().amount()).isEqualTo(cpuMillis * 1_000_000);
  }

  @Test
  void claims_every_log_by_its_head() throws IOException {
    for (String source : List.of("line-count", "GCViewer-1.36")) {
      for (String[] row : expected(source)) {
        try (InputStream in = Files.newInputStream(gc(row[0]))) {
          assertThat(new GcLogReader().claims(in.readNBytes(Content.HEAD_BYTES)))
              .as(row[0])
              .isTrue();
        }
      }
    }
  }

  private Path gc(String file) {
    return Path.of(corpus, "gc", file);
  }

  private List<String[]> expected(String source) throws IOException {
    return Files.readAllLines(gc("expected.tsv")).stream()
        .map(line -> line.split("\t"))
        .filter(row -> row[4].equals(source))
        // Readers get content uncompressed.
        .filter(row -> !row[0].endsWith(".gz") && !row[0].endsWith(".zip"))
        .toList();
  }
}
