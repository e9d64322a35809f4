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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real logs of JDK 7 and 8 against what GCViewer 1.36 says of them. Needs {@code
 * -Drustfit.corpus=DIR}.
 */
class LegacyCorpusTest {

  /**
   * Where GCViewer is wrong: file, pauses, total and longest in ms, by a count with regular
   * expressions in Python. docs/explanation/legacy-gc-logs.md gives the reasons too.
   */
  private static final String EXCEPTIONS =
      """
      # GCViewer adds each "threads were stopped" line: the pause a second time, and other safepoints.
      g1gc_details_tenuring_180_g1gc.log, 135, 2227.168, 494.291
      g1gc_details_tenuring_180_neo4j-gc-fragment.log, 4, 535.853, 298.303
      icms_details_tenuring_gc-master.log, 116, 39387.916, 5256.152
      ps_details_gccause_180_ps.negative.recovery80.log, 1942, 63549.151, 42.502
      ps_details_long_pause.log, 22, 24619.544, 22785.173
      ps_details_par.oldpar.wd.nt.ast.log, 106, 22280.904, 4423.253
      ps_details_tenuring_adaptive_sizing_icap.log, 15, 4382.590, 487.847
      ps_details_tenuring_gccause_180_parold1.log, 910, 28087.687, 63.523
      # GCViewer counts the scavenge inside a remark as a pause and takes its time off the remark.
      cms_parnew_details_apptio_gc.log, 2166, 1608841.439, 52678.144
      cms_parnew_details_scavangeBeforeRemark.log, 17, 287.542, 29.061
      cms_parnew_details_scavangeBeforeRemarkWithReference.log, 17, 298.975, 29.963
      cms_parnew_details_tenuring_180_scavangeBeforeRemark.log, 16, 272.733, 32.251
      cms_parnew_details_tenuring_180_scavangeBeforeRemarkWithReference.log, 17, 310.405, 44.844
      cms_parnew_details_tenuring_scavenge_before_remark.log, 2, 672.400, 539.892
      # GCViewer takes the ParNew part for the pause, and misses the remark of line 117.
      cms_parnew_details_tenuring_tlab_tlab_broken_gc_locker.log, 10, 64809.824, 16986.200
      # GCViewer misses the full collection of lines 32 to 34, into which marking is torn.
      g1gc_corrupted_full_concurrent_mark_failure.log, 2, 18419.666, 18195.941
      # GCViewer misses the full collection of lines 5391 to 5394, into which marking is torn.
      g1gc_details_reference_post17040_gc_with_overflow.log, 606, 463412.363, 4333.585
      # GCViewer misses the whole collections of lines 6 and 166, behind an empty "[GC".
      ps_details_854_gcstats_rdms3_20110124.txt, 815, 286687.462, 4700.361
      # Nothing but the end of a pause whose beginning is lost; GCViewer makes two of it.
      g1gc_corrupted_no_young_intro.log, 0, 0.000, 0.000
      # Stopped times only, no collection; GCViewer fails.
      g1gc_corrupted_rollsbackclock.log, 0, 0.000, 0.000
      g1gc_details_tenuring_170_45_rolling_ahjapp09_gclog_ahj_prod_C2_gc.log.5, 0, 0.000, 0.000
      """;

  private static final Set<String> WITHOUT_COLLECTION =
      Set.of(
          "ps_empty.log",
          "g1gc_corrupted_no_young_intro.log",
          "g1gc_corrupted_rollsbackclock.log",
          "g1gc_details_tenuring_170_45_rolling_ahjapp09_gclog_ahj_prod_C2_gc.log.5");

  private final String corpus = System.getProperty("rustfit.corpus", "");

  @BeforeEach
  void corpus_is_given() {
    assumeFalse(corpus.isEmpty(), "needs the recorded logs: -Drustfit.corpus=DIR");
  }

