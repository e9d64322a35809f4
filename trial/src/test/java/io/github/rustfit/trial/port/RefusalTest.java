package io.github.rustfit.trial.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be said to the letter is refused: by line, with the reason, and as a whole. */
class RefusalTest {

  @TempDir Path folder = Path.of("");

  /** Refusals of the method m, as line and reason; line 3 is the first of its body. */
  private List<String> refused(String method, String... others) throws Exception {
    String source =
        "final class T {\n" + method.strip() + "\n" + String.join("\n", others) + "\n}\n";
    try (Ported ported = new Ported(folder, "T", source)) {
      Port port = Objects.requireNonNull(ported.methods().get("m")).port();
      if (!port.done()) {
        assertThat(port.code()).isEmpty();
      }
      return port.refusals().stream().map(one -> one.line() + ": " + one.reason()).toList();
    }
  }

  private static String method(String head, String... lines) {
    return "static " + head + " {\n" + String.join("\n", lines) + "\n}";
  }

  @Test
  void every_statement_that_is_refused_is_named() throws Exception {
    assertThat(
            refused(
                method(
                    "double m(double a)",
                    "double b = Math.sin(a);",
                    "b += a;",
                    "try { b++; } catch (RuntimeException e) { b = 1; }",
                    "return b * Math.pow(a, 2);")))
        .containsExactly(
            "3: the call of Math.sin", "5: a try statement", "6: the call of Math.pow");
  }

  @Test
  void what_is_called_is_looked_at_too() throws Exception {
    assertThat(
            refused(
                method("int m(int a)", "return twice(a);"),
                method("int twice(int a)", "return text(a).length();"),
                method("String text(int a)", "return \"\" + a;")))
        .contains("6: the call of String.length")
        .anyMatch(line -> line.startsWith("8: a result that is a text"));
  }

  @Test
  void two_names_for_one_array_are_refused_where_one_is_written() throws Exception {
    assertThat(
            refused(
                method(
                    "int m(int[] a, int[] b, int n)",
                    "int[] c = n > 0 ? a : b;",
                    "c[0] = 1;",
                    "return a[0];")))
        .first()
        .asString()
        .startsWith("3: c is a name for several arrays, of which one is written");
    assertThat(
            refused(
                method("void m(int[] a)", "copy(a, a);"),
                method("void copy(int[] a, int[] b)", "for (int x : a) b[0] += x;")))
        .containsExactly("3: an array that is passed twice and written");
    for (String write : List.of("b[0] = 1;", "a[n]++;", "java.util.Arrays.fill(b, n);")) {
      assertThat(
              refused(method("void m(int[] a, int n)", "int[] b = new int[n];", "b = a;" + write)))
          .first()
          .asString()
          .startsWith("3: b is a name for an array that has another, and for a new one");
    }
    assertThat(
            refused(
                method(
                    "int[] m(int[] a, int n)",
                    "int[] b = a;",
                    "if (n > 0) b = new int[n];",
                    "return b;")))
        .containsExactly("5: an array that is given back and has another name");
    assertThat(
            refused(
                method(
                    "int m(int n)",
                    "int[][] a = new int[n][n];",
                    "int[] b = new int[n];",
                    "a[0] = b;",
                    "return a[0][0];")))
        .containsExactly("5: a second name for an array");
  }

  @Test
  void a_name_for_an_array_and_for_a_new_one_is_ported_where_neither_is_written() throws Exception {
    assertThat(
            refused(
                method("int m(int[] a, int n)", "int[] b = new int[n];", "b = a;", "return b[0];")))
        .isEmpty();
  }

  @Test
  void an_array_that_is_read_under_two_names_is_ported() throws Exception {
    assertThat(
            refused(
                method("int m(int[] a)", "int[] b = a;", "return both(a, b);"),
                method("int both(int[] a, int[] b)", "return a[0] + b[1];")))
        .isEmpty();
  }

  @Test
  void state_of_the_class_is_refused() throws Exception {
    assertThat(
            refused(
                method("int m(int n)", "count += n;", "return count + T.LATE + TABLE[n];"),
                "static int count;",
                "static final int LATE = Integer.parseInt(\"7\");",
                "static final int[] TABLE = new int[LATE];"))
        .first()
        .asString()
        .startsWith("3: the variable count, which is no local one");
    assertThat(
            refused(
                method("int m(int n)", "return TABLE[n];"),
                "private static final int[] TABLE = {1, 2};",
                "static int spoil() { return TABLE[0]++; }"))
        .containsExactly("3: the table TABLE, which is written to");
    assertThat(
            refused(
                method("int m(int n)", "return TABLE[n];"),
                "private static final int[] TABLE = {1, 2};",
                "static int[] leak() { return TABLE; }"))
        .containsExactly("3: the table TABLE, which is passed on by another name");
  }

  @Test
  void texts_and_objects_are_refused() throws Exception {
    assertThat(
            refused(
                method(
                    "int m(int n, String s)",
                    "int[][] a = new int[n][];",
                    "String t = s;",
                    "Object o = t;",
                    "return a.length + new StringBuilder().length();")))
        .contains("4: t, a text that is no parameter", "5: o, a Object");
    assertThat(refused(method("boolean m(String s)", "return s.equals(\"a\");")))
        .containsExactly("3: the call of String.equals");
    assertThat(
            refused(
                method(
                    "int m(String s)", "switch (s) { case \"a\": return 1; default: return 2; }")))
        .containsExactly("3: a switch over String");
  }

  @Test
  void a_method_that_is_not_there_is_said() throws Exception {
    Translator translator =
        new Translator(
            new io.github.rustfit.trial.compiler.Question(
                "UTF-8",
                List.of(),
                List.of(),
                java.util.Map.of(),
                List.of(),
                List.of(new io.github.rustfit.trial.compiler.Question.Method("a.B", "m", 7))),
            List.of("m"));
    assertThat(translator.ports().get(0).refusals())
        .containsExactly(new Refusal("a.B", 7, "a method whose source is not here"));
  }
}
