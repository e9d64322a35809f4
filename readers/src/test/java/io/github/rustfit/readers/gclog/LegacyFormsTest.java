package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Forms that JVMs of JDK 6 to 8 print, each with figures that were counted by hand. */
class LegacyFormsTest {

  @Test
  void jdk_7_prints_no_space_behind_the_name() {
    String pauses =
        """
        [GC[ParNew: 136K->17K(153K), 0.0436760 secs] 136K->19K(1031K), 0.0440000 secs]
        [Full GC[CMS: 27K->20K(878K), 0.1000000 secs] 89K->20K(1031K), [CMS Perm : 1K->1K(2K)], 0.1200000 secs]
        """;
    Reading plain = assertRight(pauses, 2, 164_000_000);
    assertThat(plain.problem()).contains("no time stamps");
    assertRight(pauses.replace("[GC[", "1.5: [GC[").replace("[Full", "2.5: [Full"), 2, 164_000_000);
  }

  @Test
  void the_name_may_end_a_line() {
    assertRight(
        """
        1.348: [GC
        Desired survivor size 357892096 bytes, new threshold 7 (max 15)
         [PSYoungGen: 2097152K->99047K(2446656K)] 2097152K->99047K(8039104K), 0.0960000 secs]
        """,
        1,
        96_000_000);
  }

  @Test
  void statistics_of_free_lists_stand_inside_a_collection() {
    assertRight(
        """
        1.500: [GCBefore GC:
        Statistics for BinaryTreeDictionary:
        ------------------------------------
        Total Free Space: 22278
        1.500: [ParNew: 4878K->492K(4928K), 0.0028687 secs] 69671K->68647K(98300K)After GC:
        Statistics for BinaryTreeDictionary:
        Tree      Height: 13
        , 0.0030000 secs] [Times: user=0.00 sys=0.00, real=0.00 secs]
        """,
        1,
        3_000_000);
  }

  @Test
  void early_g1_prints_eight_decimals() {
    assertRight(
        """
        0.035: [GC pause (young), 0.00150000 secs]
           [Parallel Time:   1.4 ms]
           [ 20M->2M(64M)]
        0.135: [GC pause (young) (initial-mark), 0.00250000 secs]
           [ 20M->2M(64M)]
        """,
        2,
        4_000_000);
  }

  @Test
  void collections_may_be_numbered() {
    assertRight(
        """
        1.169: #1: [GC (Allocation Failure) 1.170: #1: [ParNew: 8K->1K(9K), 0.0088699 secs] 8K->8K(31K), 0.0100000 secs]
        2.169: #2: [GC (Allocation Failure) 2.170: #2: [ParNew: 8K->1K(9K), 0.0088699 secs] 8K->8K(31K), 0.0100000 secs]
        """,
        2,
        20_000_000);
  }

  @Test
  void class_names_of_a_histogram_are_no_brackets() {
    Reading reading =
        assertRight(
            """
            1.000: [GC pause (G1 Evacuation Pause) (young), 0.0500000 secs]
            10.000: [Full GC (Heap Dump Initiated GC) 10.001: [Class Histogram (before full gc):
             num     #instances         #bytes  class name
            ----------------------------------------------
               1:       1000000      215861098  [C
               2:        625256       57997395  [Ljava.lang.Object;
            Total       1725256      276258493
            , 4.5000000 secs]
             818M->761M(1024M), 24.0000000 secs]
            34.580: [Class Histogram (after full gc):
             num     #instances         #bytes  class name
               1:       1000000      215861098  [C
            , 4.5000000 secs]
            50.000: [GC pause (G1 Evacuation Pause) (young), 0.0500000 secs]
            """,
            3,
            24_100_000_000L);
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().fullCollections()).isEqualTo(1);
  }

  @Test
  void shenandoah_of_jdk_8_is_read_as_that_of_later_ones() {
    Reading reading =
        assertRight(
            """
            OpenJDK 64-Bit Server VM (25.402-b06) for linux-amd64 JRE (1.8.0_402-b06), built on Jan 10 2024 00:00:00
            CommandLine flags: -XX:MaxHeapSize=1073741824 -XX:+UseShenandoahGC
            1.000: [Concurrent reset, start]
            1.001: [Concurrent reset, 0.500 ms]
            1.002: [Pause Init Mark (process weakrefs), start]
            1.003: [Pause Init Mark (process weakrefs), 1.500 ms]
            1.010: [Concurrent marking (process weakrefs), 6.000 ms]
            1.011: [Pause Final Mark (process weakrefs), 2.500 ms]
            1.012: [Concurrent cleanup 600M->300M(1024M), 0.050 ms]
            2.000: [Concurrent reset, start]
            2.003: [Pause Init Mark (process weakrefs), start]
            2.004: [Pause Init Mark (process weakrefs), 1.000 ms]
            3.000: [Pause Full 700M->200M(1024M), 100.000 ms]
            """,
            4,
            105_000_000);
    assertThat(reading.problem()).isEmpty();
    assertThat(reading.gc().collectors()).containsExactly("Shenandoah");
    assertThat(reading.gc().maxHeapBytes()).isEqualTo(1L << 30);
    assertThat(reading.gc().fullCollections()).isEqualTo(1);
    assertThat(reading.gc().collections()).isEqualTo(3);
    assertThat(reading.gc().jvmVersions()).containsExactly("1.8.0_402-b06");
  }

  @Test
  void a_jvm_that_has_only_printed_its_flags_has_no_pause() {
    Reading reading =
        Logs.read(
            "CommandLine flags: -XX:InitialHeapSize=268435456 -XX:+PrintGC -XX:+UseParallelGC\n");
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(reading.gc().pauses().count()).isZero();
  }

  @Test
  void a_log_that_is_cut_in_its_only_collection_is_partial() {
    Reading reading = Logs.read("2116-04-14T22:30:35.000+0000: 1.000: [GC ");
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("collection without an end in line 1 ");
  }

  private static Reading assertRight(String log, long pauses, long nanos) {
    assertThat(new GcLogReader().claims(log.getBytes(StandardCharsets.UTF_8))).isTrue();
    Reading reading = Logs.read(log);
    assertThat(reading.gc().pauses().count()).as(reading.problem()).isEqualTo(pauses);
    assertThat(reading.gc().pauses().totalNanos()).isEqualTo(nanos);
    return reading;
  }
}
