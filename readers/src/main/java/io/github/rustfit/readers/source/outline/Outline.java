package io.github.rustfit.readers.source.outline;

import io.github.rustfit.rules.evidence.source.SourceType;
import java.util.List;
import java.util.SortedSet;

/**
 * What a source in another language than Java says of who owns what runs.
 *
 * @param packageName its package; empty for the unnamed one
 * @param linesOfCode lines that carry code
 * @param imports imported names as a Java source would write them, {@code .*} for all of a package
 * @param types classes by their binary names, with the functions in them
 */
public record Outline(
    String packageName, int linesOfCode, SortedSet<String> imports, List<SourceType> types) {

  public Outline {
    types = List.copyOf(types);
  }

  /**
   * Reads a source.
   *
   * @param fileName its name, by which Kotlin and Groovy name classes
   */
  public static Outline of(String text, Language language, String fileName) {
    Lexer lexer = Lexer.of(text, language);
    String stem = fileName.substring(0, fileName.length() - language.suffix().length());
    return new OutlineReader(lexer.tokens(), language, stem).read(lexer.codeLines());
  }
}
