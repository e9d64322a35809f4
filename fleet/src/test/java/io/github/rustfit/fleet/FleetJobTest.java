package io.github.rustfit.fleet;

import static io.github.rustfit.fleet.testing.Inputs.LABEL_PATHS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.fold.FoldRule;
import io.github.rustfit.engine.fold.Folder;
import io.github.rustfit.engine.fold.OwnCode;
import io.github.rustfit.fleet.testing.Inputs;
import io.github.rustfit.fleet.testing.Run;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.readers.input.InputReaders;
import io.github.rustfit.readers.labels.Hosts;
import io.github.rustfit.readers.labels.Labelling;
import io.github.rustfit.readers.labels.Manifest;
import io.github.rustfit.readers.labels.PathLabels;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Labels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job on small inputs of three services, one of them in two versions and with sources. What is
 * expected is counted by hand from the stacks below, or comes from one goal's reading all files of
 * a version at once.
 */
class FleetJobTest {

  private static Path scratch = Path.of("");
  private static Path in = Path.of("");
  private static Run run = new Run(0, "", "", Path.of(""));

  @BeforeAll
  static void runs(@TempDir Path folder) throws IOException {
    scratch = folder;
    in = scratch.resolve("in");
    Inputs.sources(in.resolve("orders/evidence.json"), scratch, "orders");
    Inputs.stacks(in.resolve("orders/1.9/2026-10-01/pod-1.collapsed"), "orders", 10, 30, 60);
    Inputs.stacks(in.resolve("orders/1.9/2026-10-02/pod-2.collapsed"), "orders", 30, 10, 60);
    // The same content under another name, which counts once.
    Inputs.stacks(in.resolve("orders/1.9/2026-10-03/pod-3.collapsed"), "orders", 30, 10, 60);
    Inputs.stacks(in.resolve("orders/1.10/2026-11-01/pod-1.collapsed"), "orders", 5, 90, 5);
    Inputs.gcLog(in.resolve("orders/1.10/2026-11-01/gc.log.0"), 0, 60, 20);
    Inputs.gcLog(in.resolve("orders/1.10/2026-11-01/gc.log"), 60, 60, 20);
    byte[] recording = Inputs.recording("jdk17-profile.jfr.gz");
    Inputs.write(in.resolve("demo/2/2026-10-01/a.jfr"), recording);
    Inputs.write(in.resolve("demo/2/2026-10-01/b.jfr"), Arrays.copyOf(recording, 9_000));
    Inputs.write(in.resolve("demo/2/2026-10-01/c.jfr"), Inputs.recording("async-multi.jfr.gz"));
    Inputs.stacks(in.resolve("stray.collapsed"), "stray", 1, 2, 3);
    Inputs.write(in.resolve("README.md"), "No input.\n");
    run = Jobs.run(in, scratch.resolve("out"), LABEL_PATHS);
  }

  @Test
  void says_what_became_of_every_file() throws SQLException {
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("Reading 12 files.", "10 read,", "1 failed", "1 passed over");
    try (Duck duck = new Duck(run.folder())) {
      assertThat(
              duck.rows("SELECT path, kind, service, version, host, status FROM inputs ORDER BY 1"))
          .containsExactly(
              "README.md|unknown|null|null|null|passed-over",
              "demo/2/2026-10-01/a.jfr|jfr|demo|2|a|read",
              "demo/2/2026-10-01/b.jfr|jfr|demo|2|b|failed",
              "demo/2/2026-10-01/c.jfr|jfr|demo|2|c|read",
              "orders/1.10/2026-11-01/gc.log|gc-log|orders|1.10|gc|read",
              "orders/1.10/2026-11-01/gc.log.0|gc-log|orders|1.10|gc|read",
              "orders/1.10/2026-11-01/pod-1.collapsed|collapsed|orders|1.10|pod-1|read",
              "orders/1.9/2026-10-01/pod-1.collapsed|collapsed|orders|1.9|pod-1|read",
              "orders/1.9/2026-10-02/pod-2.collapsed|collapsed|orders|1.9|pod-2|read",
              "orders/1.9/2026-10-03/pod-3.collapsed|collapsed|orders|1.9|pod-3|read",
              "orders/evidence.json|evidence|orders|null|null|read",
              "stray.collapsed|collapsed|null|null|null|read");
    }
    assertThat(run.err()).contains("demo/2/2026-10-01/b.jfr");
  }

  @Test
  void shares_are_those_that_a_hand_counts() throws SQLException {
    try (Duck duck = new Duck(run.folder())) {
      // 1.9: 10 + 30 and 30 + 10 of 200; 1.10: 5 and 90 of 100.
      assertThat(
              duck.rows(
                  "SELECT version, component, cpu_share, recordings, gc_logs, sources FROM portfolio"
                      + " WHERE service = 'orders' ORDER BY ALL"))
          .containsExactly(
              "1.10|orders/api|0.05|1|2|service",
              "1.10|orders/price|0.9|1|2|service",
              "1.9|orders/api|0.2|2|0|service",
              "1.9|orders/price|0.2|2|0|service");
      assertThat(
              duck.rows(
                  "SELECT count(*) FROM portfolio WHERE cpu_share_low >= cpu_share"
                      + " OR cpu_share_high <= cpu_share"))
          .containsExactly("0");
    }
  }

