package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Typical lines of each collector, from logs of JDK 11, 17 and 25; figures are counted by hand. */
class GcCollectorsTest {

  private static final long MIB = 1 << 20;
  private static final long MILLI = 1_000_000;

  @Test
  void g1_counts_a_pause_once_though_it_has_a_start_an_end_and_phases() {
    GcSummary gc =
        read(
            """
            [0.012s][info][gc] Using G1
            [0.013s][info][gc,init] Version: 17.0.15+6 (release)
            [0.013s][info][gc,init] Heap Max Capacity: 96M
            [0.402s][info][gc,start    ] GC(0) Pause Young (Normal) (G1 Evacuation Pause)
            [0.438s][info][gc,phases   ] GC(0)   Evacuate Collection Set: 35.4ms
            [0.438s][info][gc,heap     ] GC(0) Eden regions: 6->0(3)
            [0.438s][info][gc          ] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 6M->3M(96M) 36.099ms
            [0.438s][info][gc,cpu      ] GC(0) User=0.01s Sys=0.02s Real=0.03s
            [0.438s][info][safepoint   ] Safepoint "G1CollectForAllocation", Time since last: 324750620 ns, Reaching safepoint: 15451116 ns, Cleanup: 24300 ns, At safepoint: 36190320 ns, Total: 51665736 ns
            [0.500s][info][gc          ] GC(1) Pause Young (Concurrent Start) (G1 Humongous Allocation) 10M->4M(96M) 2.000ms
            [0.500s][info][gc          ] GC(2) Concurrent Mark Cycle
            [0.600s][info][gc          ] GC(2) Pause Remark 14M->14M(96M) 4.603ms
            [0.650s][info][gc          ] GC(2) Pause Cleanup 15M->15M(96M) 0.061ms
            [0.660s][info][gc          ] GC(2) Concurrent Mark Cycle 160.010ms
            [0.700s][info][gc          ] GC(3) Pause Young (Mixed) (G1 Evacuation Pause) 20M->9M(96M) 1.000ms
            [1.000s][info][gc          ] GC(4) Pause Full (System.gc()) 12M->2M(96M) 30.000ms
            """);
    assertThat(gc.collectors()).containsExactly("G1");
    assertThat(gc.jvmVersions()).containsExactly("17.0.15+6");
    assertThat(gc.maxHeapBytes()).isEqualTo(96 * MIB);
    assertThat(gc.wallNanos()).isEqualTo(1000 * MILLI);
    assertThat(gc.pauseObservedNanos()).isEqualTo(gc.wallNanos());
    assertThat(gc.pauses().count()).isEqualTo(6);
    // 36.099 + 2.000 + 4.603 + 0.061 + 1.000 + 30.000
    assertThat(gc.pauses().totalNanos()).isEqualTo(73_763_000);
    assertThat(gc.pauses().maxNanos()).isEqualTo(36_099_000);
    assertThat(gc.causes())
        .containsEntry("G1 Evacuation Pause", new PauseTotal(2, 37_099_000, 36_099_000))
        .containsEntry("G1 Humongous Allocation", PauseTotal.of(2_000_000))
        .containsEntry("System.gc()", PauseTotal.of(30_000_000))
        .containsEntry("Pause Remark", PauseTotal.of(4_603_000))
        .containsEntry("Pause Cleanup", PauseTotal.of(61_000))
        .hasSize(5);
    assertThat(gc.collections()).isEqualTo(5);
    assertThat(gc.fullCollections()).isEqualTo(1);
    // 6 + (10-3) + (14-4) + (15-14) + (20-15) + (12-9)
    assertThat(gc.allocation().amount()).isEqualTo(32 * MIB);
    assertThat(gc.allocation().overNanos()).isEqualTo(gc.wallNanos());
    assertThat(gc.gcCpu().amount()).isEqualTo(30 * MILLI);
    assertThat(gc.largestLiveBytes()).isEqualTo(9 * MIB);
  }

