package io.github.rustfit.readers.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parser alone takes minutes for most of these; a thousand levels of the block take years. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class NestingTest {

  private final Path folder;

  NestingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Evidence read(String text) throws IOException {
    Files.writeString(folder.resolve("G.java"), text);
    return new JavaSources(folder).read(List.of(new SourceRoot("m", folder, SourceFile.Role.MAIN)));
  }

  private static String nested(String before, String open, String core, String close, int levels) {
    return "package d.e;\n" + before + open.repeat(levels) + core + close.repeat(levels) + " }\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class G { | List<| A|> |8000",
        "class G { | class C { ||} |2000",
        "class G { void m() { | f(() -> { | x();| });|1000",
        "class G { void m() { | new A() { void m() { || } }; |1000",
        "class G { void m() { | f((A) x -> { | y();| });|40",
        "class G { int x = | (|1|)|5000"
      })
  @Timeout(300)
  void what_is_nested_too_deeply_is_a_problem_with_a_line(
      String before, String open, String core, String close, int levels) throws IOException {
    String inside = core == null ? "" : core;
    Evidence evidence = read(nested(before, open, inside, close, levels));

    assertThat(evidence.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.line()).isEqualTo(2);
              assertThat(problem.message()).contains("nested too deeply");
            });
    assertThat(evidence.sources()).extracting(SourceFile::packageName).containsExactly("d.e");
  }

  @Test
  void what_people_write_is_parsed() throws IOException {
    Evidence evidence =
        read(
            """
            package d;
            class G {
              Map<String, Map<Integer, List<Optional<Function<A, B>>>>> types;
              boolean less = a < b && c < d && e < f;
              String text = "((((((((<<<<<<{{{{{{" + '{' + \"\"\"
                  ((( {{{ \\" <<<
                  \"\"\";
              void m() {
                a(() -> { b(x -> { c((y, z) -> { d(new E() { void f() { g(() -> { h(); }); } }); }); }); });
              }
            }
            """);

    assertThat(evidence.problems()).isEmpty();
    assertThat(evidence.sources().first().types()).hasSize(1);
  }

  @Test
  void many_shallow_types_and_blocks_are_no_nesting() {
    String code = "List<Map<A, List<B>>> f; void m() { a(() -> { b(() -> { c(); }); }); }\n";
    assertThat(Nesting.tooDeep("class G {\n" + code.repeat(20_000) + "}")).isZero();
  }
}