  @Test
  void finds_every_pause_of_every_log() throws IOException {
    Map<String, String[]> exceptions = exceptions();
    Set<String> unused = new HashSet<>(exceptions.keySet());
    int compared = 0;
    for (String line : Files.readAllLines(Path.of(corpus, "gc", "expected.tsv"))) {
      String[] row = line.split("\t");
      String file = row[0].replace("legacy/", "");
      // Readers get content uncompressed.
      if (row[0].equals(file) || file.endsWith(".zip")) {
        continue;
      }
      row = exceptions.getOrDefault(file, row);
      unused.remove(file);
      Reading reading = new GcLogReader().read(Logs.of(legacy(file)));
      GcSummary gc = reading.gc();
      assertThat(gc.pauses().count()).as(file).isEqualTo(Long.parseLong(row[1]));
      assertThat(gc.pauses().totalNanos() / 1e6)
          .as(file)
          .isCloseTo(Double.parseDouble(row[2]), within(0.001));
      assertThat(gc.pauses().maxNanos() / 1e6)
          .as(file)
          .isCloseTo(Double.parseDouble(row[3]), within(0.001));
      assertThat(gc.causes().values().stream().mapToLong(PauseTotal::count).sum())
          .as(file)
          .isEqualTo(gc.pauses().count());
      assertThat(reading.status() == Input.Status.FAILED)
          .as(file)
          .isEqualTo(WITHOUT_COLLECTION.contains(file));
      try (InputStream in = Files.newInputStream(legacy(file))) {
        assertThat(new GcLogReader().claims(in.readNBytes(Content.HEAD_BYTES))).as(file).isTrue();
      }
      compared++;
    }
    assertThat(compared).isEqualTo(88);
    assertThat(unused).isEmpty();
  }

  private static Map<String, String[]> exceptions() {
    Map<String, String[]> exceptions = new HashMap<>();
    EXCEPTIONS
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(", "))
        .forEach(row -> exceptions.put(row[0], row));
    return exceptions;
  }

  @Test
  void names_what_is_damaged_and_nothing_else() throws IOException {
    for (Path file : Files.list(Path.of(corpus, "gc", "legacy")).sorted().toList()) {
      String name = file.getFileName().toString();
      if (!WITHOUT_COLLECTION.contains(name) && !name.endsWith(".zip")) {
        String problem = new GcLogReader().read(Logs.of(file)).problem();
        if (name.startsWith("ps_details_854_")) {
          assertThat(problem).contains("without an end in line 5 (byte 396), and 1 more");
        } else {
          assertThat(problem).as(name).isEmpty();
        }
      }
    }
  }

  /** Figures by grep and awk. */
  @ParameterizedTest
  @CsvSource({
    // file, collector, full, GC CPU ms
    "ps_details_premature2.log, Parallel, 74, 1783340",
    "ps_details_gccause_170_psyoung.log, Parallel, 288, 1619220",
    "serial_defnew_details_tenuring_amit.barcap.log, Serial, 23, 7940",
    "g1gc_details_g1.details.cause.log, G1, 22, 262710",
    "icms_details_par.icms.wd.nt.log, CMS, 1, 31340",
  })
  void adds_up_what_awk_adds_up(String file, String collector, long full, long cpuMillis)
      throws IOException {
    GcSummary gc = new GcLogReader().read(Logs.of(legacy(file))).gc();
    assertThat(gc.collectors()).containsExactly(collector);
    assertThat(gc.fullCollections()).isEqualTo(full);
    assertThat(gc.gcCpu().amount()).isEqualTo(cpuMillis * 1_000_000);
  }

  @Test
  void adds_up_allocation_and_time_of_a_plain_log() throws IOException {
    GcSummary gc = new GcLogReader().read(Logs.of(legacy("verbose_755_gc.log"))).gc();
    // awk over before and after of neighbouring lines; first and last time stamp
    assertThat(gc.allocation().amount()).isEqualTo(1_164_983_516L << 10);
    assertThat(gc.wallNanos() / 1e9).isCloseTo(150_861.056 - 5.291, within(3.0));
  }

  private Path legacy(String file) {
    return Path.of(corpus, "gc", "legacy", file);
  }
}
