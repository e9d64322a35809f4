package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A piece of Java in which {@code // found} marks the lines where a match has to begin. */
record Snippet(String code, int offset) {

  private static final String IMPORTS =
      Stream.of(
              "java.util",
              "java.util.concurrent",
              "java.util.concurrent.atomic",
              "java.util.function",
              "java.util.regex",
              "java.util.stream",
              "java.io",
              "java.lang.ref",
              "java.lang.reflect",
              "java.math",
              "java.nio",
              "java.nio.file",
              "java.security",
              "java.sql",
              "java.text",
              "java.time.format",
              "com.fasterxml.jackson.databind")
          .map(name -> "import " + name + ".*; ")
          .reduce("", String::concat);

  /** Members of a class {@code Example}, or a whole file that begins with its imports. */
  static Snippet of(String code) {
    return code.startsWith("import ")
        ? new Snippet(code, 0)
        : new Snippet(IMPORTS + "class Example {\n" + code + "\n}\n", 1);
  }

  PatternFinder.Result find() {
    ParserConfiguration configuration =
        new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25);
    configuration.getProcessors().clear();
    ParseResult<CompilationUnit> parsed = new JavaParser(configuration).parse(code);
    if (!parsed.isSuccessful()) {
      throw new IllegalArgumentException(parsed.getProblems() + "\n" + code);
    }
    return PatternFinder.find(parsed.getResult().orElseThrow(), "", "Example");
  }

  /** Lines of the snippet on which matches of the pattern begin, each once. */
  List<Integer> linesOf(String pattern) {
    SortedSet<PatternMatch> matches = find().matches();
    return matches.stream()
        .filter(match -> match.pattern().equals(pattern))
        .map(match -> match.firstLine() - offset)
        .distinct()
        .toList();
  }

  /** Lines of the snippet that are marked. */
  List<Integer> marked() {
    List<String> lines = code.lines().toList();
    return IntStream.rangeClosed(1, lines.size())
        .filter(line -> lines.get(line - 1).endsWith("// found"))
        .map(line -> line - offset)
        .boxed()
        .toList();
  }
}
