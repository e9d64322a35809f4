package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.gc.GcCpuTimes;
import io.github.rustfit.rules.evidence.gc.GcDetails;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.LiveBasis;
import io.github.rustfit.rules.evidence.gc.LivePoint;
import io.github.rustfit.rules.evidence.gc.PausePoint;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is beyond pauses; the figures were counted by hand. */
class GcDetailsTest {

  private static final long MIB = 1 << 20;
  private static final long MILLI = 1_000_000;

  private static GcDetails read(String log) {
    return Logs.read(log).gc().details();
  }

  private static final String G1 =
      """
      [0.012s][info][gc] Using G1
      [0.013s][info][gc,init] CPUs: 8 total, 2 available
      [0.013s][info][gc,init] Memory: 4096M
      [0.013s][info][gc,init] Heap Region Size: 2M
      [0.013s][info][gc,init] Heap Min Capacity: 8M
      [0.013s][info][gc,init] Heap Initial Capacity: 64M
      [0.013s][info][gc,init] Heap Max Capacity: 96M
      [1.000s][info][gc,start    ] GC(0) Pause Young (Normal) (G1 Evacuation Pause)
      [1.030s][info][gc,heap     ] GC(0) Old regions: 2->5
      [1.030s][info][gc,heap     ] GC(0) Humongous regions: 6->1
      [1.030s][info][gc,metaspace] GC(0) Metaspace: 396K(576K)->390K(640K) NonClass: 365K(448K)->365K(448K) Class: 31K(128K)->31K(128K)
      [1.030s][info][gc          ] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 15M->5M(64M) 30.000ms
      [1.030s][info][gc,cpu      ] GC(0) User=0.04s Sys=0.00s Real=0.03s
      [1.031s][info][safepoint   ] Safepoint "G1CollectForAllocation", Time since last: 668023787 ns, Reaching safepoint: 1000 ns, At safepoint: 30046420 ns, Leaving safepoint: 58 ns, Total: 30047478 ns, Threads: 3 runnable, 14 total
      [1.500s][info][safepoint   ] Safepoint "Cleanup", Time since last: 424750620 ns, Reaching safepoint: 7000 ns, Cleanup: 24300 ns, At safepoint: 1700 ns, Total: 33000 ns
      [2.000s][info][gc          ] GC(1) To-space exhausted
      [2.000s][info][gc,heap     ] GC(1) Old regions: 5->9
      [2.000s][info][gc          ] GC(1) Pause Young (Concurrent Start) (G1 Humongous Allocation) 60M->50M(96M) 200.000ms
      [2.000s][info][gc,cpu      ] GC(1) User=0.05s Sys=0.05s Real=0.20s
      [2.500s][info][gc          ] GC(2) Concurrent Mark Cycle
      [2.600s][info][gc          ] GC(2) Pause Remark 54M->54M(96M) 4.000ms
      [2.600s][info][gc,cpu      ] GC(2) User=0.00s Sys=0.12s Real=0.00s
      [2.660s][info][gc          ] GC(2) Concurrent Mark Cycle 160.000ms
      [3.000s][info][gc,heap     ] GC(3) Old regions: 9->4
      [3.000s][info][gc          ] GC(3) Pause Young (Mixed) (G1 Evacuation Pause) 70M->9M(96M) 1.000ms
      [4.000s][info][gc          ] GC(4) Pause Young (Normal) (G1 Evacuation Pause) (Evacuation Failure: Allocation) 80M->70M(96M) 5.000ms
      [4.500s][info][gc          ] GC(5) Pause Young (Normal) (G1 Evacuation Pause) (Evacuation Failure: Pinned) 80M->70M(96M) 5.000ms
      [5.000s][info][gc          ] GC(6) Pause Full (System.gc()) 12M->2M(96M) 30.000ms
      """;

  @Test
  void pauses_by_kind_and_cycles() {
    GcDetails gc = read(G1);
    assertThat(gc.kinds())
        .isEqualTo(
            Map.of(
                "Pause Young (Normal)", new PauseTotal(3, 40 * MILLI, 30 * MILLI),
                "Pause Young (Concurrent Start)", PauseTotal.of(200 * MILLI),
                "Pause Young (Mixed)", PauseTotal.of(MILLI),
                "Pause Remark", PauseTotal.of(4 * MILLI),
                "Pause Full", PauseTotal.of(30 * MILLI)));
    assertThat(gc.concurrent())
        .isEqualTo(Map.of("Concurrent Mark Cycle", PauseTotal.of(160 * MILLI)));
  }

