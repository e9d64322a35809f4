package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcIncidents;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import org.junit.jupiter.api.Test;

/**
 * What logs of few tags tell and what they do not; the lines were printed by JDK 17 and 25, those
 * of JDK 8 are of the forms in {@link LegacyFormsTest}, and the figures were counted by hand.
 */
class GcSelectionsTest {

  private static GcIncidents incidents(String log) {
    return Logs.read(log).gc().details().incidents();
  }

  private static final String CYCLE =
      """
      [1.000s][info][gc] GC(0) Pause Init Mark 0.100ms
      [1.100s][info][gc] GC(0) Pause Final Mark 0.200ms
      """;

  @Test
  void shenandoah_of_jdk_17_says_explicit_and_implicit() {
    GcIncidents told =
        incidents(
            """
            [0.010s][info][gc] Using Shenandoah
            [0.900s][info][gc] Trigger: Explicit GC request (System.gc())
            [0.950s][info][gc] Trigger: Implicit GC request (Metadata GC Threshold)
            """
                + CYCLE);
    assertThat(told.of(GcIncident.EXPLICIT_GC).amount()).isEqualTo(1);
    assertThat(told.of(GcIncident.METADATA_THRESHOLD).amount()).isEqualTo(1);
  }

  @Test
  void shenandoah_of_jdk_25_names_the_generation() {
    GcIncidents told =
        incidents(
            """
            [0.010s][info][gc] Using Shenandoah
            [0.800s][info][gc] Trigger (Young): Learning 1 of 5. Free (90624K) is below initial threshold (91750K)
            [0.900s][info][gc] Trigger (Global): GC request (System.gc())
            [0.950s][info][gc] Trigger (Global): GC request (Metadata GC Threshold)
            [0.990s][info][gc] Trigger: GC request (System.gc())
            """
                + CYCLE);
    assertThat(told.of(GcIncident.EXPLICIT_GC).amount()).isEqualTo(2);
    assertThat(told.of(GcIncident.METADATA_THRESHOLD).amount()).isEqualTo(1);
  }

  @Test
  void single_objects_that_generational_shenandoah_does_not_promote_are_no_incident() {
    GcIncidents told =
        incidents(
            """
            [0.010s][info][gc     ] Using Shenandoah
            [0.990s][info][gc,ergo] GC(0) Promotion failed, size 24, has plab? yes, PLAB remaining: 0
            [0.991s][info][gc,ergo] Promotion failed, size 112, has plab? yes, PLAB remaining: 0
            """
                + CYCLE);
    assertThat(told.of(GcIncident.PROMOTION_FAILURE).known()).isFalse();
  }

  @Test
  void serial_names_a_failed_promotion_alone() {
    GcIncidents told =
        incidents(
            """
            [0.010s][info][gc          ] Using Serial
            [1.000s][info][gc,promotion] Promotion failed
            [1.100s][info][gc,promotion] GC(0) Promotion failed
            [1.200s][info][gc          ] GC(0) Pause Young (Allocation Failure) 15M->5M(64M) 30.000ms
            """);
    assertThat(told.of(GcIncident.PROMOTION_FAILURE).amount()).isEqualTo(2);
  }

  /** {@code -Xlog:gc+heap}: which collector it is shows, and that it collected, not why. */
  @Test
  void a_log_of_heap_sizes_alone_tells_no_causes() {
    GcIncidents told =
        incidents(
            """
            [1.000s][info][gc,heap] GC(0) DefNew: 34944K(39296K)->4352K(39296K) Eden: 34944K(34944K)->0K(34944K) From: 0K(4352K)->4352K(4352K)
            [1.000s][info][gc,heap] GC(0) Tenured: 0K(87424K)->8080K(87424K)
            """);
    assertThat(told.of(GcIncident.EXPLICIT_GC).known()).isFalse();
    assertThat(told.of(GcIncident.METADATA_THRESHOLD).known()).isFalse();
    assertThat(told.of(GcIncident.GC_LOCKER).known()).isFalse();
  }

  /** {@code -Xlog:gc+phases}: stalls are printed under {@code gc} alone. */
  @Test
  void a_log_of_phases_of_zgc_tells_no_stalls() {
    GcSummary gc =
        Logs.read(
                """
                [1.000s][info][gc,phases] GC(0) Pause Mark Start 0.026ms
                [1.100s][info][gc,phases] GC(0) Pause Mark End 0.032ms
                [1.200s][info][gc,phases] GC(0) Pause Relocate Start 0.024ms
                """)
            .gc();
    assertThat(gc.pauses().count()).isEqualTo(3);
    assertThat(gc.details().incidents().of(GcIncident.ALLOCATION_STALL).known()).isFalse();
    assertThat(gc.details().incidents().of(GcIncident.EXPLICIT_GC).known()).isFalse();
  }

  /** {@code -Xlog:gc+init}: ZGC names itself, and would not tell of any collection. */
  @Test
  void a_log_of_the_start_alone_tells_no_pauses() {
    GcSummary gc =
        Logs.read(
                """
                [0.010s][info][gc,init] Initializing The Z Garbage Collector
                [0.010s][info][gc,init] Version: 17.0.15+6 (release)
                [0.020s][info][gc,init] Heap Max Capacity: 128M
                """)
            .gc();
    assertThat(gc.pausesKnown()).isFalse();
  }

  /** JDK 8 prints neither why a cycle starts nor failed allocations beside its pauses. */
  @Test
  void shenandoah_of_jdk_8_tells_of_degenerated_cycles_only() {
    GcIncidents told =
        incidents(
            """
            CommandLine flags: -XX:MaxHeapSize=1073741824 -XX:+UseShenandoahGC
            1.003: [Pause Init Mark (process weakrefs), 1.500 ms]
            1.011: [Pause Degenerated GC (Mark) 600M->300M(1024M), 2.500 ms]
            """);
    assertThat(told.of(GcIncident.DEGENERATED_CYCLE).amount()).isEqualTo(1);
    assertThat(told.of(GcIncident.ALLOCATION_FAILURE).known()).isFalse();
    assertThat(told.of(GcIncident.EXPLICIT_GC).known()).isFalse();
  }
}
