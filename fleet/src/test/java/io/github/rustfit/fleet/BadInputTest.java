package io.github.rustfit.fleet;

import static io.github.rustfit.fleet.testing.Inputs.LABEL_PATHS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.fleet.testing.FailingFileSystem;
import io.github.rustfit.fleet.testing.Inputs;
import io.github.rustfit.fleet.testing.PoisonedReader;
import io.github.rustfit.fleet.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people and machines do to the job: whatever it is, it is said by name, and nothing hides.
 */
class BadInputTest {

  @AfterEach
  void forgetStore() {
    FailingFileSystem.use(false);
  }

  @Test
  void poison_fails_by_name_and_the_rest_is_read(@TempDir Path scratch)
      throws IOException, SQLException {
    Path in = scratch.resolve("in");
    for (String how : List.of("memory", "stack", "class", "error", "exception")) {
      Inputs.write(in.resolve("a/1/d/" + how + ".bin"), PoisonedReader.MARK + how);
    }
    Inputs.stacks(in.resolve("a/1/d/good.collapsed"), "a", 1, 2, 3);
    Run run = Jobs.run(in, scratch.resolve("out"), LABEL_PATHS);
    assertThat(run.exit()).isZero();
    try (Duck duck = new Duck(run.folder())) {
      assertThat(duck.rows("SELECT path, status FROM inputs ORDER BY path"))
          .containsExactly(
              "a/1/d/class.bin|failed",
              "a/1/d/error.bin|failed",
              "a/1/d/exception.bin|failed",
              "a/1/d/good.collapsed|read",
              "a/1/d/memory.bin|failed",
              "a/1/d/stack.bin|failed");
      assertThat(duck.rows("SELECT recordings FROM portfolio")).containsExactly("1");
      assertThat(duck.rows("SELECT problem FROM inputs WHERE path LIKE '%stack.bin'").get(0))
          .contains("StackOverflowError");
      assertThat(duck.rows("SELECT problem FROM inputs WHERE path LIKE '%memory.bin'").get(0))
          .contains("ran out of memory", "spark.executor.memory")
          .doesNotContain("Maven");
    }
    assertThat(run.err()).contains("stack.bin", "memory.bin", "class.bin", "error.bin");
  }

  @Test
  void what_a_store_does_not_give_is_named_and_the_job_does_not_end_well(@TempDir Path scratch)
      throws IOException, SQLException {
    FailingFileSystem.use(true);
    Path in = scratch.resolve("in");
    Inputs.stacks(in.resolve("a/1/d/gone.collapsed"), "a", 1, 2, 3);
    Inputs.stacks(in.resolve("a/1/d/here.collapsed"), "a", 3, 2, 1);
    Run run = Jobs.run(in, scratch.resolve("out"), LABEL_PATHS);
    assertThat(run.err()).contains("a/1/d/gone.collapsed", "503 slow down", "not given");
    assertThat(run.exit()).isEqualTo(2);
    try (Duck duck = new Duck(run.folder())) {
      assertThat(duck.rows("SELECT path, status, service FROM inputs ORDER BY path"))
          .containsExactly("a/1/d/gone.collapsed|not-fetched|a", "a/1/d/here.collapsed|read|a");
    }
  }

  @Test
  void a_store_that_cannot_be_listed_ends_the_job_by_name(@TempDir Path scratch)
      throws IOException {
    FailingFileSystem.use(true);
    Inputs.stacks(scratch.resolve("closed/a.collapsed"), "a", 1, 2, 3);
    Run run = Jobs.run(scratch.resolve("closed"), scratch.resolve("out"), List.of());
    assertThat(run.err()).contains("closed", "403 forbidden");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(scratch.resolve("out")).doesNotExist();
  }

