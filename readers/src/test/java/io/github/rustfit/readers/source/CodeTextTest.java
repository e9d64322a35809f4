package io.github.rustfit.readers.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.GeneratedJavaParserConstants;
import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeTextTest {

  private static int lines(String text) {
    return CodeText.of(text).lines();
  }

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
    assertThat(lines(text)).isEqualTo(6);
  }

  @Test
  void every_line_of_a_text_block_counts() {
    String quotes = "\"\"\"";
    String text =
        "String s = " + quotes + "\n  a // b\n\n  \\" + quotes + " c\n" + quotes + ";\n\n";
    assertThat(lines(text)).isEqualTo(5);
  }

  @Test
  void all_line_ends_count_once_and_the_last_line_needs_none() {
    assertThat(lines("a\r\nb\rc\nd")).isEqualTo(4);
    assertThat(lines("/*\r\n\r\n*/a\r\n/* open")).isEqualTo(1);
    assertThat(lines("")).isZero();
    assertThat(lines("x = \"open\ny")).isEqualTo(2);
  }

  @Test
  void comments_and_indentation_go_and_all_else_stays_on_its_line() {
    String quotes = "\"\"\"";
    assertThat(CodeText.of("int a/**/b; // c\r\n\t /* x\n y */  = '/' /*z*/\n").tokens())
        .isEqualTo("int a b; \r\n\n= '/' \n");
    String block = "s = " + quotes + "\n  // a\n  /* " + quotes + ";";
    assertThat(CodeText.of(block).tokens()).isEqualTo(block);
    assertThat(CodeText.of("a /* open").tokens()).as("a mistake").isEqualTo("a /* open");
  }

  /** The oracle is the parser's own tokens, of the text with all its comments and blanks. */
  @Test
  void it_agrees_with_the_parsers_own_tokens_on_this_module() throws IOException {
    List<Path> files;
    try (var all = Files.walk(Path.of("src"))) {
      files = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    assertThat(files).hasSizeGreaterThan(20);
    for (Path file : files) {
      String text = Files.readString(file);
      CodeText code = CodeText.of(text);
      List<JavaToken> tokens = tokens(text);
      assertThat(code.lines()).as(file.toString()).isEqualTo(lines(tokens));
      assertThat(onLines(tokens(code.tokens()))).as(file.toString()).isEqualTo(onLines(tokens));
    }
  }

  private static List<JavaToken> tokens(String text) {
    ParserConfiguration current =
        new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
    CompilationUnit unit = new JavaParser(current).parse(text).getResult().orElseThrow();
    List<JavaToken> tokens = new ArrayList<>();
    for (JavaToken token : unit.getTokenRange().orElseThrow()) {
      if (!token.getCategory().isWhitespaceOrComment()
          && token.getKind() != GeneratedJavaParserConstants.EOF) {
        tokens.add(token);
      }
    }
    return tokens;
  }

  private static List<String> onLines(List<JavaToken> tokens) {
    return tokens.stream()
        .map(token -> token.getRange().orElseThrow().begin.line + " " + token.getText())
        .toList();
  }

  private static int lines(List<JavaToken> tokens) {
    Set<Integer> lines = new HashSet<>();
    for (JavaToken token : tokens) {
      Range range = token.getRange().orElseThrow();
      for (int line = range.begin.line; line <= range.end.line; line++) {
        lines.add(line);
      }
    }
    return lines.size();
  }
}
