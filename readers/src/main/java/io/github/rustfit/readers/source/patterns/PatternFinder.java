package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.CompilationUnit;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import java.util.Collections;
import java.util.SortedSet;

/** Finds the patterns of one file. Stateless; its time is linear in the size of the tree. */
public final class PatternFinder {

  /** How many matches of a file are kept. */
  public static final int MOST = Scene.MOST;

  private static final Detectors LOOKS = Detectors.all();

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
   * Detectors for every pattern.
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
}
