package io.github.rustfit.fleet;

import static io.github.rustfit.fleet.testing.Inputs.LABEL_PATHS;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.fleet.testing.Inputs;
import io.github.rustfit.fleet.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/how-to/run-a-fleet.md} says of tables is so, and every SQL of it runs. */
class FleetPageTest {

  private static final Path PAGE = Path.of("../docs/how-to/run-a-fleet.md");
  private static final Pattern SQL = Pattern.compile("```sql( \\w+)?\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("(?m)^### (.*)$");

  private static String page = "";
  private static Path folder = Path.of("");

  @BeforeAll
  static void runs(@TempDir Path scratch) throws IOException {
    folder = scratch;
    page = Files.readString(PAGE);
    Path in = scratch.resolve("in");
    Inputs.sources(in.resolve("orders/evidence.json"), scratch, "orders");
    Inputs.stacks(in.resolve("orders/1/2026-07-01/a.collapsed"), "orders", 10, 30, 60);
    Inputs.stacks(in.resolve("orders/2/2026-08-01/a.collapsed"), "orders", 20, 60, 20);
    Inputs.stacks(in.resolve("billing/1/2026-10-01/a.collapsed"), "billing", 1, 2, 3);
    Inputs.stacks(in.resolve("copied/1/2026-10-01/a.collapsed"), "billing", 1, 2, 3);
    Inputs.write(in.resolve("billing/1/2026-10-02/b.jfr.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    Run run = Jobs.run(in, scratch.resolve("out"), LABEL_PATHS);
    assertThat(run.exit()).isZero();
  }

  private static List<String> statements(String dialect) {
    List<String> statements = new ArrayList<>();
    for (MatchResult one : SQL.matcher(page).results().collect(toList())) {
      String of = one.group(1) == null ? "" : one.group(1).strip();
      if (of.equals(dialect)) {
        for (String statement : one.group(2).split(";")) {
          if (!statement.isBlank()) {
            statements.add(statement.strip().replace("'out/", "'" + folder.resolve("out") + "/"));
          }
        }
      }
    }
    return statements;
  }

  @Test
  void duckdb_and_spark_answer_every_question_alike() throws Exception {
    List<String> questions = statements("");
    assertThat(questions).hasSize(10);
    List<List<String>> ofDuck = new ArrayList<>();
    try (Duck duck = new Duck(folder.resolve("out"))) {
      for (String view : statements("duckdb")) {
        duck.run(view.replace("CREATE VIEW", "CREATE OR REPLACE VIEW"));
      }
      for (String question : questions) {
        ofDuck.add(duck.rows(question));
      }
    }
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .getOrCreate()) {
      statements("spark").forEach(spark::sql);
      for (int i = 0; i < questions.size(); i++) {
        List<String> rows = new ArrayList<>();
        for (Row row : spark.sql(questions.get(i)).collectAsList()) {
          rows.add(row.mkString("|"));
        }
        assertThat(rows).as(questions.get(i)).containsExactlyInAnyOrderElementsOf(ofDuck.get(i));
      }
    }
  }

  @Test
  void answers_are_those_of_the_inputs() throws SQLException {
    List<String> questions = statements("");
    try (Duck duck = new Duck(folder.resolve("out"))) {
      assertThat(duck.rows(questions.get(4)))
          .extracting(row -> row.substring(0, row.indexOf("|null")))
          .containsExactly("orders|1|2026-07-01", "orders|2|2026-08-01");
      assertThat(duck.rows(questions.get(5))).containsExactly("orders|2026-08-01");
      assertThat(duck.rows(questions.get(6)))
          .extracting(row -> row.substring(0, row.indexOf('|')))
          .containsExactly("billing", "copied");
      assertThat(duck.rows(questions.get(7)))
          .singleElement()
          .asString()
          .startsWith("failed|billing|billing/1/2026-10-02/b.jfr.gz|");
      assertThat(duck.rows(questions.get(8)))
          .singleElement()
          .asString()
          .contains("|2|billing/1/2026-10-01/a.collapsed|copied/1/2026-10-01/a.collapsed");
    }
  }

  @Test
  void the_page_names_every_column_and_no_other() {
    assertThat(columns("portfolio.parquet")).containsExactlyElementsOf(Tables.PORTFOLIO.names());
    assertThat(columns("findings.parquet")).containsExactlyElementsOf(Tables.FINDINGS.names());
    assertThat(columns("inputs.parquet")).containsExactlyElementsOf(Tables.INPUTS.names());
  }

  private static List<String> columns(String table) {
    int begin = page.indexOf("### `" + table + "`");
    assertThat(begin).isNotNegative();
    String rest = page.substring(begin + 3);
    MatchResult next = HEADING.matcher(rest).results().findFirst().orElse(null);
    int end = next == null ? rest.indexOf("\n## ") : next.start();
    List<String> columns = new ArrayList<>();
    for (String line : rest.substring(0, end).split("\n")) {
      if (line.startsWith("| `")) {
        Pattern.compile("`([^`]+)`")
            .matcher(line.substring(1, line.indexOf('|', 1)))
            .results()
            .forEach(one -> columns.add(one.group(1)));
      }
    }
    return columns;
  }
}