  @Test
  void incidents_of_g1_with_their_zeroes() {
    GcDetails gc = read(G1);
    long wall = 5000 * MILLI;
    assertThat(gc.incidents().counts())
        .isEqualTo(
            Map.of(
                GcIncident.EVACUATION_FAILURE, new Tally(2, wall),
                GcIncident.HUMONGOUS_ALLOCATION, new Tally(1, wall),
                GcIncident.GC_LOCKER, new Tally(0, wall),
                GcIncident.METADATA_THRESHOLD, new Tally(0, wall),
                GcIncident.EXPLICIT_GC, new Tally(1, wall)));
    assertThat(gc.incidents().fullCauses())
        .isEqualTo(Map.of("System.gc()", PauseTotal.of(30 * MILLI)));
    assertThat(gc.incidents().humongousRegions()).isEqualTo(6);
  }

  @Test
  void safepoints_of_both_shapes_in_nanoseconds() {
    GcDetails gc = read(G1);
    assertThat(gc.safepoints().stopped().totalNanos()).isEqualTo(30_047_478 + 33_000);
    assertThat(gc.safepoints().reaching().totalNanos()).isEqualTo(8000);
    assertThat(gc.safepoints().operations())
        .isEqualTo(
            Map.of(
                "G1CollectForAllocation", PauseTotal.of(30_047_478),
                "Cleanup", PauseTotal.of(33_000)));
  }

  /** 0.20 s for 0.10 s of CPU waited; 0.12 s system against no user time worked in the system. */
  @Test
  void pauses_that_waited_and_that_worked_in_the_system() {
    assertThat(read(G1).cpu())
        .isEqualTo(new GcCpuTimes(3, 90 * MILLI, 170 * MILLI, 230 * MILLI, 1, 1));
  }

  @Test
  void promotion_metaspace_and_set_up() {
    GcDetails gc = read(G1);
    // (5 - 2) + (9 - 5) regions of 2 MiB; the mixed collection is left out
    assertThat(gc.promotion()).isEqualTo(new Tally(14 * MIB, 5000 * MILLI));
    assertThat(gc.metaspace().usedBytes()).isEqualTo(390 << 10);
    assertThat(gc.metaspace().committedBytes()).isEqualTo(640 << 10);
    assertThat(gc.setup().cpus()).containsExactly(2);
    assertThat(gc.setup().memoryBytes()).containsExactly(4096 * MIB);
    assertThat(gc.setup().regionBytes()).containsExactly(2 * MIB);
    assertThat(gc.setup().minHeapBytes()).containsExactly(8 * MIB);
    assertThat(gc.setup().initialHeapBytes()).containsExactly(64 * MIB);
  }

  @Test
  void the_time_line_and_the_live_set_of_the_run() {
    GcDetails gc = read(G1);
    assertThat(gc.runs().count()).isEqualTo(1);
    RunHistory run = gc.runs().kept().get(0);
    assertThat(run.collector()).isEqualTo("G1");
    assertThat(run.maxHeapBytes()).isEqualTo(96 * MIB);
    assertThat(run.pauses().complete()).isTrue();
    assertThat(run.pauses().points())
        .hasSize(7)
        .startsWith(
            new PausePoint(
                1000 * MILLI,
                30 * MILLI,
                "Pause Young (Normal)",
                "G1 Evacuation Pause",
                15 * MIB,
                5 * MIB,
                64 * MIB));
    assertThat(run.live().get(LiveBasis.FULL))
        .satisfies(
            full ->
                assertThat(full.points()).containsExactly(new LivePoint(5000 * MILLI, 2 * MIB)));
    assertThat(run.live().get(LiveBasis.MIXED))
        .satisfies(
            mixed ->
                assertThat(mixed.points()).containsExactly(new LivePoint(3000 * MILLI, 9 * MIB)));
  }

  /** The window of 1 s with most pauses ends with that of 200 ms at 2 s and begins at 1 s. */
  @Test
  void the_least_that_was_left() {
    assertThat(read(G1).utilisation().worstNanos())
        .isEqualTo(
            Map.of(10 * MILLI, 10 * MILLI, 100 * MILLI, 100 * MILLI, 1000 * MILLI, 230 * MILLI));
  }