  @Test
  void g1_of_jdk_22_keeps_the_cause_when_an_evacuation_fails() {
    GcSummary gc =
        read(
            """
            [2.763s][info][gc] GC(4) Pause Young (Normal) (G1 Evacuation Pause) (Evacuation Failure: Allocation) 86M->71M(96M) 27.727ms
            [2.790s][info][gc] GC(5) Pause Young (Mixed) (G1 Preventive Collection) (Evacuation Failure: Allocation/Pinned) 73M->54M(96M) 8.285ms
            """);
    assertThat(gc.collectors()).containsExactly("G1");
    assertThat(gc.causes().keySet())
        .containsExactly("G1 Evacuation Pause", "G1 Preventive Collection");
    assertThat(gc.largestLiveBytes()).isEqualTo(54 * MIB);
  }

  @Test
  void g1_of_jdk_9_has_no_kind_in_parentheses() {
    GcSummary gc =
        read(
            """
            [0.021s][info][gc] Using G1
            [31.249s][info][gc] GC(0) Pause Young (G1 Evacuation Pause) 24M->11M(256M) 7.965ms
            [31.264s][info][gc] GC(1) Pause Initial Mark (G1 Evacuation Pause) 32M->14M(256M) 4.326ms
            [31.322s][info][gc] GC(2) Pause Mixed (G1 Evacuation Pause) 164M->17M(256M) 2.924ms
            """);
    assertThat(gc.causes())
        .containsExactly(
            Map.entry("G1 Evacuation Pause", new PauseTotal(3, 15_215_000, 7_965_000)));
    assertThat(gc.largestLiveBytes()).isEqualTo(17 * MIB);
  }

  @Test
  void parallel_and_serial_are_told_apart_by_their_generations_when_the_first_line_is_missing() {
    String pause =
        "[2.620s][info][gc] GC(7) Pause Young (Allocation Failure) 24M->6M(92M) 45.258ms\n";
    assertThat(
            read("[2.620s][info][gc,heap] GC(7) PSYoungGen: 24576K(28672K)->4091K(28672K)\n"
                    + pause)
                .collectors())
        .containsExactly("Parallel");
    assertThat(
            read("[2.013s][info][gc,heap] GC(7) DefNew: 25221K(29504K)->3264K(29504K)\n" + pause)
                .collectors())
        .containsExactly("Serial");
    assertThat(read(pause).collectors()).as("either").isEmpty();
  }

  @Test
  void cms_pauses_at_initial_mark_and_remark() {
    GcSummary gc =
        read(
            """
            [0.010s][info][gc] Using Concurrent Mark Sweep
            [0.010s][info][gc,heap,coops] Heap address: 0x00000007fc000000, size: 64 MB, Compressed Oops mode: Zero based, Oop shift amount: 3
            [0.160s][info ][gc           ] GC(0) Pause Young (Allocation Failure) 16M->2M(61M) 2.928ms
            [0.278s][info ][gc,start     ] GC(1) Pause Initial Mark
            [0.279s][info ][gc           ] GC(1) Pause Initial Mark 29M->29M(61M) 0.184ms
            [0.279s][info ][gc           ] GC(1) Concurrent Mark
            [0.281s][info ][gc           ] GC(1) Concurrent Mark 2.184ms
            [0.284s][info ][gc           ] GC(1) Pause Remark 26M->26M(61M) 1.736ms
            """);
    assertThat(gc.collectors()).containsExactly("CMS");
    assertThat(gc.pauses().count()).isEqualTo(3);
    assertThat(gc.causes().keySet())
        .containsExactly("Allocation Failure", "Pause Initial Mark", "Pause Remark");
    assertThat(gc.collections()).isEqualTo(2);
    assertThat(gc.maxHeapBytes()).isEqualTo(64 * MIB);
    assertThat(gc.largestLiveBytes()).isEqualTo(26 * MIB);
  }

  @Test
  void zgc_pauses_are_unknown_without_its_phases() {
    GcSummary gc =
        read(
            """
            [0.232s][info][gc] Using The Z Garbage Collector
            [1.624s][info][gc] GC(0) Garbage Collection (Warmup) 10M(10%)->16M(17%)
            [3.440s][info][gc] GC(1) Garbage Collection (Warmup) 20M(21%)->92M(96%)
            [3.764s][info][gc] Allocation Stall (worker-3) 256.214ms
            """);
    assertThat(gc.collectors()).containsExactly("ZGC");
    assertThat(gc.known()).isTrue();
    assertThat(gc.pausesKnown()).isFalse();
    assertThat(gc.pauses().count()).isZero();
    assertThat(gc.collections()).isEqualTo(2);
    assertThat(gc.allocation().known()).as("it allocates during its cycles").isFalse();
  }

