package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import io.github.rustfit.rules.evidence.PatternMatch;
import java.util.Collections;
import java.util.SortedSet;
import java.util.regex.Pattern;

/** Finds the patterns of one file. Stateless; its time is linear in the size of the tree. */
public final class PatternFinder {

  /** How many matches of a file are kept. */
  public static final int MOST = Scene.MOST;

  private static final Looks LOOKS = Looks.all();

  /** How many characters of a file may say that a tool wrote it. */
  private static final int HEAD = 1000;

  private static final Pattern WRITTEN_BY_A_TOOL =
      Pattern.compile("(?i)\\b(auto-?)?generated (by|from)\\b|\\bdo not edit\\b");

  private PatternFinder() {}

  /**
   * What was found.
   *
   * @param matches the matches, at most {@link #MOST}
   * @param cut whether there were more
   */
  public record Result(SortedSet<PatternMatch> matches, boolean cut) {

    /** Nothing. */
    public static final Result NONE = new Result(Collections.emptySortedSet(), false);
  }

  /**
   * Looks for every pattern.
   *
   * @param packageName empty for the unnamed package
   * @param fileName without {@code .java}
   */
  public static Result find(CompilationUnit unit, String packageName, String fileName) {
    Scene scene = new Scene(new Names(unit));
    new Walk(scene, LOOKS).over(unit, packageName, fileName);
    scene.finish();
    return new Result(scene.matches(), scene.cut());
  }

  /** Whether a tool wrote the file: its place, an annotation or its first lines say so. */
  public static boolean generated(CompilationUnit unit, String path, String text) {
    return generated(path)
        || WRITTEN_BY_A_TOOL.matcher(text.substring(0, Math.min(HEAD, text.length()))).find()
        || unit.getTypes().stream().anyMatch(PatternFinder::annotated);
  }

  /** Whether its place alone says that a tool wrote it. */
  public static boolean generated(String path) {
    return ("/" + path).contains("/generated");
  }

  private static boolean annotated(TypeDeclaration<?> type) {
    return type.getAnnotations().stream()
        .anyMatch(annotation -> annotation.getName().getIdentifier().equals("Generated"));
  }
}