  @Test
  void a_plain_log_leaves_unknown_what_it_does_not_carry() {
    GcDetails gc =
        read(
            """
            [0.012s][info][gc] Using Parallel
            [1.000s][info][gc] GC(0) Pause Young (Allocation Failure) 15M->5M(64M) 30.000ms
            """);
    assertThat(gc.incidents().of(GcIncident.PROMOTION_FAILURE).known()).isFalse();
    assertThat(gc.incidents().of(GcIncident.EVACUATION_FAILURE).known()).isFalse();
    assertThat(gc.incidents().of(GcIncident.EXPLICIT_GC)).isEqualTo(new Tally(0, 1000 * MILLI));
    assertThat(gc.safepoints().known()).isFalse();
    assertThat(gc.cpu().known()).isFalse();
    assertThat(gc.metaspace().known()).isFalse();
    assertThat(gc.promotion().known()).isFalse();
  }

  @Test
  void zgc_without_pauses_still_tells_of_stalls_and_causes() {
    GcDetails gc =
        read(
            """
            [0.020s][info][gc] Using The Z Garbage Collector
            [1.000s][info][gc] Allocation Stall (main) 139.873ms
            [1.100s][info][gc] Allocation Stall (worker-2) 0.127ms
            [1.200s][info][gc] GC(0) Garbage Collection (System.gc()) 16M(17%)->14M(15%)
            [2.000s][info][gc] GC(1) Garbage Collection (Allocation Stall) 90M(94%)->14M(15%)
            """);
    assertThat(gc.incidents().stalls()).isEqualTo(new PauseTotal(2, 140 * MILLI, 139_873_000));
    assertThat(gc.incidents().of(GcIncident.ALLOCATION_STALL))
        .isEqualTo(new Tally(2, 2000 * MILLI));
    assertThat(gc.incidents().of(GcIncident.EXPLICIT_GC)).isEqualTo(new Tally(1, 2000 * MILLI));
    assertThat(gc.kinds()).isEmpty();
    assertThat(gc.utilisation().worstNanos()).isEmpty();
  }

  @Test
  void without_time_stamps_incidents_count_and_no_time_is_told() {
    GcDetails gc =
        read(
            """
            Using G1
            GC(0) To-space exhausted
            GC(0) Pause Young (Normal) (G1 Evacuation Pause) 15M->5M(64M) 30.000ms
            Safepoint "G1CollectForAllocation", Time since last: 1 ns, Reaching safepoint: 5 ns, At safepoint: 30 ns, Total: 35 ns
            """);
    assertThat(gc.incidents().of(GcIncident.EVACUATION_FAILURE))
        .isEqualTo(new Tally(1, 30 * MILLI));
    assertThat(gc.safepoints().stopped().totalNanos()).isEqualTo(35);
    assertThat(gc.utilisation().worstNanos()).isEmpty();
    assertThat(gc.runs().kept().get(0).pauses().points()).isEmpty();
  }

  @Test
  void cpu_time_of_concurrent_phases_is_no_pause_that_waited() {
    GcDetails gc =
        read(
            """
            [1.000s][info][gc    ] GC(0) Concurrent Abortable Preclean 5000.000ms
            [1.000s][info][gc,cpu] GC(0) User=0.10s Sys=0.00s Real=5.00s
            """);
    assertThat(gc.cpu()).isEqualTo(GcCpuTimes.UNKNOWN);
  }

  @Test
  void stopped_times_of_jdk_9_to_12() {
    GcDetails gc =
        read(
            """
            [0.100s][info][gc] Using Serial
            [0.200s][info][gc] GC(0) Pause Young (Allocation Failure) 15M->5M(64M) 30.000ms
            [0.200s][info][safepoint] Total time for which application threads were stopped: 0.0301500 seconds, Stopping threads took: 0.0000100 seconds
            """);
    assertThat(gc.safepoints().stopped().totalNanos()).isEqualTo(30_150_000);
    assertThat(gc.safepoints().reaching().totalNanos()).isEqualTo(10_000);
    assertThat(gc.safepoints().reachingKnown()).isTrue();
  }

  @Test
  void two_runs_in_a_file_stand_side_by_side() {
    GcDetails gc =
        read(
            """
            [0.012s][info][gc] Using G1
            [1.000s][info][gc] GC(0) Pause Full (System.gc()) 15M->5M(64M) 30.000ms
            [0.012s][info][gc] Using Parallel
            [3.000s][info][gc] GC(0) Pause Full (Ergonomics) 15M->9M(64M) 10.000ms
            """);
    assertThat(gc.runs().kept())
        .extracting(run -> run.number() + " " + run.collector() + " " + run.nanos() / MILLI)
        .containsExactly("1 G1 1000", "2 Parallel 3000");
    assertThat(gc.incidents().of(GcIncident.EXPLICIT_GC)).isEqualTo(new Tally(1, 4000 * MILLI));
    assertThat(gc.incidents().of(GcIncident.EVACUATION_FAILURE))
        .isEqualTo(new Tally(0, 1000 * MILLI));
  }

