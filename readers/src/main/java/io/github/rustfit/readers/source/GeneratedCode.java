package io.github.rustfit.readers.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.regex.Pattern;

/** Tells whether a tool wrote a file: its place, an annotation or its first lines say so. */
final class GeneratedCode {

  /** How many characters of a file may say that a tool wrote it. */
  private static final int HEAD = 1000;

  private static final Pattern WRITTEN_BY_A_TOOL =
      Pattern.compile("(?i)\\b(auto-?)?generated (by|from)\\b|\\bdo not edit\\b");

  private GeneratedCode() {}

  /** Whether its place alone says so. */
  static boolean byPlace(String path) {
    return ("/" + path).contains("/generated");
  }

  /** Whether anything says so. */
  static boolean is(CompilationUnit unit, String path, String text) {
    return byPlace(path)
        || WRITTEN_BY_A_TOOL.matcher(text.substring(0, Math.min(HEAD, text.length()))).find()
        || unit.getTypes().stream().anyMatch(GeneratedCode::annotated);
  }

  private static boolean annotated(TypeDeclaration<?> type) {
    return type.getAnnotations().stream()
        .anyMatch(annotation -> annotation.getName().getIdentifier().equals("Generated"));
  }
}
