package io.github.rustfit.engine.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.rule.Threshold;
import io.github.rustfit.rules.stats.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Adding a rule is one class, one test, one services line, one page; this fails if one is missing.
 */
class BuiltInRulesTest {

  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final Path SOURCES =
      MODULE.resolve("src/main/java/io/github/rustfit/engine/builtin");
  private static final Path TESTS =
      MODULE.resolve("src/test/java/io/github/rustfit/engine/builtin");
  private static final Path PAGES = MODULE.resolve("../docs/reference/rules").normalize();

  private static List<Rule> rules() {
    return Rules.load(BuiltInRulesTest.class.getClassLoader()).all();
  }

  /** From the source files, not from the services file, so that a forgotten line shows. */
  private static List<String> ruleClasses() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files
          .filter(BuiltInRulesTest::implementsRule)
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .sorted()
          .toList();
    }
  }

  private static boolean implementsRule(Path file) {
    try {
      return Files.readString(file).contains(" implements Rule ");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void every_rule_class_has_its_services_line() throws IOException {
    assertThat(rules().stream().map(rule -> rule.getClass().getSimpleName()).sorted().toList())
        .isEqualTo(ruleClasses());
    assertThat(ruleClasses()).hasSizeGreaterThan(10);
  }

  @TestFactory
  Stream<DynamicTest> every_rule_has_a_test_and_a_page() {
    return rules().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.descriptor().id(),
                    () -> {
                      assertThat(TESTS.resolve(rule.getClass().getSimpleName() + "Test.java"))
                          .isRegularFile();
                      checkPage(rule.descriptor());
                    }));
  }

  private static void checkPage(RuleDescriptor rule) throws IOException {
    Path page = PAGES.resolve(rule.id() + ".md");
    assertThat(page).isRegularFile();
    List<String> lines = Files.readAllLines(page);

    assertThat(lines.get(0)).isEqualTo("# " + rule.title() + " (`" + rule.id() + "`)");
    assertThat(lines).hasSizeBetween(15, 40);
    for (Threshold threshold : rule.thresholds()) {
      String value =
          threshold.unit().equals("share")
              ? Format.number(threshold.value() * 100) + " %"
              : threshold.unit().equals("×")
                  ? Format.number(threshold.value())
                  : Format.count(Math.round(threshold.value()));
      assertThat(String.join("\n", lines)).as(threshold.name()).contains(value);
    }
  }

  @Test
  void the_index_lists_every_rule_with_its_title_topic_and_role() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGES.resolve("README.md")).stream()
            .filter(line -> line.startsWith("| ["))
            .toList();

    assertThat(rows)
        .extracting(row -> row.substring(0, row.lastIndexOf("|", row.length() - 2) + 1))
        .isEqualTo(
            rules().stream()
                .map(Rule::descriptor)
                .map(
                    rule ->
                        "| [`"
                            + rule.id()
                            + "`]("
                            + rule.id()
                            + ".md) | "
                            + rule.title()
                            + " | "
                            + topic(rule)
                            + " | "
                            + rule.role().name().toLowerCase(java.util.Locale.ROOT)
                            + " |")
                .toList());
  }

  private static String topic(RuleDescriptor rule) {
    int question = rule.topic().question();
    return question > 0 ? "Q" + question : rule.topic().name().toLowerCase(java.util.Locale.ROOT);
  }

  @Test
  void no_page_is_left_over() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(
              pages
                  .map(page -> page.getFileName().toString().replace(".md", ""))
                  .filter(id -> !id.equals("README") && !id.equals("patterns"))
                  .sorted()
                  .toList())
          .isEqualTo(rules().stream().map(rule -> rule.descriptor().id()).toList());
    }
  }
}