  @Test
  void zgc_with_phases_has_pauses_by_the_cause_of_their_cycle_and_a_heap_table() {
    GcSummary gc =
        read(
            """
            [0.020s][info][gc,init] Initializing The Z Garbage Collector
            [0.020s][info][gc,init] Version: 17.0.15+6 (release)
            [0.020s][info][gc,init] Max Capacity: 96M
            [0.428s][info][gc,start    ] GC(0) Garbage Collection (Warmup)
            [0.445s][info][gc,phases   ] GC(0) Pause Mark Start 0.012ms
            [0.630s][info][gc,phases   ] GC(0) Concurrent Mark 185.000ms
            [0.630s][info][gc,phases   ] GC(0) Pause Mark End 0.011ms
            [0.681s][info][gc,phases   ] GC(0) Pause Relocate Start 0.013ms
            [0.798s][info][gc,heap     ] GC(0)                Mark Start          Mark End        Relocate Start      Relocate End           High               Low         \s
            [0.798s][info][gc,heap     ] GC(0)      Used:       16M (17%)          22M (23%)          22M (23%)          14M (15%)          24M (25%)          14M (15%)    \s
            [0.798s][info][gc,heap     ] GC(0)      Live:         -                 5M (5%)            5M (5%)            5M (5%)             -                  -          \s
            [0.798s][info][gc,heap     ] GC(0) Allocated:         -                 6M (6%)            6M (6%)            9M (10%)            -                  -          \s
            [0.798s][info][gc          ] GC(0) Garbage Collection (Warmup) 16M(17%)->14M(15%)
            """);
    assertThat(gc.pausesKnown()).isTrue();
    assertThat(gc.causes()).containsExactly(Map.entry("Warmup", new PauseTotal(3, 36_000, 13_000)));
    assertThat(gc.maxHeapBytes()).isEqualTo(96 * MIB);
    assertThat(gc.largestLiveBytes()).isEqualTo(5 * MIB);
    // 16 before the cycle, 9 in it
    assertThat(gc.allocation().amount()).isEqualTo(25 * MIB);
  }

  @Test
  void generational_zgc_collects_minor_and_major() {
    GcSummary gc =
        read(
            """
            [0.069s][info][gc     ] Using The Z Garbage Collector
            [0.357s][info][gc          ] GC(0) Major Collection (Warmup)
            [0.364s][info][gc,phases   ] GC(0) Y: Pause Mark Start (Major) 0.037ms
            [0.656s][info][gc,phases   ] GC(0) Y: Pause Mark End 0.030ms
            [0.787s][info][gc,heap     ] GC(0) Y:      Used:       12M (12%)          24M (25%)          24M (25%)          28M (29%)          30M (31%)          12M (12%)    \s
            [0.787s][info][gc,heap     ] GC(0) Y:      Used:       12M (12%)          24M (25%)          24M (25%)          28M (29%)    \s
            [0.787s][info][gc,heap     ] GC(0) Y:      Live:         -                 3M (4%)            3M (4%)            3M (4%)     \s
            [0.787s][info][gc,heap     ] GC(0) Y: Allocated:         -                12M (12%)          12M (12%)          23M (24%)    \s
            [0.835s][info][gc,phases   ] GC(0) O: Pause Mark End 0.034ms
            [0.884s][info][gc,heap     ] GC(0) O:      Used:       12M (12%)          28M (29%)          34M (35%)          34M (35%)          34M (35%)          12M (12%)    \s
            [0.884s][info][gc,heap     ] GC(0) O:      Live:         -                 1M (1%)            1M (1%)            1M (1%)     \s
            [0.884s][info][gc          ] GC(0) Major Collection (Warmup) 12M(12%)->34M(35%) 0.527s
            [1.398s][info][gc          ] GC(1) Minor Collection (Allocation Stall)
            [1.400s][info][gc,phases   ] GC(1) y: Pause Mark Start 0.010ms
            """);
    assertThat(gc.collectors()).containsExactly("Generational ZGC");
    assertThat(gc.causes())
        .containsEntry("Warmup", new PauseTotal(3, 101_000, 37_000))
        .containsEntry("Allocation Stall", PauseTotal.of(10_000));
    assertThat(gc.collections()).isEqualTo(2);
    // young 3M and old 1M
    assertThat(gc.largestLiveBytes()).isEqualTo(4 * MIB);
    // 12 before, 23 in the cycle
    assertThat(gc.allocation().amount()).isEqualTo(35 * MIB);
  }

