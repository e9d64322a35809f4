package io.github.rustfit.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.fleet.testing.Run;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The run that the README begins with. The verdicts are those that {@code verify.groovy} of each
 * sample asks of a report.
 */
class SampleTest {

  @Test
  void samples_get_the_verdicts_that_they_must_get(@TempDir Path out) throws SQLException {
    Run run =
        Jobs.run(
            out.resolve("sample"),
            List.of(
                "../sample-projects/*/rustfit",
                "sample/evidence",
                "--label-paths={service}/rustfit/*",
                "--label-paths={service}/evidence.json",
                "--policy=../sample-projects/{service}/rustfit.yaml"));
    assertThat(run.err().strip())
        .startsWith(
            "warning: limit verdicts.review-for-rust (not review-for-rust) is crossed by"
                + " edge-worker, edge-worker/image: comes out as review-for-rust,")
        .doesNotContain("\n");
    assertThat(run.exit()).isZero();
    try (Duck duck = new Duck(run.folder())) {
      assertThat(
              duck.rows(
                  "SELECT component, verdict FROM portfolio WHERE component IN"
                      + " ('edge-worker/image', 'etl-pipeline/aggregate', 'crud-api/repository')"
                      + " ORDER BY component"))
          .containsExactly(
              "crud-api/repository|keep-in-java",
              "edge-worker/image|review-for-rust",
              "etl-pipeline/aggregate|keep-in-java");
    }
  }
}
