package io.github.rustfit.plugin.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.InputReader;
import io.github.rustfit.readers.input.InputReaders;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of the samples and of the readers' tests, exported as the goal does. */
@SuppressWarnings("NullAway.Init") // JUnit makes the folder
class RecordingExportsTest {

  private static final Path SAMPLE =
      Path.of("..", "sample-projects", "read-states", "rustfit", "recording.jfr.gz");
  private static final Path RECORDINGS =
      Path.of("..", "readers", "src", "test", "resources", "recordings");
  private static final Set<ExportFormat> ALL = Set.of(ExportFormat.values());

  @TempDir Path folder = Path.of("");

  /**
   * What was exported.
   *
   * @param files content by name
   * @param problems why others are not there
   * @param evidence what was read meanwhile
   */
  private record Exported(Map<String, byte[]> files, List<Problem> problems, Evidence evidence) {

    String text(String name) {
      return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    /** The sum of the numbers at the ends of the lines. */
    long sum(String name) {
      return text(name).lines().mapToLong(RecordingExportsTest::number).sum();
    }
  }

  private static long number(String line) {
    return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
  }

  private static List<InputReader> readers() {
    return InputReaders.load(RecordingExportsTest.class.getClassLoader()).readers();
  }

  private Exported export(Set<ExportFormat> formats) throws IOException {
    try (RecordingExports exports = new RecordingExports(formats)) {
      Evidence evidence =
          new Inputs(folder, readers().stream().map(exports::watched).toList())
              .read(List.of("."))
              .evidence();
      Map<String, byte[]> files = new TreeMap<>();
      for (Map.Entry<String, Path> file : exports.files().entrySet()) {
        files.put(file.getKey(), Files.readAllBytes(file.getValue()));
      }
      return new Exported(files, exports.problems(), evidence);
    }
  }

  private Exported export(Path recording, String as, Set<ExportFormat> formats) throws IOException {
    Files.copy(recording, folder.resolve(as));
    return export(formats);
  }

  private static byte[] unpacked(Path packed) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  /** The expected figures are those of the JDK's own parser. */
  @Test
  void a_recording_of_the_jdk_has_its_samples_in_every_format() throws Exception {
    Exported exported = export(SAMPLE, "app.jfr.gz", ALL);
    assertThat(exported.problems()).isEmpty();
    assertThat(exported.files())
        .containsOnlyKeys(
            "app-jfr-gz-allocation-heatmap.html",
            "app-jfr-gz-allocation.collapsed",
            "app-jfr-gz-allocation.pprof",
            "app-jfr-gz-cpu-heatmap.html",
            "app-jfr-gz-cpu.collapsed",
            "app-jfr-gz-cpu.pprof");
    Path unpacked = Files.write(folder.resolve("unpacked.jfr"), unpacked(SAMPLE));
    long samples = 0;
    long bytes = 0;
    for (RecordedEvent event : RecordingFile.readAllEvents(unpacked)) {
      if (event.getStackTrace() != null) {
        switch (event.getEventType().getName()) {
          case "jdk.ExecutionSample" -> samples++;
          case "jdk.ObjectAllocationSample" -> bytes += event.getLong("weight");
          default -> {}
        }
      }
    }
    assertThat(exported.sum("app-jfr-gz-cpu.collapsed")).isEqualTo(samples).isPositive();
    assertThat(exported.sum("app-jfr-gz-allocation.collapsed")).isEqualTo(bytes).isPositive();
    assertThat(exported.text("app-jfr-gz-cpu.collapsed"))
        .contains("io.github.rustfit.samples.readstates.cache.MarkerShard.update")
        .doesNotContain("socketAccept", "epollWait");

    Files.delete(unpacked);
    Files.delete(folder.resolve("app.jfr.gz"));
    Files.write(folder.resolve("cpu.pprof"), exported.files().get("app-jfr-gz-cpu.pprof"));
    Evidence read = new Inputs(folder, readers()).read(List.of("cpu.pprof")).evidence();
    assertThat(read.profile().total(SampleKind.CPU).samples()).isEqualTo(samples);
  }

  /** The expected figures were printed by other tools when the recordings were made. */
  @Test
  void samples_are_those_that_the_report_counts() throws IOException {
    for (String[] row :
        List.of(
            new String[] {"async-cpu.jfr", "stacks", "jdk.ExecutionSample"},
            new String[] {"async-multi.jfr", "stacks", "jdk.ExecutionSample"},
            new String[] {"jdk17-profile.jfr", "count", "jdk.ExecutionSample"},
            new String[] {"jdk25-cputime.jfr", "count", "jdk.CPUTimeSample"})) {
      Path file = folder.resolve(row[0] + ".gz");
      Exported exported =
          export(
              RECORDINGS.resolve(row[0] + ".gz"), row[0] + ".gz", Set.of(ExportFormat.COLLAPSED));
      String name = row[0].replace('.', '-') + "-gz-cpu.collapsed";
      assertThat(exported.sum(name)).as(row[0]).isEqualTo(expected(row));
      assertThat(
              Stream.of(SampleKind.CPU, SampleKind.COMPILER, SampleKind.COLLECTOR, SampleKind.VM)
                  .mapToLong(kind -> exported.evidence().profile().total(kind).samples())
                  .sum())
          .as(row[0])
          .isEqualTo(expected(row));
      Files.delete(file);
    }
  }

