package io.github.rustfit.readers.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;

/** Parses Java of any version. */
final class Grammar {

  /** Today's grammar. */
  private static final ParserConfiguration CURRENT = configuration(LanguageLevel.JAVA_25);

  /** The grammar without {@code yield}, which is a plain name in code older than Java 14. */
  private static final ParserConfiguration OLD = configuration(LanguageLevel.RAW);

  private Grammar() {}

  /**
   * The processors check each version's rules and attach comments: a quarter of the time, and
   * neither is needed. Tokens are, as without them the parser knows no lines.
   */
  private static ParserConfiguration configuration(LanguageLevel level) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(level)
            .setAttributeComments(false)
            .setDetectOriginalLineSeparator(false);
    configuration.getProcessors().clear();
    return configuration;
  }

  /** Parses the text; a mistake is told of the text as it is written, comments and all. */
  static ParseResult<CompilationUnit> parse(String text, CodeText code) {
    ParseResult<CompilationUnit> result = anyVersion(code.tokens());
    return result.isSuccessful() ? result : anyVersion(text);
  }

  private static ParseResult<CompilationUnit> anyVersion(String text) {
    ParseResult<CompilationUnit> result = new JavaParser(CURRENT).parse(text);
    if (!result.isSuccessful() && text.contains("yield")) {
      ParseResult<CompilationUnit> old = new JavaParser(OLD).parse(text);
      result = old.isSuccessful() ? old : result;
    }
    return result;
  }
}
