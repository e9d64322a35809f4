package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.gc.SafepointTotals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Details of real logs against counts by regular expressions in grep, awk or Python, which the
 * tests name. Needs {@code -Drustfit.corpus=DIR}.
 */
class GcDetailsCorpusTest {

  private final String corpus = System.getProperty("rustfit.corpus", "");

  @BeforeEach
  void corpus_is_given() {
    assumeFalse(corpus.isEmpty(), "needs the recorded logs: -Drustfit.corpus=DIR");
  }

  private GcDetails read(String file) throws IOException {
    return new GcLogReader().read(Logs.of(Path.of(corpus, "gc", file))).gc().details();
  }

  /**
   * Python: {@code re.findall(r'Reaching safepoint: (\d+) ns.*?Total: (\d+) ns', log)}, for the
   * last two {@code r'stopped: (\d+\.\d+) seconds'} and {@code r'Stopping threads took:
   * (\d+\.\d+)'}.
   */
  @ParameterizedTest
  @CsvSource({
    // file, safepoints, total ns, longest, total and longest time to safepoint
    "matrix/jdk17-G1-gcstar.log, 60, 1760862399, 295979771, 852274090, 291972196",
    "matrix/jdk17-Parallel-gcstar.log, 42, 1291555145, 246134683, 292956196, 58255418",
    "matrix/jdk17-Serial-gcstar.log, 36, 1415975652, 238913926, 273603145, 87946412",
    "matrix/jdk17-Shenandoah-gcstar.log, 109, 852669721, 130563199, 216904715, 30255100",
    "matrix/jdk17-Z-gcstar.log, 83, 216088605, 29138202, 207170391, 29037127",
    "matrix/jdk25-G1-gcstar.log, 91, 1556653105, 253579683, 543833359, 240060099",
    "matrix/jdk25-Parallel-gcstar.log, 81, 2446250258, 129463931, 312689423, 21124806",
    "matrix/jdk25-Serial-gcstar.log, 70, 2040607910, 239972330, 236876024, 31435565",
    "matrix/jdk25-Shenandoah-gcstar.log, 205, 2035273547, 134479311, 84724157, 7365604",
    "matrix/jdk25-ShenandoahGen-gcstar.log, 247, 2597699790, 209282467, 172458171, 7436733",
    "matrix/jdk25-Z-gcstar.log, 423, 1065809361, 33757051, 1021071355, 33652768",
    "unified/serial_factorization-serialgc-tip.log, 17, 6189028589, 1767326993, 884732, 76872",
  })
  void safepoints(String file, long count, long total, long max, long reaching, long longest)
      throws IOException {
    SafepointTotals safepoints = read(file).safepoints();
    assertThat(safepoints.stopped().count()).isEqualTo(count);
    assertThat(safepoints.stopped().totalNanos()).isEqualTo(total);
    assertThat(safepoints.stopped().maxNanos()).isEqualTo(max);
    assertThat(safepoints.reachingKnown()).isTrue();
    assertThat(safepoints.reaching().totalNanos()).isEqualTo(reaching);
    assertThat(safepoints.reaching().maxNanos()).isEqualTo(longest);
  }

  /** {@code grep -c 'Stopping threads took'}; {@code grep -c 'threads were stopped: [0-9]'}. */
  @ParameterizedTest
  @CsvSource({
    "ps_details_tenuring_adaptive_sizing_icap.log, 277, true",
    "g1gc_details_tenuring_180_neo4j-gc-fragment.log, 16, false",
  })
  void stopped_times_of_legacy_logs(String file, long count, boolean reaching) throws IOException {
    SafepointTotals safepoints = read("legacy/" + file).safepoints();
    assertThat(safepoints.stopped().count()).isEqualTo(count);
    assertThat(safepoints.reachingKnown()).isEqualTo(reaching);
    assertThat(safepoints.operations()).isEmpty();
  }

