package io.github.rustfit.engine.patterns;

import io.github.rustfit.rules.evidence.source.PatternMatch;

/** Matches in words. */
final class Matches {

  private Matches() {}

  /** The subject in brackets, or nothing. */
  static String subject(PatternMatch match) {
    return match.subject().isEmpty() ? "" : " (" + match.subject() + ")";
  }

  /** Class and method without the package, e.g. {@code Cache.get}. */
  static String place(PatternMatch match) {
    String name = match.className().substring(match.className().lastIndexOf('.') + 1);
    return match.method().isEmpty() ? name : name + "." + match.method();
  }

  /** The same for the same matter in the next build: no line number. */
  static String id(PatternMatch match) {
    return String.join(":", match.pattern(), match.className(), match.method(), match.subject());
  }
}
