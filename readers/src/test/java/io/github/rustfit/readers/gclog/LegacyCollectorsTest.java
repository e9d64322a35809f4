package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each collector of JDK 7 and 8; the figures were counted by hand. */
class LegacyCollectorsTest {

  private static final String HEADING =
      """
      Java HotSpot(TM) 64-Bit Server VM (25.121-b13) for linux-amd64 JRE (1.8.0_121-b13), built on Dec 12 2016 16:36:53 by "java_re" with gcc 4.3.0 20080428 (Red Hat 4.3.0-8)
      Memory: 4k page, physical 16330640k(4262868k free), swap 16675836k(16675836k free)
      CommandLine flags: -XX:InitialHeapSize=268435456 -XX:MaxHeapSize=536870912 -XX:+PrintGC\s
      """;

  @Test
  void parallel() {
    GcSummary gc =
        whole(
            HEADING
                + """
                1.000: [GC (Allocation Failure) [PSYoungGen: 100K->20K(200K)] 100K->30K(400K), 0.0100000 secs] [Times: user=0.04 sys=0.01, real=0.01 secs]\s
                2.000: [Full GC (Ergonomics) [PSYoungGen: 20K->0K(200K)] [ParOldGen: 110K->50K(200K)] 130K->50K(400K), [Metaspace: 9K->9K(1056768K)], 0.5000000 secs] [Times: user=0.90 sys=0.10, real=0.50 secs]\s
                3.000: [GC (Allocation Failure)\s
                Desired survivor size 524288 bytes, new threshold 7 (max 15)
                [PSYoungGen: 150K->10K(200K)] 200K->60K(400K), 0.0200000 secs] [Times: user=0.05 sys=0.00, real=0.02 secs]\s
                4.000: [GC-- [PSYoungGen: 150K->150K(200K)] 210K->260K(400K), 0.0300000 secs] [Times: user=0.06 sys=0.00, real=0.03 secs]\s
                5.000: [Full GC (System) [PSYoungGen: 150K->0K(200K)] [PSOldGen: 110K->70K(200K)] 260K->70K(400K) [PSPermGen: 9K->9K(99K)], 0.2500000 secs]
                """);
    assertThat(gc.collectors()).containsExactly("Parallel");
    assertThat(gc.jvmVersions()).containsExactly("1.8.0_121-b13");
    assertThat(gc.pauses().count()).isEqualTo(5);
    assertThat(gc.pauses().totalNanos()).isEqualTo(810_000_000);
    assertThat(gc.pauses().maxNanos()).isEqualTo(500_000_000);
    assertThat(gc.collections()).isEqualTo(5);
    assertThat(gc.fullCollections()).isEqualTo(2);
    assertThat(gc.wallNanos()).isEqualTo(5_250_000_000L);
    // 100 from empty, 130 - 30, 200 - 50, 210 - 60, 260 - 260
    assertThat(gc.allocation().amount()).isEqualTo(500L << 10);
    assertThat(gc.gcCpu().amount()).isEqualTo(1_160_000_000);
    assertThat(gc.maxHeapBytes()).isEqualTo(512L << 20);
    assertThat(gc.largestLiveBytes()).isEqualTo(70L << 10);
    assertThat(gc.causes())
        .isEqualTo(
            Map.of(
                "Allocation Failure", new PauseTotal(2, 30_000_000, 20_000_000),
                "Ergonomics", PauseTotal.of(500_000_000),
                "Pause Young", PauseTotal.of(30_000_000),
                "System.gc()", PauseTotal.of(250_000_000)));
  }

