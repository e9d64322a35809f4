package io.github.rustfit.engine.patterns;

/** A pattern that is looked for in the source. */
public sealed interface SourcePattern permits HotPattern, DefectPattern {

  /** Its id, also the name of its page in {@code docs/reference/rules/patterns}. */
  String id();

  /** A few words. */
  String title();

  /** How often a match in the source alone is worth a look. */
  Precision precision();

  /** What to do about it in Java. */
  String remedy();
}
