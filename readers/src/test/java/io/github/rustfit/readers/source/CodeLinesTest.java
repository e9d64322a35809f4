package io.github.rustfit.readers.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.GeneratedJavaParserConstants;
import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeLinesTest {

  @Test
  void blank_and_comment_lines_do_not_count() {
    String text =
        """
        // comment

        package a; /* 1: code before a comment
        still comment */ class X { // 2
          /** Doc. */
          String s = "/* no comment"; // 3
          char c = '"', d = '\\'', e = '\\\\'; // 4
          /* x */ int y; // 5: code after a comment
          // " ' /*
        } // 6
        """;
    assertThat(CodeLines.count(text)).isEqualTo(6);
  }

  @Test
  void every_line_of_a_text_block_counts() {
    String quotes = "\"\"\"";
    String text =
        "String s = " + quotes + "\n  a // b\n\n  \\" + quotes + " c\n" + quotes + ";\n\n";
    assertThat(CodeLines.count(text)).isEqualTo(5);
  }

  @Test
  void all_line_ends_count_once_and_the_last_line_needs_none() {
    assertThat(CodeLines.count("a\r\nb\rc\nd")).isEqualTo(4);
    assertThat(CodeLines.count("/*\r\n\r\n*/a\r\n/* open")).isEqualTo(1);
    assertThat(CodeLines.count("")).isZero();
    assertThat(CodeLines.count("x = \"open\ny")).isEqualTo(2);
  }

  @Test
  void it_agrees_with_the_parsers_own_tokens_on_this_module() throws IOException {
    List<Path> files;
    try (var all = Files.walk(Path.of("src"))) {
      files = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    assertThat(files).hasSizeGreaterThan(20);
    for (Path file : files) {
      String text = Files.readString(file);
      assertThat(CodeLines.count(text)).as(file.toString()).isEqualTo(byTokens(text));
    }
  }

  private static int byTokens(String text) {
    com.github.javaparser.ParserConfiguration current =
        new com.github.javaparser.ParserConfiguration()
            .setLanguageLevel(com.github.javaparser.ParserConfiguration.LanguageLevel.JAVA_17);
    CompilationUnit unit = new JavaParser(current).parse(text).getResult().orElseThrow();
    Set<Integer> lines = new HashSet<>();
    for (JavaToken token : unit.getTokenRange().orElseThrow()) {
      if (!token.getCategory().isWhitespaceOrComment()
          && token.getKind() != GeneratedJavaParserConstants.EOF) {
        token
            .getRange()
            .ifPresent(
                range -> {
                  for (int line = range.begin.line; line <= range.end.line; line++) {
                    lines.add(line);
                  }
                });
      }
    }
    return lines.size();
  }
}