  /**
   * {@code grep -c}, with {@code -E} where needed: {@code '(Evacuation Failure: Allocation'},
   * {@code 'Pause Young.*G1 Humongous Allocation.*ms$'}, {@code 'Promotion failed'}, {@code 'Pause
   * Degenerated GC.*ms$'}, {@code 'Allocation Stall (.*ms'}, {@code 'Failed to allocate'}, {@code
   * 'Trigger: Metadata'}, {@code 'Pause .*(System.gc()).*ms$'}; in legacy logs {@code '(to-space
   * exhausted)'}, {@code '(concurrent mode failure)'}, {@code 'GC (GCLocker Initiated'}, {@code
   * '(Metadata GC Threshold)'}, {@code 'Full GC (System.gc())'}.
   */
  @ParameterizedTest
  @CsvSource({
    "matrix/jdk25-G1-gcstar.log, EVACUATION_FAILURE, 42",
    "matrix/jdk25-G1-gcstar.log, HUMONGOUS_ALLOCATION, 22",
    "matrix/jdk25-G1-gc.log, EVACUATION_FAILURE, 26",
    "matrix/jdk17-G1-gcstar.log, EVACUATION_FAILURE, 0",
    "matrix/jdk17-G1-gcstar.log, HUMONGOUS_ALLOCATION, 11",
    "matrix/jdk25-Parallel-gcstar.log, PROMOTION_FAILURE, 1",
    "unified/cms_gc.log, PROMOTION_FAILURE, 9",
    "matrix/jdk17-Shenandoah-gcstar.log, DEGENERATED_CYCLE, 11",
    "matrix/jdk17-Shenandoah-gcstar.log, ALLOCATION_FAILURE, 11",
    "matrix/jdk25-Shenandoah-gcstar.log, DEGENERATED_CYCLE, 49",
    "matrix/jdk25-Shenandoah-gcstar.log, ALLOCATION_FAILURE, 54",
    "unified/shenandoah.log.2, METADATA_THRESHOLD, 2",
    "unified/shenandoah.log.2, DEGENERATED_CYCLE, 5",
    "unified/serial_factorization-serialgc-tip.log, EXPLICIT_GC, 4",
    "containers/gcspike.log, EVACUATION_FAILURE, 53",
    "legacy/g1gc_details_reference_post17040_gc_with_overflow.log, EVACUATION_FAILURE, 46",
    "legacy/cms_parnew_details_apptio_gc.log, CONCURRENT_MODE_FAILURE, 8",
    "legacy/ps_details_gccause_170_1.7.0.parallel.log, GC_LOCKER, 135",
    "legacy/serial_defnew_details_tenuring_180_serial180.log, METADATA_THRESHOLD, 1",
    "legacy/serial_defnew_details_tenuring_180_serial180.log, EXPLICIT_GC, 11",
  })
  void incidents(String file, GcIncident incident, long count) throws IOException {
    assertThat(read(file).incidents().of(incident).known()).isTrue();
    assertThat(read(file).incidents().of(incident).amount()).isEqualTo(count);
  }

  /** What a log is not verbose enough for, or its collector does not know, is unknown. */
  @ParameterizedTest
  @CsvSource({
    "matrix/jdk25-Parallel-gc.log, PROMOTION_FAILURE",
    "matrix/jdk25-Parallel-gcstar.log, ALLOCATION_STALL",
    "matrix/jdk25-Z-gcstar.log, EVACUATION_FAILURE",
    "unified/cms_gc.log, CONCURRENT_MODE_FAILURE",
    "legacy/g1gc_details_reference_post17040_gc_with_overflow.log, HUMONGOUS_ALLOCATION",
    "legacy/cms_parnew_details_gc.RAC7.log, EXPLICIT_GC",
  })
  void unknown_incidents(String file, GcIncident incident) throws IOException {
    assertThat(read(file).incidents().of(incident).known()).isFalse();
  }

