package io.github.rustfit.readers.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSourcesTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  @Test
  void types_and_methods_have_the_names_and_lines_of_stack_traces() throws IOException {
    write(
        "a/b/Outer.java",
        """
        package a.b; // line 1

        import java.util.List;
        import static java.lang.Math.max;
        import java.io.*;

        @Deprecated
        public class Outer<T> {
          static final int N = max(1, 2);
          private int plain;
          private final Runnable r = () -> {
            System.out.println();
          };
          static {
            System.out.println();
          }
          {
            plain = 1;
          }

          @Deprecated
          public Outer() {
          }

          @Deprecated @SuppressWarnings("x")
          <X> X run(
              X x) {
            new Object() {
              void inner() {
              }
            }.hashCode();
            class Local {}
            return x;
          }

          abstract static class Base { abstract void todo(); }

          interface I { int C = 1; default void d() {} }

          enum E implements I {
            ONE,
            TWO {
              void x() {
              }
            };
            private E() {}
          }

          record R(int x) {
            static int made;
            R {
              made++;
            }
            static class Deep {}
          }

          @interface A { int value() default 1; }
        }
        class Second {}
        """);
    SourceFile file = only(read());
    assertThat(file.packageName()).isEqualTo("a.b");
    assertThat(file.imports()).containsExactly("java.io.*", "java.lang.Math.max", "java.util.List");
    assertThat(file.linesOfCode()).isEqualTo(50);
    assertThat(file.types())
        .extracting(SourceType::binaryName, SourceType::firstLine, SourceType::lastLine)
        .containsExactly(
            tuple("a.b.Outer", 8, 58),
            tuple("a.b.Outer$A", 57, 57),
            tuple("a.b.Outer$Base", 36, 36),
            tuple("a.b.Outer$E", 40, 47),
            tuple("a.b.Outer$I", 38, 38),
            tuple("a.b.Outer$R", 49, 55),
            tuple("a.b.Outer$R$Deep", 54, 54),
            tuple("a.b.Second", 59, 59));
    assertThat(methods(file, "a.b.Outer"))
        .containsExactly(
            new SourceMethod("<clinit>", 9, 9, Optional.empty()),
            new SourceMethod("<init>", 11, 13, Optional.empty()),
            new SourceMethod("<clinit>", 14, 16, Optional.empty()),
            new SourceMethod("<init>", 17, 19, Optional.empty()),
            new SourceMethod("<init>", 22, 23, Optional.empty()),
            new SourceMethod("run", 26, 34, Optional.empty()));
    assertThat(methods(file, "a.b.Outer$Base"))
        .containsExactly(new SourceMethod("todo", 36, 36, Optional.empty()));
    assertThat(methods(file, "a.b.Outer$I"))
        .containsExactly(
            new SourceMethod("<clinit>", 38, 38, Optional.empty()),
            new SourceMethod("d", 38, 38, Optional.empty()));
    assertThat(methods(file, "a.b.Outer$E"))
        .containsExactly(
            new SourceMethod("<clinit>", 41, 41, Optional.empty()),
            new SourceMethod("<clinit>", 42, 45, Optional.empty()),
            new SourceMethod("<init>", 46, 46, Optional.empty()));
    assertThat(methods(file, "a.b.Outer$R"))
        .containsExactly(new SourceMethod("<init>", 51, 53, Optional.empty()));
    assertThat(methods(file, "a.b.Outer$A")).isEmpty();
  }

  @Test
  void newest_and_oldest_syntax_is_read() throws IOException {
    write(
        "New.java",
        """
        sealed interface New permits New.A, New.B {
          record A(int x) implements New {}
          record B(New left, New right) implements New {}
          static int sum(Object o) {
            return switch (o) {
              case A(int x) when x > 0 -> { yield x; }
              case B(New l, var _) -> sum(l);
              default -> 0;
            };
          }
        }
        """);
    write("Old.java", "class Old { void record() { int record = 1; yield(); } void yield() {} }");
    write("Script.java", "void main() {\n  IO.println(1);\n}\n");
    Evidence read = read();
    assertThat(read.problems()).isEmpty();
    assertThat(read.sources().stream().flatMap(f -> f.types().stream()))
        .extracting(SourceType::binaryName)
        .containsExactly("New", "New$A", "New$B", "Old", "Script");
  }

  @Test
  void module_and_package_descriptions_have_lines_and_no_types() throws IOException {
    write("module-info.java", "open module a.b {\n  requires java.base;\n}\n");
    write("p/package-info.java", "/** Doc. */\n@A\npackage p;\n\nimport q.A;\n");
    Evidence read = read();
    assertThat(read.problems()).isEmpty();
    assertThat(read.sources())
        .extracting(SourceFile::path, SourceFile::packageName, SourceFile::linesOfCode)
        .containsExactly(
            tuple("src/module-info.java", "", 3), tuple("src/p/package-info.java", "p", 3));
    assertThat(read.sources()).allSatisfy(file -> assertThat(file.types()).isEmpty());
  }

  @Test
  void a_file_that_does_not_parse_is_a_problem_with_its_line_and_the_rest_goes_on()
      throws IOException {
    write("Bad.java", "package p;\nimport x.Y;\nclass Bad {\n  void x( {\n  }\n}\n");
    write("Empty.java", "");
    write("Good.java", "class Good {}\n");
    Evidence read = read();
    assertThat(read.problems())
        .extracting(Problem::where, Problem::line)
        .containsExactly(tuple("src/Bad.java", 4));
    assertThat(read.sources())
        .extracting(SourceFile::path, SourceFile::linesOfCode)
        .containsExactly(
            tuple("src/Bad.java", 6), tuple("src/Empty.java", 0), tuple("src/Good.java", 1));
    assertThat(read.sources().first().types()).isEmpty();
  }

  @Test
  void undecodable_bytes_are_a_problem_and_the_file_is_read() throws IOException {
    String text = "class X {\n  String s = \"\u00fc\";\n  void m() {}\n}\n";
    Files.createDirectories(root.resolve("src"));
    Files.write(root.resolve("src/X.java"), text.getBytes(StandardCharsets.ISO_8859_1));
    Evidence read = read();
    assertThat(read.problems())
        .extracting(Problem::where, Problem::line)
        .containsExactly(tuple("src/X.java", 2));
    assertThat(only(read).types()).hasSize(1);
    Evidence latin = new JavaSources(root, StandardCharsets.ISO_8859_1).read(roots("src"));
    assertThat(latin.problems()).isEmpty();
  }

  @Test
  void hostile_files_are_problems_never_crashes() throws IOException {
    write(
        "Deep.java",
        "class Deep { int x = " + "(".repeat(200_000) + "1" + ")".repeat(200_000) + "; }");
    write(
        "Blocks.java",
        "class Blocks { void m() " + "{".repeat(100_000) + "}".repeat(100_000) + "}");
    write("Line.java", "class Line { int[] x = {" + "1,".repeat(5_000_000) + "}; }");
    write("Binary.java", "\u0000\u0001\u0002 '\" \\u");
    write("Open.java", "class Open { /* no end");
    Files.createSymbolicLink(root.resolve("src/loop"), root.resolve("src"));
    Files.createSymbolicLink(root.resolve("src/Gone.java"), root.resolve("nowhere"));
    Evidence read = read();
    assertThat(read.problems())
        .extracting(Problem::where)
        .contains(
            "src/Binary.java",
            "src/Blocks.java",
            "src/Deep.java",
            "src/Line.java",
            "src/Open.java");
  }

  @Test
  void long_concatenations_of_real_code_are_read() throws IOException {
    write("Sum.java", "class Sum { String s = " + "\"a\" + ".repeat(3_000) + "\"b\"; }");
    assertThat(read().problems()).isEmpty();
  }

  @Test
  void a_root_that_does_not_exist_has_no_sources_and_a_file_counts_once() throws IOException {
    write("X.java", "class X {}");
    Evidence read = new JavaSources(root).read(roots("src", "src/../src", "gone"));
    assertThat(read.sources()).hasSize(1);
    assertThat(read.problems()).isEmpty();
    assertThat(only(read).module()).isEqualTo("src");
  }

  @Test
  void patterns_of_shipped_code_are_found_and_others_are_nobodys_to_improve() throws IOException {
    String code = "class X {\n  String f(int a) {\n    return String.format(\"%d\", a);\n  }\n}\n";
    write("X.java", code);
    assertThat(only(read()).patterns())
        .containsExactly(new PatternMatch("string-format", 3, 3, "X", "f", ""));

    SourceRoot tests = new SourceRoot("src", Path.of("src"), SourceFile.Role.TEST);
    assertThat(only(new JavaSources(root).read(List.of(tests))).patterns()).isEmpty();

    write("X.java", "// Generated by a tool. DO NOT EDIT.\n" + code);
    assertThat(only(read()).patterns()).isEmpty();
    assertThat(only(read()).types()).hasSize(1);
  }

  @Test
  void a_file_with_too_many_patterns_says_so() throws IOException {
    write("X.java", "class X { void f() {\n" + "String.format(\"x\");\n".repeat(501) + "} }");
    assertThat(only(read()).patterns()).hasSize(500);
    assertThat(read().problems())
        .extracting(Problem::message)
        .containsExactly("Only 500 of its matches of patterns were kept.");
  }

  @Test
  void the_corpus_is_read_without_a_problem() {
    String corpus = System.getProperty("rustfit.corpus", "");
    Assumptions.assumeFalse(corpus.isEmpty(), "set -Drustfit.corpus=DIR");
    Path app = Path.of(corpus, "jfr", "app");
    Evidence read = new JavaSources(app).read(roots("src"));
    assertThat(read.problems()).isEmpty();
    assertThat(read.sources())
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file.packageName()).startsWith("com.acme."))
        .allSatisfy(file -> assertThat(file.types()).isNotEmpty());
  }

  private Evidence read() {
    return new JavaSources(root).read(roots("src"));
  }

  private static List<SourceRoot> roots(String... names) {
    return List.of(names).stream()
        .map(name -> new SourceRoot(name, Path.of(name), SourceFile.Role.MAIN))
        .toList();
  }

  private static SourceFile only(Evidence read) {
    assertThat(read.sources()).hasSize(1);
    return read.sources().first();
  }

  private static List<SourceMethod> methods(SourceFile file, String type) {
    return file.types().stream()
        .filter(one -> one.binaryName().equals(type))
        .flatMap(one -> one.methods().stream())
        .map(one -> new SourceMethod(one.name(), one.firstLine(), one.lastLine(), Optional.empty()))
        .toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve("src").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