  @Test
  void what_is_unknown_is_null_and_said() throws SQLException {
    try (Duck duck = new Duck(run.folder())) {
      assertThat(
              duck.rows(
                  "SELECT service, component, verdict, cpu_share, worth_year, missing FROM portfolio"
                      + " WHERE service IS NULL OR service = 'demo' ORDER BY service"))
          .containsExactly(
              "demo|null|null|null|null|instances, prices, sources",
              "null|null|null|null|null|allocation samples, collections, instances, prices,"
                  + " process cpu, service, sources, version");
      assertThat(
              duck.rows(
                  "SELECT DISTINCT cpu_cores, recorded_seconds, gc_pause_p99_ms FROM portfolio"
                      + " WHERE version = '1.9'"))
          .containsExactly("null|null|null");
    }
  }

  @Test
  void rotated_logs_are_one() throws SQLException {
    try (Duck duck = new Duck(run.folder())) {
      // 119 pauses of 20 ms; 118 s lie between the first and the last, whatever counts at the ends.
      assertThat(
              duck.rows(
                  "SELECT DISTINCT gc_pause_p99_ms BETWEEN 19.8 AND 20.2,"
                      + " gc_pause_share BETWEEN 0.0195 AND 0.0205 FROM portfolio"
                      + " WHERE version = '1.10'"))
          .containsExactly("true|true");
    }
  }

  @Test
  void evidence_is_that_of_one_goal_that_reads_all() throws Exception {
    assertThat(run.evidence("orders", "1.9"))
        .isEqualTo(atOnce("orders/1.9", "orders/evidence.json"));
    assertThat(run.evidence("orders", "1.10"))
        .isEqualTo(atOnce("orders/1.10", "orders/evidence.json"));
    assertThat(run.evidence("demo", "2")).isEqualTo(atOnce("demo/2", ""));
    assertThat(run.evidence("_no-service", "_no-version")).isEqualTo(atOnce("stray.collapsed", ""));
  }

  private static byte[] atOnce(String request, String sources) throws Exception {
    Labelling labelling =
        new Labelling(
            Labels.NONE,
            Optional.of(PathLabels.of("{service}/{version}/{date}/{host}.*")),
            Manifest.NONE,
            Hosts.KEEP);
    Evidence read =
        new io.github.rustfit.readers.input.Inputs(
                in, InputReaders.load(FleetJobTest.class.getClassLoader()).readers())
            .labelled(labelling)
            .read(List.of(request))
            .evidence();
    Evidence code =
        sources.isEmpty()
            ? Evidence.EMPTY
            : EvidenceJson.read(new ByteArrayInputStream(Files.readAllBytes(in.resolve(sources))));
    Folder folder = new Folder(FoldRule.DEFAULT, OwnCode.of(code.sources()));
    folder.add(code);
    folder.add(read);
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    EvidenceJson.write(folder.evidence(), json);
    return json.toByteArray();
  }

  @Test
  void dumps_that_overlap_count_what_they_share_once(@TempDir Path folder) throws Exception {
    // A recording is a row of chunks: of three here, one dump has the first two, one the last two.
    byte[] first = unpacked("jdk17-profile.jfr.gz");
    byte[] second = unpacked("jdk17-default.jfr.gz");
    byte[] third = unpacked("jdk17-tlab.jfr.gz");
    Path dumps = folder.resolve("in");
    Inputs.write(dumps.resolve("overlapping/1/d/a.jfr"), joined(first, second));
    Inputs.write(dumps.resolve("overlapping/1/d/b.jfr"), joined(second, third));
    Inputs.write(dumps.resolve("apart/1/d/a.jfr"), joined(first, second));
    Inputs.write(dumps.resolve("apart/1/d/b.jfr"), third);
    Run both = Jobs.run(dumps, folder.resolve("out"), LABEL_PATHS);
    assertThat(both.exit()).isZero();
    try (Duck duck = new Duck(both.folder())) {
      assertThat(
              duck.rows(
                  "SELECT COUNT(*), COUNT(DISTINCT recorded_seconds), COUNT(DISTINCT cpu_cores),"
                      + " COUNT(DISTINCT gc_pause_share), MIN(recordings) FROM portfolio"))
          .containsExactly("2|1|1|1|2");
    }
  }

  private static byte[] unpacked(String name) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(Inputs.recording(name)))) {
      return in.readAllBytes();
    }
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @Test
  void partitions_change_no_byte() {
    for (String partitions : List.of("1", "3", "17")) {
      Run other =
          Jobs.run(
              in,
              scratch.resolve("out-" + partitions),
              LABEL_PATHS,
              "--partitions=" + partitions,
              "--master=local[" + partitions.charAt(0) + "]");
      assertThat(other.files()).isEqualTo(run.files());
    }
  }

  @Test
  void a_second_run_replaces_the_first() throws IOException {
    Path out = scratch.resolve("again");
    Jobs.run(in.resolve("demo"), out, List.of("--labels=service=other"));
    assertThat(out.resolve("evidence/other")).exists();
    Run second = Jobs.run(in, out, LABEL_PATHS);
    assertThat(second.files()).isEqualTo(run.files());
    assertThat(out.resolve("evidence/other")).doesNotExist();
  }

  @Test
  void hosts_can_be_dropped_everywhere() throws IOException {
    Path out = scratch.resolve("dropped");
    Run dropped =
        Jobs.run(
            in.resolve("orders/1.9"),
            out,
            List.of("--label-paths={date}/{host}.collapsed"),
            "--hosts=drop");
    assertThat(dropped.exit()).isZero();
    for (String file : dropped.files().keySet()) {
      assertThat(Files.readString(out.resolve(file), java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain("pod-1");
    }
  }
}