  @Test
  void hostile_labels_stay_labels(@TempDir Path scratch) throws IOException, SQLException {
    Path in = scratch.resolve("in");
    List<String> services =
        List.of(
            "<script>alert(1)</script>",
            "'; DROP TABLE portfolio; --",
            "=HYPERLINK(\"http://example.org\")",
            "..",
            ".hidden",
            "_no-service",
            "a/../../../../escape",
            "\u202Egnp.exe",
            "x".repeat(200));
    StringBuilder list = new StringBuilder("path,service,version\n");
    for (int i = 0; i < services.size(); i++) {
      Inputs.stacks(in.resolve(i + ".collapsed"), "p" + i, 1, 2, 3);
      list.append(i + ".collapsed,\"" + services.get(i).replace("\"", "\"\"") + "\",../1\n");
    }
    Path labels = scratch.resolve("labels.csv");
    Inputs.write(labels, list.toString());
    Path out = scratch.resolve("deep/out");
    Run run = Jobs.run(in, out, List.of("--label-list=" + labels));
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    try (Duck duck = new Duck(out)) {
      assertThat(duck.rows("SELECT service FROM portfolio"))
          .containsExactlyInAnyOrderElementsOf(services);
      for (String place : duck.rows("SELECT evidence FROM portfolio")) {
        Path file = out.resolve(place).normalize();
        assertThat(file).startsWith(out.resolve("evidence")).isRegularFile();
        assertThat(place)
            .matches(
                "evidence/[A-Za-z0-9~][A-Za-z0-9._~-]*/~2E~2E~2F1/evidence.json|"
                    + "evidence/[A-Za-z0-9~][A-Za-z0-9._~-]*/~2E\\.~2F1/evidence.json");
      }
    }
    try (Stream<Path> beside = Files.list(scratch.resolve("deep"))) {
      assertThat(beside).containsExactly(out);
    }
    Document page = Jsoup.parse(Files.readString(out.resolve("portfolio.html")));
    assertThat(page.select("#services-table tbody th").eachText())
        .contains("<script>alert(1)</script>", "'; DROP TABLE portfolio; --");
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("#services-table script, #services-table img")).isEmpty();
  }

  @Test
  void results_never_replace_what_somebody_else_wrote(@TempDir Path scratch) throws IOException {
    Path in = scratch.resolve("in");
    Inputs.stacks(in.resolve("a.collapsed"), "a", 1, 2, 3);
    Path out = scratch.resolve("out");
    Inputs.write(out.resolve("evidence/mine.txt"), "mine");
    Run run = Jobs.run(in, out, List.of());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("evidence", "--out");
    assertThat(out.resolve("evidence/mine.txt")).hasContent("mine");
    assertThat(Jobs.run(in, in, List.of()).err()).contains("is an input");
  }

  @Test
  void what_cannot_be_understood_is_refused_before_anything_is_read(@TempDir Path scratch)
      throws IOException {
    Path in = scratch.resolve("in");
    Inputs.stacks(in.resolve("a.collapsed"), "a", 1, 2, 3);
    Path policy = scratch.resolve("rustfit.yaml");
    Inputs.write(policy, "version: 1\nnonsense: true\n");
    Path out = scratch.resolve("out");
    assertThat(Jobs.run(in, out, List.of("--policy=" + policy)))
        .satisfies(run -> assertThat(run.exit()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("nonsense", "Nothing was read"));
    assertThat(Jobs.run(in, out, List.of("--label-paths={planet}/x")).err())
        .contains("--label-paths", "{planet}");
    assertThat(Jobs.run(in, out, List.of("--hosts=maybe")).err()).contains("--hosts");
    assertThat(Jobs.run(in, out, List.of("--policy=" + scratch + "/{service}.yml")).err())
        .contains("No policy lies at");
    assertThat(Jobs.run(scratch.resolve("none"), out, List.of()).err()).contains("none");
    assertThat(Jobs.run(in, out, List.of("--patitions=3")).err()).contains("--patitions");
    assertThat(out).doesNotExist();
  }

  @Test
  void a_policy_of_a_service_counts_for_it_alone(@TempDir Path scratch)
      throws IOException, SQLException {
    Path in = scratch.resolve("in");
    Inputs.sources(in.resolve("a/evidence.json"), scratch, "a");
    Inputs.stacks(in.resolve("a/1/d/x.collapsed"), "a", 10, 20, 70);
    Inputs.stacks(in.resolve("b/1/d/x.collapsed"), "b", 1, 2, 3);
    Inputs.write(
        scratch.resolve("policies/a.yaml"),
        "version: 1\ncurrency: EUR\nfleet:\n  instances: 10\n  memoryGiB: 4\n  vCpus: 2\n"
            + "  pricePerGiBYear: 50\n  pricePerVCpuYear: 300\n");
    Run run =
        Jobs.run(
            in,
            scratch.resolve("out"),
            LABEL_PATHS,
            "--policy=" + scratch.resolve("policies/{service}.yaml"));
    assertThat(run.exit()).isZero();
    try (Duck duck = new Duck(run.folder())) {
      // 10 instances of 2 vCPUs at 300, and of 4 GiB at 50.
      assertThat(
              duck.rows(
                  "SELECT DISTINCT service, currency, instances, cpu_year, machines_year,"
                      + " missing LIKE '%policy of the service%' FROM portfolio ORDER BY service"))
          .containsExactly("a|EUR|10.0|6000.0|8000.0|false", "b|null|null|null|null|true");
    }
  }
}