  /** Python: {@code re.findall(r'Allocation Stall \([^)]*\) ([\d.]+)ms', log)}. */
  @Test
  void allocation_stalls() throws IOException {
    assertThat(read("matrix/jdk17-Z-gcstar.log").incidents().stalls())
        .isEqualTo(new PauseTotal(115, 6_541_520_000L, 139_873_000));
    assertThat(read("matrix/jdk25-Z-gcstar.log").incidents().stalls())
        .isEqualTo(new PauseTotal(519, 8_250_028_000L, 283_073_000));
    // awk on the plain log: grep -c 'Allocation Stall (worker'
    assertThat(read("matrix/jdk17-Z-gc.log").incidents().of(GcIncident.ALLOCATION_STALL).known())
        .isTrue();
  }

  /** awk: count, sum and maximum of the last field of {@code GC(n) Pause … ms}, by the kind. */
  @Test
  void kinds() throws IOException {
    Map<String, PauseTotal> kinds = read("matrix/jdk25-G1-gcstar.log").kinds();
    assertThat(kinds)
        .containsEntry("Pause Cleanup", new PauseTotal(7, 475_000, 96_000))
        .containsEntry("Pause Remark", new PauseTotal(8, 12_397_000, 3_321_000))
        .hasSize(7);
    assertThat(kinds.values().stream().mapToLong(PauseTotal::count).sum()).isEqualTo(94);
  }

  /** awk: sums of the three figures of {@code User=}, and lines where the last is 0.1 s larger. */
  @Test
  void cpu_times() throws IOException {
    assertThat(read("matrix/jdk25-G1-gcstar.log").cpu())
        .isEqualTo(new GcCpuTimes(94, 450_000_000, 20_000_000, 790_000_000, 1, 0));
  }

  /**
   * Python: growth of {@code Old regions} times 1 MiB in young collections that are not mixed;
   * growth of {@code ParOldGen} in young collections; what left the young generation and not the
   * heap.
   */
  @ParameterizedTest
  @CsvSource({
    "matrix/jdk25-G1-gcstar.log, 535822336",
    "matrix/jdk25-Parallel-gcstar.log, 204223488",
    "legacy/ps_details_gccause_170_1.7.0.parallel.log, 456388608",
  })
  void promotion(String file, long bytes) throws IOException {
    assertThat(read(file).promotion().amount()).isEqualTo(bytes);
  }

  /** Python, by trying every window that starts with a pause or ends with one. */
  @Test
  void mutator_utilisation() throws IOException {
    assertThat(read("legacy/ps_details_gccause_170_1.7.0.parallel.log").utilisation().worstNanos())
        .isEqualTo(
            Map.of(
                10_000_000L, 10_000_000L, 100_000_000L, 87_910_000L, 1_000_000_000L, 93_637_000L));
  }

  /** {@code grep -o 'CMS-concurrent-mark: [0-9./]* secs]' | awk -F'[/ ]' '{n++; s += $3}'}. */
  @Test
  void concurrent_phases_of_legacy_logs() throws IOException {
    PauseTotal marking =
        read("legacy/cms_parnew_details_apptio_gc.log")
            .concurrent()
            .getOrDefault("CMS-concurrent-mark", PauseTotal.NONE);
    assertThat(marking.count()).isEqualTo(71);
    assertThat(marking.totalNanos()).isEqualTo(281_904_000_000L);
  }

  /** Lines {@code [gc,init]} of the log, and the largest {@code Metaspace: …->604K(768K)}. */
  @Test
  void set_up() throws IOException {
    GcDetails details = read("matrix/jdk25-G1-gcstar.log");
    assertThat(details.setup().cpus()).containsExactly(2);
    assertThat(details.setup().memoryBytes()).containsExactly(24105L << 20);
    assertThat(details.setup().minHeapBytes()).containsExactly(8L << 20);
    assertThat(details.setup().initialHeapBytes()).containsExactly(96L << 20);
    assertThat(details.setup().regionBytes()).containsExactly(1L << 20);
    assertThat(details.metaspace().usedBytes()).isEqualTo(604L << 10);
    assertThat(details.incidents().humongousRegions()).isEqualTo(15);
  }
}