  @Test
  void adaptive_sizing_heap_at_gc_and_stopped_times_in_between() {
    GcSummary gc =
        whole(
            """
            {Heap before GC invocations=0 (full 0):
             PSYoungGen      total 200K, used 100K [0x00000007aaa80000, 0x00000007b0000000, 0x0000000800000000)
            1.000: [GC (Allocation Failure) AdaptiveSizePolicy::update_averages:  survived: 1 promoted: 2 overflow: false
            AdaptiveSizeStart: 1.010 collection: 1\s
            PSAdaptiveSizePolicy::compute_eden_space_size: costs minor_time: 0.01 major_cost: 0.000000
            AdaptiveSizeStop: collection: 1\s
            [PSYoungGen: 100K->20K(200K)] 100K->30K(400K), 0.0100000 secs] [Times: user=0.04 sys=0.01, real=0.01 secs]\s
            Heap after GC invocations=1 (full 0):
             PSYoungGen      total 200K, used 20K [0x00000007aaa80000, 0x00000007b0000000, 0x0000000800000000)
            }
            1.020: Total time for which application threads were stopped: 0.0190000 seconds, Stopping threads took: 0.0000100 seconds
            3.020: Application time: 2.0000000 seconds
            """);
    assertThat(gc.pauses().count()).isEqualTo(1);
    assertThat(gc.pauses().totalNanos()).isEqualTo(10_000_000);
    assertThat(gc.wallNanos()).isEqualTo(3_020_000_000L);
    assertThat(gc.allocation().amount()).isEqualTo(100L << 10);
  }

  @Test
  void serial() {
    GcSummary gc =
        whole(
            """
            2016-01-01T10:00:00.000+0100: 10.000: [GC (Allocation Failure) 2016-01-01T10:00:00.000+0100: 10.000: [DefNew
            Desired survivor size 524288 bytes, new threshold 1 (max 15)
            - age   1:     1048576 bytes,    1048576 total
            : 100K->10K(150K), 0.0090000 secs] 300K->220K(500K), 0.0100000 secs] [Times: user=0.01 sys=0.00, real=0.01 secs]\s
            2016-01-01T10:00:01.000+0100: 11.000: [GC (Allocation Failure) 11.000: [DefNew: 110K->110K(150K), 0.0000100 secs]11.000: [Tenured: 210K->90K(350K), 0.0390000 secs] 320K->90K(500K), [Metaspace: 9K->9K(99K)], 0.0400000 secs] [Times: user=0.04 sys=0.00, real=0.04 secs]\s
            2016-01-01T10:00:02.000+0100: 12.000: [Full GC (System.gc()) 12.000: [Tenured: 90K->80K(350K), 0.0190000 secs] 120K->80K(500K), [Metaspace: 9K->9K(99K)], 0.0200000 secs] [Times: user=0.02 sys=0.00, real=0.02 secs]\s
            """);
    assertThat(gc.collectors()).containsExactly("Serial");
    assertThat(gc.pauses().count()).isEqualTo(3);
    assertThat(gc.pauses().totalNanos()).isEqualTo(70_000_000);
    // a young collection that falls back to the old generation collects the whole heap
    assertThat(gc.fullCollections()).isEqualTo(2);
    assertThat(gc.wallNanos()).isEqualTo(2_020_000_000L);
    assertThat(gc.allocation().amount()).isEqualTo((100L + 30) << 10);
    assertThat(gc.largestLiveBytes()).isEqualTo(90L << 10);
  }