  private static long expected(String... row) throws IOException {
    return Files.readAllLines(RECORDINGS.resolve("expected.tsv")).stream()
        .map(line -> line.split("\t"))
        .filter(cells -> Arrays.equals(Arrays.copyOf(cells, 3), row) && cells[3].isEmpty())
        .mapToLong(cells -> Long.parseLong(cells[4]))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void stacks_without_times_become_collapsed_ones_and_what_cannot_be_is_told() throws IOException {
    Files.copy(RECORDINGS.resolve("async-cpu.pprof.gz"), folder.resolve("cpu.pprof.gz"));
    Files.copy(
        RECORDINGS.resolve("async-cpu-annotated.collapsed.gz"), folder.resolve("cpu.collapsed.gz"));
    Exported exported = export(ALL);
    assertThat(exported.files())
        .containsOnlyKeys("cpu-collapsed-gz-cpu.collapsed", "cpu-pprof-gz-cpu.collapsed");
    // gzip -dc async-cpu-annotated.collapsed.gz | awk '{n += $NF} END {print n}', as expected.sh
    // does
    assertThat(exported.sum("cpu-collapsed-gz-cpu.collapsed"))
        .isEqualTo(expected("async-cpu-annotated.collapsed", "stacks", "jdk.ExecutionSample"));
    assertThat(exported.problems())
        .extracting(Problem::where)
        .containsExactlyInAnyOrder(
            "cpu.collapsed.gz", "cpu.collapsed.gz", "cpu.pprof.gz", "cpu.pprof.gz");
    assertThat(exported.problems())
        .anySatisfy(one -> assertThat(one.text()).contains("does not say when a sample was taken"))
        .anySatisfy(one -> assertThat(one.text()).contains("only JFR recordings are"));
  }

  @Test
  void equal_recordings_give_equal_bytes() throws IOException {
    Exported first = export(RECORDINGS.resolve("async-cpu.jfr.gz"), "a.jfr.gz", ALL);
    Exported second = export(ALL);
    assertThat(second.files().keySet()).isEqualTo(first.files().keySet()).hasSize(3);
    first
        .files()
        .forEach((name, bytes) -> assertThat(second.files().get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void names_come_from_paths_and_never_lead_anywhere() throws IOException {
    byte[] recording = unpacked(RECORDINGS.resolve("async-cpu.jfr.gz"));
    Path zip = folder.resolve("all.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (String name :
          List.of(
              "../../../evil.jfr",
              "/etc/evil.jfr",
              "-o html.jfr",
              "\n\u202E;$(id).jfr",
              "a.jfr",
              "a jfr")) {
        entries.putNextEntry(new ZipEntry(name));
        entries.write(recording);
      }
    }
    Exported exported = export(Set.of(ExportFormat.COLLAPSED));
    assertThat(exported.files()).hasSize(6);
    assertThat(exported.files().keySet()).allMatch(name -> name.matches("[a-z0-9-]+\\.collapsed"));
    assertThat(exported.files().values().stream().map(Arrays::hashCode).distinct()).hasSize(1);
  }

  /** The recording twice, as chunks after each other: the second one is cut or wild. */
  @Test
  void a_damaged_recording_is_exported_or_a_problem_by_name() throws IOException {
    byte[] whole = unpacked(RECORDINGS.resolve("async-cpu.jfr.gz"));
    byte[] twice = Arrays.copyOf(whole, 2 * whole.length);
    System.arraycopy(whole, 0, twice, whole.length, whole.length);
    byte[] wild = twice.clone();
    for (int at = whole.length * 3 / 2; at < wild.length; at += 7) {
      wild[at] = (byte) 0xFF;
    }
    Files.write(folder.resolve("cut.jfr"), Arrays.copyOf(twice, whole.length * 5 / 3));
    Files.write(folder.resolve("wild.jfr"), wild);
    Exported exported = export(ALL);
    Evidence plain = new Inputs(folder, readers()).read(List.of(".")).evidence();
    assertThat(exported.evidence()).isEqualTo(plain);
    for (String name : List.of("cut", "wild")) {
      List<String> told =
          exported.problems().stream()
              .filter(one -> one.where().equals(name + ".jfr"))
              .map(Problem::text)
              .toList();
      if (told.isEmpty()) {
        assertThat(exported.sum(name + "-jfr-cpu.collapsed")).isGreaterThanOrEqualTo(104);
      } else {
        assertThat(told).hasSize(1).allMatch(text -> text.contains("The converter "));
        assertThat(told).noneMatch(text -> text.contains("\n") || text.contains("\tat "));
      }
    }
    assertThat(exported.problems()).isNotEmpty();
  }

  @Test
  void nothing_is_done_unasked() {
    InputReader reader = readers().get(0);
    assertThat(new RecordingExports(Set.of()).watched(reader)).isSameAs(reader);
  }
}
