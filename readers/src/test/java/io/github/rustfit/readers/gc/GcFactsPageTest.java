package io.github.rustfit.readers.gc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.gc.GcFacts.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The reference page's table of facts is made from the table that the readers ask. With {@code
 * -Drustfit.docs=write} this test writes it anew; without, it fails when the page is out of date.
 */
class GcFactsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "reference", "gc-facts.md");

  private static final String BEGIN =
      "<!-- Made from facts.csv by GcFactsPageTest; CONTRIBUTING.md says how. -->\n";

  /** So many collectors are rather named as those that do not. */
  private static final int FEW = 2;

  private static final String END = "<!-- End of what is made. -->\n";

  @Test
  void the_page_says_what_the_table_says() throws IOException {
    String page = Files.readString(PAGE, UTF_8);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    String expected = page.substring(0, from) + table() + page.substring(page.indexOf(END));
    if ("write".equals(System.getProperty("rustfit.docs"))) {
      Files.writeString(PAGE, expected, UTF_8);
    }
    assertThat(Files.readString(PAGE, UTF_8)).isEqualTo(expected);
  }

  private static String table() {
    StringBuilder text =
        new StringBuilder(
            """
            | Fact | Unified logs | Logs up to JDK 8 | Recordings |
            |---|---|---|---|
            """);
    for (GcFact fact : GcFact.values()) {
      text.append("| ").append(fact.title());
      for (GcSource source : GcSource.values()) {
        text.append(" | ").append(cell(fact, source));
      }
      text.append(" |\n");
    }
    return text.toString();
  }

  private static String cell(GcFact fact, GcSource source) {
    List<Row> rows =
        GcFacts.table().rows().stream()
            .filter(row -> row.fact() == fact && row.source() == source)
            .toList();
    Map<String, Set<String>> collectors = new LinkedHashMap<>();
    Set<String> all = all(source);
    for (Row row : rows) {
      boolean every = row.collectors().contains(GcFacts.EVERY);
      for (String collector : every ? all : new TreeSet<>(row.collectors())) {
        boolean whole = !every && fact != GcFact.COLLECTOR && covers(row, collector);
        String shown =
            new TreeSet<>(row.shownBy())
                .stream().map(one -> "`" + one + "`").collect(Collectors.joining(" and "));
        String key = shown + "|" + (whole ? "" : jdks(row));
        collectors.computeIfAbsent(key, none -> new TreeSet<>()).add(collector);
      }
    }
    return rows.isEmpty()
        ? "no"
        : collectors.entrySet().stream()
            .map(entry -> words(entry.getKey(), entry.getValue(), all))
            .collect(Collectors.joining("; "));
  }

  /** Names of all collectors that such a source can be of. */
  private static Set<String> all(GcSource source) {
    Set<String> all =
        GcFacts.table().rows().stream()
            .filter(row -> row.source() == source)
            .flatMap(row -> row.collectors().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    all.remove(GcFacts.EVERY);
    return all;
  }

  /** Whether the row is of all JDKs that have the collector. */
  private static boolean covers(Row row, String collector) {
    if (row.source() == GcSource.LEGACY) {
      return false;
    }
    return GcFacts.table().rows().stream()
        .filter(one -> one.fact() == GcFact.COLLECTOR && one.source() == GcSource.LOG)
        .filter(one -> one.collectors().contains(collector))
        .allMatch(
            one ->
                row.first() <= Math.max(one.first(), row.source().firstJdk())
                    && row.last() >= Math.min(one.last(), row.source().lastJdk()));
  }

  private static String words(String key, Set<String> collectors, Set<String> all) {
    String[] parts = key.split("\\|", -1);
    Set<String> others = new TreeSet<>(all);
    others.removeAll(collectors);
    String names =
        others.isEmpty()
            ? ""
            : others.size() <= FEW
                ? "not " + String.join(", ", others)
                : String.join(", ", collectors);
    String when = names + (names.isEmpty() || parts[1].isEmpty() ? "" : "; ") + parts[1];
    return parts[0] + (when.isEmpty() ? "" : " (" + when + ")");
  }

  /** Which JDKs, unless it is all that have such a source. */
  private static String jdks(Row row) {
    boolean always = row.first() == row.source().firstJdk();
    boolean still = row.last() == row.source().lastJdk();
    if (row.first() == row.last()) {
      return "JDK " + row.first();
    }
    if (still) {
      return always ? "" : "from JDK " + row.first();
    }
    return (always ? "up to JDK " : "JDK " + row.first() + " to ") + row.last();
  }
}
