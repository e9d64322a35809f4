package io.github.rustfit.plugin.report.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proposed compiles, and does the same: {@code javac} and the JVM say so. */
class ProposedChangeTest {

  private static final List<String> INPUTS =
      List.of("", "a", "A,b, c", "  12 034", "GZ", "gz", "a1b22", "İ", "null", "x-y;z", "99");

  private static Optional<ProposedChange> change(String pattern, String line) {
    return ProposedChange.of(pattern, file(line, "").lines().toList(), lineOf(line));
  }

  private static int lineOf(String line) {
    return file(line, "").lines().map(String::strip).toList().indexOf(line) + 1;
  }

  private static String file(String line, String field) {
    return """
        import java.util.LinkedList;
        import java.util.List;
        import java.util.Locale;
        import java.time.LocalDate;
        import java.time.format.DateTimeFormatter;
        import java.util.regex.Pattern;

        public final class Sample {

          enum Color { RED, GREEN }

          %s

          public static Object run(String text, int n) {
            int from = 0;
            int to = text.length();
            LocalDate day = LocalDate.of(2026, 11, 30);
            Object result = null;
            %s
            return result;
          }
        }
        """
        .formatted(field, line);
  }

  /** Each line is as somebody would write it; the oracle is the line itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '\0',
      value = {
        "regex-per-call^result = text.matches(\"[a-z]+\\\\d*\");",
        "regex-per-call^result = java.util.Arrays.asList(text.split(\"\\\\s*,\\\\s*\"));",
        "regex-per-call^result = java.util.Arrays.asList(text.split(\"[,;-]\", -1));",
        "regex-per-call^result = text.replaceAll(\"\\\\W+\", \"_\").length() + text;",
        "regex-per-call^result = text.replaceFirst(\"\\\\d\", text);",
        "regex-per-call^result = text.strip().replaceAll(\"\\\\W+\", \" \");",
        "regex-per-call^result = n + text.strip().trim().replaceFirst(\"a+\", \"\") + n;",
        "regex-per-call^result = Pattern.compile(\"\\\\d+\").matcher(text).find();",
        "date-format-per-call^result = day.format(DateTimeFormatter.ofPattern(\"yyyy-MM\"));",
        "enum-values^result = Color.values()[n];",
        "enum-values^for (Color one : Color.values()) { result = one; }",
        "linked-list^List<String> list = new LinkedList<>(); list.add(text); result = list;",
        "linked-list^List<String> list = new LinkedList<>();",
        "text-parsing^result = Integer.parseInt(text.substring(from, to));",
        "text-parsing^result = Long.parseLong(text.substring(from + 1, to - n)) + 1;",
        "charset-churn^result = text.toLowerCase().equals(\"gz\");",
        "charset-churn^result = text.toUpperCase(Locale.ROOT).equals(\"GZ\");",
        "string-format^result = String.format(\"%s-%s\", text, n);",
        "string-format^result = String.format(\"%s%s\", n, n);",
        "string-format^result = n + String.format(\"%s%s:\", n, text.length()) + n;",
        "string-format^result = String.format(\"%s\\\"%s\", result, day).length();",
        "gc-call^System.gc();"
      })
  void compiles_and_does_the_same(String pattern, String line, @TempDir Path folder)
      throws Exception {
    Optional<ProposedChange> change = change(pattern, line);
    if (pattern.equals("linked-list") && line.contains("result")) {
      assertThat(change).isEmpty(); // two statements: nothing is proposed
      return;
    }
    assertThat(change).isPresent();
    String after = change.get().after().orElse("");
    assertThat(after).isNotEqualTo(line);

    List<String> before = outcomes(file(line, ""), folder.resolve("before"));
    assertThat(outcomes(file(after, change.get().constant().orElse("")), folder.resolve("after")))
        .isEqualTo(before);
  }

  private static List<String> outcomes(String source, Path folder) throws Exception {
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve("Sample.java"), source);
    StringWriter said = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-d", folder.toString()),
                  null,
                  files.getJavaFileObjects(file))
              .call();
      assertThat(compiled).as(source + said).isTrue();
    }
    List<String> outcomes = new ArrayList<>();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      var run = loader.loadClass("Sample").getMethod("run", String.class, int.class);
      for (String input : INPUTS) {
        outcomes.add(outcome(run, input));
      }
    }
    return outcomes;
  }

  private static String outcome(java.lang.reflect.Method run, String input) throws Exception {
    try {
      return String.valueOf(run.invoke(null, input, input.length() % 3));
    } catch (java.lang.reflect.InvocationTargetException e) {
      Throwable cause = e.getCause();
      return cause instanceof IndexOutOfBoundsException
          ? "out of bounds" // which subclass of it differs
          : Objects.requireNonNull(cause).getClass().getName();
    }
  }

  /** Each would mean something else, or does not show enough. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '\0',
      value = {
        "regex-per-call^result = text.strip().matches(\"a+\");",
        "regex-per-call^result = new String(text).strip().replaceAll(\"a\", \"b\");",
        "regex-per-call^result = new String().strip().replaceAll(\"a\", \"b\");",
        "regex-per-call^result = java.util.regex.Pattern.compile(\"a\").matcher(text).find();",
        "date-format-per-call^result = day.format(x.DateTimeFormatter.ofPattern(\"yyyy\"));",
        "regex-per-call^result = text.matches(text);",
        "regex-per-call^result = text.matches(\"a\") || text.matches(\"b\");",
        "regex-per-call^result = text.matches(\"a\"); // as ever",
        "charset-churn^result = text.toLowerCase().equals(\"GZ\");",
        "charset-churn^result = text.toLowerCase().equals(\"gzip\");",
        "charset-churn^result = text.getBytes();",
        "string-format^result = String.format(\"%5s-%s\", text, n);",
        "string-format^result = String.format(\"%s %d\", text, n);",
        "string-format^result = String.format(\"%s%%-%s\", text, n);",
        "string-format^result = String.format(\"%s\", text);",
        "string-format^result = String.format(\"%s %s\", text, text.substring(1, 2));",
        "enum-values^result = Color.values();",
        "expensive-object-per-call^ObjectMapper mapper = new ObjectMapper();",
        "expensive-object-per-call^result = new ObjectMapper().configure(null);",
        "linked-list^LinkedList<String> list = new LinkedList<>();",
        "text-parsing^result = Integer.parseInt(text);",
        "gc-call^if (n > 1) System.gc();",
        "lambda-of-nobody^System.gc();"
      })
  void proposes_nothing_where_the_line_does_not_show_enough(String pattern, String line) {
    assertThat(change(pattern, line)).isEmpty();
  }

  @Test
  void a_shared_object_becomes_a_constant() {
    assertThat(
            change("expensive-object-per-call", "result = new ObjectMapper().readTree(text);")
                .map(ProposedChange::diff)
                .orElseThrow())
        .containsExactly(
            new ProposedChange.DiffLine(
                '+', "private static final ObjectMapper MAPPER = new ObjectMapper();"),
            new ProposedChange.DiffLine('-', "result = new ObjectMapper().readTree(text);"),
            new ProposedChange.DiffLine('+', "result = MAPPER.readTree(text);"));
  }

  @Test
  void a_name_that_is_taken_is_not_taken_again_and_what_is_not_imported_is_named_in_full() {
    List<String> file =
        List.of("class A {", "  static int PATTERN = 1;", "  x = a.matches(\"b+\");", "}");
    assertThat(ProposedChange.of("regex-per-call", file, 3).orElseThrow().diff())
        .extracting(ProposedChange.DiffLine::text)
        .containsExactly(
            "private static final java.util.regex.Pattern PATTERN_2 ="
                + " java.util.regex.Pattern.compile(\"b+\");",
            "x = a.matches(\"b+\");",
            "x = PATTERN_2.matcher(a).matches();");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 2, 1_000_000})
  void a_line_that_is_not_there_changes_nothing(int line) {
    assertThat(ProposedChange.of("gc-call", List.of("System.gc();"), line)).isEmpty();
  }

  /** Hostile source: nothing here takes long. */
  @Test
  void long_lines_are_left_alone() throws IOException {
    String line = List.of("a.", "\\\"", "%s", "(", "\"").stream().collect(Collectors.joining());
    for (String pattern :
        List.of("regex-per-call", "string-format", "text-parsing", "charset-churn")) {
      String text = line.repeat(40).substring(0, 300);
      assertThat(ProposedChange.of(pattern, List.of(text), 1)).isEmpty();
      assertThat(ProposedChange.of(pattern, List.of(line.repeat(100_000)), 1)).isEmpty();
    }
  }
}
