package io.github.rustfit.readers.source.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.patterns.HotPattern;
import io.github.rustfit.engine.patterns.Patterns;
import io.github.rustfit.engine.patterns.SourcePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What fixes were measured to bring ({@code benchmarks/fixes/results.csv}) is what the catalogue
 * and the pages say. With {@code -Drustfit.docs=write} this test writes the figures into the pages;
 * without, it fails where they are others.
 */
class MeasuredFixesTest {

  private static final Path DOCS = Path.of("").toAbsolutePath().resolve("../docs").normalize();
  private static final Path TABLE = DOCS.resolve("explanation/fixes-measured.md");
  private static final Pattern MEASURED =
      Pattern.compile("(?s)\\*\\*Measured\\.\\*\\* .*?\n\n|(?=\\*\\*When it is wrong\\.)");
  private static final Pattern ROWS = Pattern.compile("(?s)(\\|---[^\n]*\n)(?:\\|[^\n]*\n)*");
  private static final int WIDTH = 110;

  private static Map<String, List<MeasuredFix>> byPattern() throws IOException {
    return MeasuredFix.all().stream()
        .collect(Collectors.groupingBy(MeasuredFix::pattern, TreeMap::new, Collectors.toList()));
  }

  @Test
  void at_least_twelve_patterns_are_measured_on_both_jdks() throws IOException {
    assertThat(byPattern().values())
        .filteredOn(rows -> rows.stream().map(MeasuredFix::jdk).distinct().count() == 2)
        .hasSizeGreaterThanOrEqualTo(12);
  }

  /** The limits of the method: 5 % of the CPU, or of the bytes. */
  @Test
  void what_saves_nothing_decides_nothing() throws IOException {
    byPattern()
        .forEach(
            (pattern, rows) -> {
              boolean cpu = rows.stream().anyMatch(row -> row.verdict().equals("pays"));
              boolean bytes =
                  rows.stream().anyMatch(row -> row.verdict().equals("only allocation"));
              HotPattern.Saves measured =
                  cpu
                      ? HotPattern.Saves.CPU
                      : bytes ? HotPattern.Saves.BYTES : HotPattern.Saves.NOTHING;
              assertThat(hot(pattern).saves()).as(pattern).isEqualTo(measured);
            });
    assertThat(Patterns.all())
        .filteredOn(one -> one instanceof HotPattern hot && hot.saves() != HotPattern.Saves.CPU)
        .extracting(SourcePattern::id)
        .isSubsetOf(byPattern().keySet());
  }

  private static HotPattern hot(String pattern) {
    return (HotPattern) Patterns.find(pattern).orElseThrow();
  }

  /** A verdict follows from the figures beside it; the limits are those of the method's page. */
  @Test
  void verdicts_are_those_of_their_figures() throws IOException {
    assertThat(MeasuredFix.all())
        .allSatisfy(
            row -> {
              assertThat(row.low()).isLessThanOrEqualTo(row.gain());
              assertThat(row.high()).isGreaterThanOrEqualTo(row.gain());
              assertThat(row.verdict()).isIn("pays", "only allocation", "does not pay");
              if (row.verdict().equals("pays")) {
                assertThat(row.gain()).isGreaterThanOrEqualTo(1.05);
              } else {
                double saved = 1 - row.left();
                boolean kept = saved >= 0.05 && saved >= row.allocation() / 2;
                assertThat(row.verdict()).isEqualTo(kept ? "only allocation" : "does not pay");
              }
            });
  }

  /** The findings that were judged are of the code that is there now. */
  @Test
  void each_finding_is_a_match_on_its_line_and_the_fix_is_none() throws IOException {
    for (MeasuredFix row : MeasuredFix.all()) {
      String source =
          Files.readString(MeasuredFix.FOLDER.resolve("pairs").resolve(row.pair() + ".java"));
      List<Integer> found = new Snippet(source, 0).linesOf(row.pattern());
      assertThat(found).as(row.pair()).isNotEmpty().containsAll(row.lines());
      int after = source.substring(0, source.indexOf(" after() ")).split("\n", -1).length;
      int end =
          Arrays.stream(source.substring(source.indexOf(" after() ")).split("\n", -1))
                  .toList()
                  .indexOf("  }")
              + after;
      assertThat(found).as(row.pair()).noneMatch(line -> line >= after && line <= end);
    }
  }

  @Test
  void the_pages_say_what_was_measured() throws IOException {
    Map<String, List<MeasuredFix>> measured = byPattern();
    for (SourcePattern pattern : Patterns.all()) {
      Path page = DOCS.resolve("reference/rules/patterns/" + pattern.id() + ".md");
      String old = Files.readString(page);
      List<MeasuredFix> rows = measured.getOrDefault(pattern.id(), List.of());
      String now =
          MEASURED
              .matcher(old)
              .replaceFirst(rows.isEmpty() ? "" : Matcher.quoteReplacement(paragraph(rows)));
      check(page, old, now);
    }
  }

  @Test
  void the_table_says_what_was_measured() throws IOException {
    String old = Files.readString(TABLE);
    StringBuilder rows = new StringBuilder();
    for (MeasuredFix row : MeasuredFix.all()) {
      rows.append("| [`")
          .append(row.pattern())
          .append("`](../reference/rules/patterns/")
          .append(row.pattern())
          .append(".md) | `")
          .append(row.pair())
          .append("` | ")
          .append(row.jdk())
          .append(" | ")
          .append(cost(row))
          .append(" | ")
          .append(MeasuredFix.times(row.gain()))
          .append(" | ")
          .append(MeasuredFix.times(row.low()))
          .append("–")
          .append(MeasuredFix.times(row.high()))
          .append(" | ")
          .append(MeasuredFix.percent(row.left()))
          .append(" | ")
          .append(row.verdict())
          .append(" |\n");
    }
    check(
        TABLE,
        old,
        ROWS.matcher(old).replaceFirst("$1" + Matcher.quoteReplacement(rows.toString())));
  }

  private static String cost(MeasuredFix row) {
    if (row.lines().isEmpty()) {
      return "not confirmed | – | –";
    }
    return MeasuredFix.percent(row.cpu())
        + " | "
        + MeasuredFix.percent(row.allocation())
        + " | "
        + MeasuredFix.times(1 / (1 - Math.min(0.999, row.cpu())));
  }

  private static String paragraph(List<MeasuredFix> rows) {
    Map<String, String> byPair = new TreeMap<>();
    rows.forEach(row -> byPair.merge(row.pair(), row.text(), (one, two) -> one + "; " + two));
    List<String> pairs = new ArrayList<>();
    byPair.forEach((pair, text) -> pairs.add("`" + pair + "` " + text));
    return wrapped(
            "**Measured.** CPU before ÷ after on our pairs, in brackets the extremes of seven pairs of"
                + " [runs](../../../explanation/fixes-measured.md): "
                + String.join(". ", pairs)
                + ".")
        + "\n\n";
  }

  private static String wrapped(String text) {
    StringBuilder lines = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ", -1)) {
      if (used > 0 && used + 1 + word.length() > WIDTH) {
        lines.append('\n');
        used = 0;
      }
      lines.append(used == 0 ? "" : " ").append(word);
      used += (used == 0 ? 0 : 1) + word.length();
    }
    return lines.toString();
  }

  private static void check(Path page, String old, String now) throws IOException {
    if ("write".equals(System.getProperty("rustfit.docs"))) {
      Files.writeString(page, now);
    } else {
      assertThat(old).as("%s; write it with -Drustfit.docs=write", page).isEqualTo(now);
    }
  }
}
