package io.github.rustfit.readers.gclog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that rotation cut into parts says the same as the whole of it. */
class GcSeriesTest {

  /** Cut anywhere, also amid the concurrent cycle 3 and between the two frees of cycle 5. */
  private static final List<String> LINES =
      """
      [0.010s][info][gc] Using Shenandoah
      [0.400s][info][gc] GC(0) Pause Full (System.gc()) 8M->3M(96M) 36.000ms
      [0.400s][info][gc,cpu] GC(0) User=0.03s Sys=0.00s Real=0.04s
      [1.000s][info][gc] GC(1) Pause Init Mark 1.000ms
      [1.100s][info][gc] GC(1) Concurrent marking 90.000ms
      [1.200s][info][gc] GC(1) Concurrent cleanup 33M->30M(96M) 0.100ms
      [1.300s][info][gc] GC(1) Concurrent cleanup 31M->9M(96M) 0.100ms
      [2.000s][info][safepoint] Safepoint "Cleanup", Total: 1000 ns
      [2.400s][info][gc] GC(2) Pause Full (System.gc()) 20M->4M(96M) 30.000ms
      [3.000s][info][gc] GC(3) Pause Init Mark 1.000ms
      [3.100s][info][gc] GC(4) Pause Full (System.gc()) 14M->4M(96M) 30.000ms
      [3.200s][info][gc] GC(3) Pause Final Mark 2.000ms
      [3.600s][info][gc] GC(5) Pause Init Mark 1.000ms
      [3.700s][info][gc] GC(5) Concurrent cleanup 24M->23M(96M) 0.100ms
      [3.800s][info][gc] GC(5) Concurrent cleanup 26M->5M(96M) 0.100ms
      [4.000s][info][gc,cpu] GC(5) User=0.03s Sys=0.00s Real=0.04s
      """
          .lines()
          .map(line -> line + "\n")
          .toList();

  private static final String LEGACY =
      """
      Java HotSpot(TM) 64-Bit Server VM (24.80-b11) for linux-amd64 JRE (1.7.0_80-b15), built on Apr 10 2015 19:53:14 by "java_re" with gcc 4.3.0
      1.000: [GC [PSYoungGen: 100K->20K(200K)] 100K->30K(400K), 0.0100000 secs]
      2016-08-30 20:35:29 GC log file has reached the maximum size. Saved as gc.log.0
      2016-08-30 20:35:29 GC log file created gc.log.1
      Java HotSpot(TM) 64-Bit Server VM (24.80-b11) for linux-amd64 JRE (1.7.0_80-b15), built on Apr 10 2015 19:53:14 by "java_re" with gcc 4.3.0
      3.000: [GC [PSYoungGen: 120K->20K(200K)] 130K->40K(400K), 0.0100000 secs]
      2016-08-30 20:35:29 GC log file has reached the maximum size. Saved as gc.log.1
      2016-08-30 20:35:29 GC log file created gc.log.2
      Java HotSpot(TM) 64-Bit Server VM (24.80-b11) for linux-amd64 JRE (1.7.0_80-b15), built on Apr 10 2015 19:53:14 by "java_re" with gcc 4.3.0
      6.000: [Full GC [PSYoungGen: 120K->20K(200K)] 150K->50K(400K), 0.0200000 secs]
      """;

  private final Path folder;

  GcSeriesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void parts_cut_at_any_line_say_what_the_whole_says() throws IOException {
    GcSummary whole = gc(read(write("whole.log", 0, LINES.size())));
    // by hand: 8, then 33-3, 20-9, 14-4, 24-4 in MiB
    assertThat(whole.allocation().amount()).isEqualTo((8 + 30 + 11 + 10 + 20) << 20);
    for (int cut = 1; cut < LINES.size(); cut++) {
      // No amount can be told over no time, so the last part has two lines at least.
      for (int second = cut + 1; second < LINES.size() - 1; second++) {
        // The names say nothing of the order: rotation goes round and round.
        Path one = write("gc.log.2", 0, cut);
        Path two = write("gc.log.0", cut, second);
        Path three = write("gc.log", second, LINES.size());
        Evidence evidence = read(one, two, three);
        String what = cut + ", " + second;
        if (Cuts.betweenCollections(LINES, cut) && Cuts.betweenCollections(LINES, second)) {
          SameFacts.all(gc(evidence), whole, what);
        }
        SameFacts.sums(gc(evidence), whole, what);
        assertThat(evidence.problems()).isEmpty();
        assertThat(evidence.gcSeries().problems()).isEmpty();
      }
    }
  }

  @Test
  void parts_that_several_jobs_read_join_when_their_evidence_merges() throws Exception {
    GcSummary whole = gc(read(write("whole.log", 0, LINES.size())));
    Evidence one = read(write("gc.log.0", 0, 6));
    Evidence two = read(write("gc.log.1", 6, 11));
    Evidence both = read(write("gc.log.1", 6, 11), write("gc.log", 11, LINES.size()));
    assertThat(one.merge(two).gcSeries().problems()).isEmpty();
    SameFacts.sums(gc(one.merge(both).merge(two)), whole, "merged");
    SameFacts.sums(gc(both.merge(one)), whole, "merged");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EvidenceJson.write(one.merge(both), out);
    SameFacts.sums(
        gc(EvidenceJson.read(new ByteArrayInputStream(out.toByteArray()))), whole, "written");
  }