  @Test
  void shenandoah_counts_only_what_stops_the_world() {
    GcSummary gc =
        read(
            """
            [0.016s][info][gc] Using Shenandoah
            [1.062s][info][gc] GC(0) Concurrent reset 0.049ms
            [1.066s][info][gc] GC(0) Pause Init Mark (unload classes) 0.025ms
            [1.242s][info][gc] GC(0) Concurrent marking (unload classes) 174.615ms
            [1.251s][info][gc] GC(0) Pause Final Mark (unload classes) 0.083ms
            [1.280s][info][gc] GC(0) Concurrent cleanup 44M->41M(96M) 0.024ms
            [1.300s][info][gc] GC(0) Pause Init Update Refs 0.007ms
            [1.310s][info][gc] GC(0) Pause Final Update Refs 0.057ms
            [1.311s][info][gc] GC(0) Concurrent cleanup 50M->20M(96M) 0.024ms
            [1.400s][info][gc] GC(1) Pause Degenerated GC (Outside of Cycle) 90M->30M(96M) 9.000ms
            [1.700s][info][gc] GC(2) Pause Full 93M->28M(96M) 150.022ms
            """);
    assertThat(gc.collectors()).containsExactly("Shenandoah");
    assertThat(gc.pauses().count()).isEqualTo(6);
    assertThat(gc.pauses().totalNanos()).isEqualTo(159_194_000);
    assertThat(gc.fullCollections()).isEqualTo(1);
    // 44 + (90-20) + (93-30); what is copied between the two cleanups is not counted
    assertThat(gc.allocation().amount()).isEqualTo(177 * MIB);
    assertThat(gc.largestLiveBytes()).isEqualTo(28 * MIB);
  }

  @Test
  void generational_shenandoah_names_the_generation() {
    GcSummary gc =
        read(
            """
            [0.004s][info][gc] Using Shenandoah
            [0.300s][info][gc] Trigger (Young): Learning 1 of 5. Free (68608K) is below initial threshold (68812K)
            [0.313s][info][gc] GC(0) Pause Init Mark (Young) 0.035ms
            """);
    assertThat(gc.collectors()).containsExactly("Generational Shenandoah");
    assertThat(gc.causes().keySet()).containsExactly("Pause Init Mark");
  }

  @Test
  void pauses_are_unknown_when_only_other_tags_were_logged() {
    GcSummary gc =
        read(
            """
            [0.438s][info][gc,heap     ] GC(0) Eden regions: 6->0(3)
            [0.475s][info][gc,cpu      ] GC(1) User=0.00s Sys=0.00s Real=0.01s
            """);
    assertThat(gc.collections()).isEqualTo(2);
    assertThat(gc.pausesKnown()).isFalse();
  }

  @Test
  void epsilon_never_pauses_and_its_heap_only_grows() {
    GcSummary gc =
        read(
            """
            [0.003s][info][gc] Using Epsilon
            [0.003s][info][gc,init] Heap Max Capacity: 48M
            [0.026s][info][gc          ] Heap: 49152K reserved, 49152K (100.00%) committed, 2550K (5.19%) used
            [0.147s][info][gc          ] Heap: 49152K reserved, 49152K (100.00%) committed, 46976K (95.57%) used
            """);
    assertThat(gc.collectors()).containsExactly("Epsilon");
    assertThat(gc.pausesKnown()).isTrue();
    assertThat(gc.pauses().count()).isZero();
    assertThat(gc.throughput()).isEqualTo(1);
    assertThat(gc.allocation().amount()).isEqualTo(46976 * 1024L);
  }

  private static GcSummary read(String log) {
    Reading reading = Logs.read(log);
    assertThat(reading.status()).as(reading.problem()).isEqualTo(Input.Status.READ);
    return reading.gc();
  }
}