  @Test
  void legacy_cms_with_everything() {
    GcDetails gc =
        read(
            """
            CommandLine flags: -XX:InitialHeapSize=67108864 -XX:MaxMetaspaceSize=33554432 -XX:HeapDumpPath=/a/b -XX:+UseConcMarkSweepGC
            1.000: [GC (Allocation Failure) 1.000: [ParNew: 100K->20K(200K), 0.0100000 secs] 150K->110K(400K), 0.0101000 secs] [Times: user=0.04 sys=0.01, real=0.01 secs]\s
            1.020: Total time for which application threads were stopped: 0.0110000 seconds, Stopping threads took: 0.0000200 seconds
            2.000: [CMS-concurrent-mark: 0.300/0.310 secs] [Times: user=0.60 sys=0.00, real=9.00 secs]\s
            3.000: [GC (GCLocker Initiated GC) 3.000: [ParNew (promotion failed): 180K->180K(200K), 0.2000000 secs]3.200: [CMS (concurrent mode failure): 190K->90K(200K), 0.4000000 secs] 370K->90K(400K), [Metaspace: 9K->8K(1056768K)], 0.6000000 secs] [Times: user=0.10 sys=0.00, real=0.60 secs]\s
            """);
    assertThat(gc.kinds())
        .isEqualTo(
            Map.of(
                "Pause Young",
                PauseTotal.of(10_100_000),
                "Pause Full",
                PauseTotal.of(600 * MILLI)));
    assertThat(gc.incidents().of(GcIncident.PROMOTION_FAILURE).amount()).isEqualTo(1);
    assertThat(gc.incidents().of(GcIncident.CONCURRENT_MODE_FAILURE).amount()).isEqualTo(1);
    assertThat(gc.incidents().of(GcIncident.GC_LOCKER).amount()).isEqualTo(1);
    assertThat(gc.incidents().of(GcIncident.EXPLICIT_GC).known()).isTrue();
    assertThat(gc.concurrent())
        .isEqualTo(Map.of("CMS-concurrent-mark", PauseTotal.of(310 * MILLI)));
    // 80K left the young generation, 40K the heap
    assertThat(gc.promotion().amount()).isEqualTo(40 << 10);
    assertThat(gc.metaspace().usedBytes()).isEqualTo(8 << 10);
    assertThat(gc.metaspace().limitBytes()).isEqualTo(32 * MIB);
    assertThat(gc.safepoints().reaching().totalNanos()).isEqualTo(20_000);
    assertThat(gc.cpu()).isEqualTo(new GcCpuTimes(2, 140 * MILLI, 10 * MILLI, 610 * MILLI, 1, 0));
    assertThat(gc.setup().initialHeapBytes()).containsExactly(64 * MIB);
    assertThat(gc.setup().flags())
        .containsExactly(
            "-XX:+UseConcMarkSweepGC",
            "-XX:InitialHeapSize=67108864",
            "-XX:MaxMetaspaceSize=33554432");
  }

  @Test
  void legacy_g1_with_sizes_behind_it() {
    GcDetails gc =
        read(
            """
            1.000: [GC pause (G1 Evacuation Pause) (young) (to-space exhausted), 0.0200000 secs]
               [Eden: 14.0M(14.0M)->0.0B(7168.0K) Survivors: 0.0B->2048.0K Heap: 14.0M(256.0M)->8.0M(256.0M)]
             [Times: user=0.04 sys=0.00, real=0.02 secs]\s
            2.000: [GC concurrent-mark-start]
            2.100: [GC concurrent-mark-end, 0.1000000 secs]
            """);
    // 12M left eden and survivors, 6M the heap
    assertThat(gc.promotion().amount()).isEqualTo(6 * MIB);
    assertThat(gc.incidents().of(GcIncident.EVACUATION_FAILURE).amount()).isEqualTo(1);
    assertThat(gc.concurrent()).isEqualTo(Map.of("concurrent-mark", PauseTotal.of(100 * MILLI)));
    assertThat(gc.runs().kept().get(0).pauses().points().get(0).committedBytes())
        .isEqualTo(256 * MIB);
  }
}