  @Test
  void cms_counts_initial_mark_and_remark_and_no_concurrent_phase() {
    GcSummary gc =
        whole(
            """
            1.000: [GC 1.000: [ParNew: 100K->10K(150K), 0.0090000 secs] 300K->220K(500K) icms_dc=5 , 0.0100000 secs] [Times: user=0.03 sys=0.00, real=0.01 secs]\s
            2.000: [GC [1 CMS-initial-mark: 210K(350K)] 230K(500K), 0.0020000 secs] [Times: user=0.01 sys=0.00, real=0.00 secs]\s
            2.002: [CMS-concurrent-mark-start]
            2.500: [CMS-concurrent-mark: 0.400/0.498 secs] [Times: user=9.00 sys=9.00, real=0.50 secs]\s
             CMS: abort preclean due to time 3.000: [CMS-concurrent-abortable-preclean: 0.400/0.498 secs] [Times: user=9.00 sys=9.00, real=0.50 secs]\s
            3.000: [GC[YG occupancy: 56 K (150 K)]3.000: [Rescan (parallel) , 0.0030000 secs]3.003: [weak refs processing, 0.0000100 secs] [1 CMS-remark: 210K(350K)] 266K(500K), 0.0050000 secs] [Times: user=0.02 sys=0.00, real=0.01 secs]\s
            4.000: [GC 4.000: [ParNew (promotion failed): 110K->110K(150K), 0.0100000 secs]4.010: [CMS4.020: [CMS-concurrent-sweep: 0.1/0.2 secs] [Times: user=9.00 sys=9.00, real=0.50 secs]\s
             (concurrent mode failure): 210K->90K(350K), 0.0390000 secs] 320K->90K(500K), [CMS Perm : 9K->9K(99K)], 0.0500000 secs] [Times: user=0.05 sys=0.01, real=0.05 secs]\s
            """);
    assertThat(gc.collectors()).containsExactly("CMS");
    assertThat(gc.pauses().count()).isEqualTo(4);
    assertThat(gc.pauses().totalNanos()).isEqualTo(67_000_000);
    assertThat(gc.collections()).isEqualTo(3);
    assertThat(gc.fullCollections()).isEqualTo(1);
    assertThat(gc.gcCpu().amount()).isEqualTo(120_000_000);
    assertThat(gc.causes().keySet())
        .containsExactly("Pause Full", "Pause Initial Mark", "Pause Remark", "Pause Young");
    assertThat(gc.largestLiveBytes()).isEqualTo(90L << 10);
  }

  @Test
  void cms_phases_torn_into_collections_and_collections_torn_into_phases() {
    GcSummary gc =
        whole(
            """
            1.000: [GC 1.000: [ParNew1.001: [CMS-concurrent-abortable-preclean: 0.1/0.2 secs] [Times: user=9.00 sys=9.00, real=0.20 secs]\s
            : 100K->10K(150K), 0.0090000 secs] 300K->220K(500K), 0.0100000 secs] [Times: user=0.03 sys=0.00, real=0.01 secs]\s
            2.000: [CMS-concurrent-mark: 2.001: [GC 2.001: [ParNew: 110K->10K(150K), 0.0090000 secs] 320K->220K(500K), 0.0200000 secs] [Times: user=0.04 sys=0.00, real=0.02 secs]\s
            0.100/0.200 secs] [Times: user=9.00 sys=9.00, real=0.20 secs]\s
            3.000: [GC 3.000: [ParNew: 110K->10K(150K), 0.0090000 secs] 320K->220K(500K), 0.0300000 secs] [Times: user=0.05 sys=0.00, real=0.03 secs] 3.030: [CMS-concurrent-reset-start]
            """);
    assertThat(gc.pauses().count()).isEqualTo(3);
    assertThat(gc.pauses().totalNanos()).isEqualTo(60_000_000);
    assertThat(gc.allocation().amount()).isEqualTo(200L << 10);
    assertThat(gc.gcCpu().amount()).isEqualTo(120_000_000);
  }

