package io.github.rustfit.readers.source.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.patterns.DefectPattern;
import io.github.rustfit.engine.patterns.HotPattern;
import io.github.rustfit.engine.patterns.Patterns;
import io.github.rustfit.engine.patterns.SourcePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every pattern has its page, and the page is true: its example before has the pattern exactly on
 * the marked lines, and its example after does not.
 */
class PatternPagesTest {

  private static final Path PAGES =
      Path.of("").toAbsolutePath().resolve("../docs/reference/rules/patterns").normalize();
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)\n```");

  @TestFactory
  Stream<DynamicTest> the_page_is_true() {
    return Patterns.all().stream()
        .map(pattern -> DynamicTest.dynamicTest(pattern.id(), () -> check(pattern)));
  }

  private static void check(SourcePattern pattern) throws IOException {
    String page = Files.readString(PAGES.resolve(pattern.id() + ".md"));
    String flowing = page.replaceAll("\\s+", " ");
    assertThat(page).startsWith("# " + pattern.title() + " (`" + pattern.id() + "`)\n");
    assertThat(flowing).contains("**Fix.** " + pattern.remedy());
    assertThat(flowing).contains("**When it is wrong.**", "**Prior art.**");
    assertThat(flowing)
        .contains("| Precision | " + pattern.precision().name().toLowerCase(Locale.ROOT) + ":");
    if (pattern instanceof HotPattern hot) {
      assertThat(flowing).contains("| it " + hot.costs() + " |", "| " + hot.confirmedBy() + " |");
      assertThat(flowing).contains("certainly own " + Math.round(hot.hotFrom() * 100) + " %");
    } else {
      assertThat(flowing)
          .contains(((DefectPattern) pattern).speaks() ? "as a candidate only" : "never: Java has");
    }

    List<String> examples =
        EXAMPLE.matcher(page).results().map((MatchResult match) -> match.group(1)).toList();
    assertThat(examples).hasSize(2);
    Snippet before = Snippet.of(examples.get(0));
    assertThat(before.marked()).isNotEmpty();
    assertThat(before.linesOf(pattern.id())).isEqualTo(before.marked());
    assertThat(Snippet.of(examples.get(1)).linesOf(pattern.id())).isEmpty();
  }

  @Test
  void no_page_is_left_over_and_the_index_has_a_row_for_each() throws IOException {
    List<String> ids = Patterns.all().stream().map(SourcePattern::id).toList();
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(
              pages
                  .map(page -> page.getFileName().toString().replace(".md", ""))
                  .filter(name -> !name.equals("README"))
                  .sorted())
          .isEqualTo(ids);
    }
    String index = Files.readString(PAGES.resolve("README.md"));
    for (SourcePattern pattern : Patterns.all()) {
      assertThat(index)
          .contains("| [`" + pattern.id() + "`](" + pattern.id() + ".md) | " + pattern.title());
    }
    assertThat(index).contains("At most " + PatternFinder.MOST + " matches");
  }
}