  @Test
  void a_missing_part_is_said_and_not_counted() throws IOException {
    Evidence evidence = read(write("gc.log.0", 0, 6), write("gc.log", 12, LINES.size()));
    assertThat(evidence.gcSeries().problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.where()).isEqualTo("gc.log");
              assertThat(problem.message()).contains("GC(5)", "missing");
            });
    // 1.2 s from the start, and from 3.599 s, where the pause began, to 4 s
    assertThat(gc(evidence).wallNanos()).isEqualTo(1_200_000_000L + 401_000_000L);
  }

  @Test
  void what_rotation_has_overwritten_before_the_first_part_is_no_problem() throws IOException {
    Evidence evidence = read(write("gc.log.0", 6, 10), write("gc.log", 10, LINES.size()));
    assertThat(evidence.gcSeries().problems()).isEmpty();
    assertThat(gc(evidence).wallNanos()).isEqualTo(4_000_000_000L - 1_300_000_000L);
  }

  @Test
  void another_run_and_another_series_are_not_joined() throws IOException {
    GcSummary part = gc(read(write("gc.log.0", 0, 6)));
    GcSummary rest = gc(read(write("other.log", 6, LINES.size())));
    Evidence evidence = read(write("gc.log.0", 0, 6), write("other.log", 6, LINES.size()));
    assertThat(gc(evidence)).isEqualTo(part.merge(rest));
    assertThat(evidence.gcSeries().problems()).isEmpty();
    Path again = Files.writeString(folder.resolve("gc.log"), another(text(0, LINES.size())));
    GcSummary run = gc(read(again));
    assertThat(gc(read(write("gc.log.0", 0, 6), again))).isEqualTo(part.merge(run));
  }

  @Test
  void a_restart_inside_a_part_ends_the_run_before_it() throws IOException {
    String first = text(0, 8);
    String second = text(8, LINES.size()) + another(text(0, 6));
    String third = another(text(6, LINES.size()));
    GcSummary joined = gc(series(first, second, third));
    Path whole = Files.writeString(folder.resolve("whole"), first + second + third);
    SameFacts.sums(joined, gc(read(whole)), "two runs");
    assertThat(joined.wallNanos()).isEqualTo(2 * 4_000_000_000L);
  }

  /** The same run of another JVM, whose pauses are a little longer. */
  private static String another(String lines) {
    return lines.replace(".000ms", ".001ms");
  }

  @Test
  void parts_may_be_packed_each_in_its_own_way() throws Exception {
    GcSummary whole = gc(read(write("whole.log", 0, LINES.size())));
    Path packed = folder.resolve("gc.log.0.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text(0, 6).getBytes(StandardCharsets.US_ASCII));
    }
    SameFacts.sums(gc(read(write("gc.log", 6, LINES.size()), packed)), whole, "gzip");
    Path zip = folder.resolve("logs.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("host/gc.log"));
      out.write(text(6, LINES.size()).getBytes(StandardCharsets.US_ASCII));
      out.putNextEntry(new ZipEntry("host/gc.log.0"));
      out.write(text(0, 6).getBytes(StandardCharsets.US_ASCII));
    }
    SameFacts.sums(gc(read(zip)), whole, "zip");
  }

  @Test
  void rotation_of_jdk_8_goes_on_in_the_next_number() throws IOException {
    String[] parts = LEGACY.split("(?<=Saved as gc.log.[01]\n)", -1);
    Path whole = Files.writeString(folder.resolve("whole"), LEGACY);
    Path zero = Files.writeString(folder.resolve("gc.log.0"), parts[0]);
    Path one = Files.writeString(folder.resolve("gc.log.1"), parts[1]);
    Path two = Files.writeString(folder.resolve("gc.log.2.current"), parts[2]);
    GcSummary gc = gc(read(zero, one, two));
    SameFacts.all(gc, gc(read(whole)), "JDK 8");
    // 100 + (130 - 30) + (150 - 40) KiB from 0 to 6.02 s
    assertThat(gc.allocation().amount()).isEqualTo(310 << 10);
    assertThat(gc.wallNanos()).isEqualTo(6_020_000_000L);
    assertThat(read(zero, two).gcSeries().problems())
        .extracting(Problem::where)
        .containsExactly("gc.log.2.current");
  }

  @Test
  void a_second_jvm_of_jdk_8_in_the_same_file_starts_anew() throws IOException {
    String one = LEGACY.substring(0, LEGACY.indexOf("2016-"));
    String later = one.replace("1.000:", "9.000:");
    Path file = Files.writeString(folder.resolve("gc.log"), one + later);
    assertThat(gc(read(file)).wallNanos()).isEqualTo(1_010_000_000L + 9_010_000_000L);
  }

  private static GcSummary gc(Evidence evidence) {
    return evidence.gc();
  }

  private Evidence series(String... parts) throws IOException {
    Path[] files = new Path[parts.length];
    for (int i = 0; i < parts.length; i++) {
      files[i] = Files.writeString(folder.resolve("gc.log." + i), parts[i]);
    }
    return read(files);
  }

  private Evidence read(Path... files) {
    return new Inputs(folder, List.of(new GcLogReader()))
        .read(Arrays.stream(files).map(Path::toString).toList())
        .evidence();
  }

  private Path write(String name, int from, int to) throws IOException {
    return Files.writeString(folder.resolve(name), text(from, to));
  }

  private static String text(int from, int to) {
    return String.join("", LINES.subList(from, to));
  }
}