  @Test
  void a_scavenge_inside_a_remark_is_part_of_its_pause() {
    GcSummary gc =
        whole(
            """
            27.502: [GC (CMS Final Remark) [YG occupancy: 56903 K (78656 K)]27.502: [GC (CMS Final Remark) 27.502: [ParNew: 56903K->8704K(78656K), 0.0149706 secs] 145234K->100206K(253440K), 0.0150024 secs] [Times: user=0.11 sys=0.00, real=0.01 secs]\s
            27.517: [Rescan (parallel) , 0.0050000 secs]27.522: [weak refs processing, 0.0000100 secs] [1 CMS-remark: 91502K(174784K)] 100206K(253440K), 0.0290622 secs] [Times: user=0.16 sys=0.00, real=0.03 secs]\s
            28.502: [GC[YG occupancy: 56903 K (78656 K)]{Heap before GC invocations=4 (full 1):
            }
            28.502: [GC 28.502: [ParNew: 56903K->8704K(78656K), 0.0149706 secs] 145234K->100206K(253440K), 0.0150024 secs] [Times: user=0.11 sys=0.00, real=0.01 secs]\s
            28.517: [Rescan (parallel) , 0.0050000 secs] [1 CMS-remark: 91502K(174784K)] 100206K(253440K), 0.0300000 secs] [Times: user=0.16 sys=0.00, real=0.03 secs]\s
            """);
    assertThat(gc.pauses().count()).isEqualTo(2);
    assertThat(gc.pauses().totalNanos()).isEqualTo(59_062_200);
    assertThat(gc.gcCpu().amount()).isEqualTo(320_000_000);
  }

  @Test
  void g1() {
    GcSummary gc =
        whole(
            """
            1.000: [GC pause (G1 Evacuation Pause) (young), 0.0100000 secs]
               [Parallel Time: 9.0 ms, GC Workers: 8]
                  [GC Worker Start (ms): Min: 1000.1, Avg: 1000.2, Max: 1000.3, Diff: 0.2]
                  [GC Worker Total (ms): Min: 8.0, Avg: 8.1, Max: 8.2, Diff: 0.2, Sum: 65.0]
               [Eden: 20.0M(20.0M)->0.0B(16.0M) Survivors: 0.0B->4096.0K Heap: 20.0M(256.0M)->4.5M(256.0M)]
             [Times: user=0.05 sys=0.01, real=0.01 secs]\s
            2.000: [GC pause (Metadata GC Threshold) (young) (initial-mark)
            Desired survivor size 2097152 bytes, new threshold 15 (max 15)
            - age   1:    1048576 bytes,    1048576 total
            , 0.0200000 secs]
               [Eden: 10.0M(20.0M)->0.0B(16.0M) Survivors: 4096.0K->4096.0K Heap: 14.5M(256.0M)->6.0M(256.0M)]
             [Times: user=0.06 sys=0.00, real=0.02 secs]\s
            2.020: [GC concurrent-root-region-scan-start]
            2.030: [GC concurrent-root-region-scan-end, 0.0100000 secs]
            2.030: [GC concurrent-mark-start]
            2.100: [GC concurrent-mark-end, 0.0700000 secs]
            2.100: [GC remark 2.100: [Finalize Marking, 0.0001000 secs] 2.101: [GC ref-proc, 0.0001000 secs] 2.102: [Unloading, 0.0020000 secs], 0.0040000 secs]
             [Times: user=0.02 sys=0.00, real=0.00 secs]\s
            2.110: [GC cleanup 8M->7M(256M), 0.0010000 secs]
             [Times: user=0.00 sys=0.00, real=0.00 secs]\s
            3.000: [GC pause (G1 Evacuation Pause) (mixed), 0.0300000 secs]
               [Eden: 10.0M(20.0M)->0.0B(16.0M) Survivors: 4096.0K->4096.0K Heap: 17.0M(256.0M)->5.0M(256.0M)]
             [Times: user=0.07 sys=0.00, real=0.03 secs]\s
            4.000: [Full GC (Allocation Failure)4.001: [GC concurrent-mark-start]
             6M->4M(256M), 0.4000000 secs]
               [Eden: 1024.0K(20.0M)->0.0B(16.0M) Survivors: 0.0B->0.0B Heap: 6.2M(256.0M)->3.9M(256.0M)]
             [Times: user=0.41 sys=0.00, real=0.40 secs]4.400: [GC concurrent-mark-abort]
            """);
    assertThat(gc.collectors()).containsExactly("G1");
    assertThat(gc.pauses().count()).isEqualTo(6);
    assertThat(gc.pauses().totalNanos()).isEqualTo(465_000_000);
    // two young, one mixed, one full and one concurrent cycle
    assertThat(gc.collections()).isEqualTo(5);
    assertThat(gc.fullCollections()).isEqualTo(1);
    assertThat(gc.wallNanos()).isEqualTo(3_400_000_000L);
    // 14.5 - 4.5, 8 - 6, 17 - 7, 6 - 5
    assertThat(gc.allocation().amount()).isEqualTo(23L << 20);
    assertThat(gc.gcCpu().amount()).isEqualTo(620_000_000);
    assertThat(gc.largestLiveBytes()).isEqualTo(5L << 20);
    assertThat(gc.causes().keySet())
        .containsExactly(
            "Allocation Failure",
            "G1 Evacuation Pause",
            "Metadata GC Threshold",
            "Pause Cleanup",
            "Pause Remark");
  }

