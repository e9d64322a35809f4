package io.github.rustfit.rules.evidence.source;

import java.util.Comparator;

/**
 * A place in the source that looks like a known pattern. It is no more than that: only a recording
 * can say whether it costs anything.
 *
 * @param pattern id of the pattern, e.g. {@code boxing-in-loop}
 * @param firstLine first line of the code that matches
 * @param lastLine its last line
 * @param className binary name of the declared type around it, local and anonymous classes folded
 *     into it
 * @param method method around it as a stack trace names it, lambdas folded into it; empty outside
 *     of methods and initializers
 * @param subject the name or type that matched, for people; empty when there is none
 */
public record PatternMatch(
    String pattern, int firstLine, int lastLine, String className, String method, String subject)
    implements Comparable<PatternMatch> {

  /** Begins the subject of a short loop over a collection, which does little but walk it. */
  public static final String EACH_OF = "each of ";

  private static final Comparator<PatternMatch> ORDER =
      Comparator.comparingInt(PatternMatch::firstLine)
          .thenComparingInt(PatternMatch::lastLine)
          .thenComparing(PatternMatch::pattern)
          .thenComparing(PatternMatch::className)
          .thenComparing(PatternMatch::method)
          .thenComparing(PatternMatch::subject);

  public PatternMatch {
    if (firstLine < 1 || lastLine < firstLine) {
      throw new IllegalArgumentException(pattern + " at lines " + firstLine + "-" + lastLine);
    }
  }

  @Override
  public int compareTo(PatternMatch other) {
    return ORDER.compare(this, other);
  }
}