  @Test
  void decimals_by_commas_and_dates() {
    GcSummary gc =
        whole(
            """
            2014-06-18T10:00:00.000+0200: 100,000: [GC pause (young), 0,0854230 secs]
               [Eden: 2486,0M(2486,0M)->0,0B(320,0M) Survivors: 36,0M->36,0M Heap: 4982,5M(5704,0M)->2498,0M(5704,0M)]
             [Times: user=0,87 sys=0,00, real=0,08 secs]
            2014-06-18T10:00:10.000+0200: 110,000: [GC pause (mixed), 0,0100000 secs]
               [Eden: 2486,0M(2486,0M)->0,0B(320,0M) Survivors: 36,0M->36,0M Heap: 2499,5M(5704,0M)->2000,0M(5704,0M)]
             [Times: user=0,10 sys=0,00, real=0,01 secs]
            """);
    assertThat(gc.pauses().totalNanos()).isEqualTo(95_423_000);
    assertThat(gc.wallNanos()).isEqualTo(10_010_000_000L);
    assertThat(gc.allocation().amount()).isEqualTo(3L << 19);
    assertThat(gc.gcCpu().amount()).isEqualTo(970_000_000);
    assertThat(gc.largestLiveBytes()).isEqualTo(2000L << 20);
  }

  @Test
  void verbose_with_dates_only() {
    GcSummary gc =
        whole(
            """
            2014-06-18T10:00:00.000+0200: [GC 100K->20K(400K), 0.0100000 secs]
            2014-06-18T10:00:01.000+0200: [GC 20K(400K), 0.0010000 secs]
            2014-06-18T10:00:02.000+0200: [GC 30K(400K), 0.0020000 secs]
            2014-06-18T10:00:03.000+0200: [Full GC 130K->15K(400K), 0.2000000 secs]
            """);
    // only CMS has pauses that change nothing
    assertThat(gc.collectors()).containsExactly("CMS");
    assertThat(gc.pauses().count()).isEqualTo(4);
    assertThat(gc.pauses().totalNanos()).isEqualTo(213_000_000);
    assertThat(gc.collections()).isEqualTo(3);
    assertThat(gc.wallNanos()).isEqualTo(3_200_000_000L);
    assertThat(gc.allocation().amount()).isEqualTo(110L << 10);
    assertThat(gc.gcCpu().known()).isFalse();
  }

  @Test
  void without_time_stamps_pauses_are_read_and_rates_are_not() {
    Reading reading =
        Logs.read(
            """
            [GC (Allocation Failure)  100K->20K(400K), 0.0100000 secs]
            [Full GC (Ergonomics)  130K->15K(400K), 0.2000000 secs]
            """);
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("no time stamps", "-XX:+PrintGCTimeStamps");
    assertThat(reading.gc().pauses().count()).isEqualTo(2);
    assertThat(reading.gc().timed()).isFalse();
    assertThat(reading.gc().allocation().known()).isFalse();
  }

  private static GcSummary whole(String log) {
    Reading reading = Logs.read(log);
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    return reading.gc();
  }
}
