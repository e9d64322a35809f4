package io.github.rustfit.rules.evidence.profile;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One frame of a stack trace, as the profiler named it.
 *
 * @param className binary name of the class with dots for packages, e.g. {@code
 *     com.acme.Cache$Entry}; empty for native code
 * @param method method or native function name, e.g. {@code lambda$get$0}
 * @param line source line, or 0 when the recording does not carry one
 */
public record Frame(String className, String method, int line) implements Comparable<Frame> {

  /**
   * Stands at the root of a stack that the profiler cut, in place of the callers that it did not
   * record.
   */
  public static final Frame CUT = new Frame("", "[truncated]", 0);

  /**
   * Stands at the root of a stack that was cut when many recordings were summed, in place of the
   * callers. Whose the sample is was known then, and is still: that of the frames that are left, or
   * nobody's.
   */
  public static final Frame FOLDED = new Frame("", "[folded]", 0);

  /** The same where nobody knew what is own code, so that a caller may have been. */
  public static final Frame FOLDED_BLIND = new Frame("", "[folded blindly]", 0);

  private static final Comparator<Frame> ORDER =
      Comparator.comparing(Frame::className)
          .thenComparing(Frame::method)
          .thenComparingInt(Frame::line);

  public Frame {
    if (line < 0) {
      throw new IllegalArgumentException("negative line " + line);
    }
  }

  // The generated methods are slow until they are compiled, and readers compare many frames.

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Frame frame
            && line == frame.line
            && method.equals(frame.method)
            && className.equals(frame.className));
  }

  @Override
  public int hashCode() {
    return (className.hashCode() * 31 + method.hashCode()) * 31 + line;
  }

  /** Whether it stands in the place of frames that are not known, rather than for one. */
  public boolean standsForMore() {
    return equals(CUT) || equals(FOLDED) || equals(FOLDED_BLIND);
  }

  /** Whether the frame is Java code (it has a class), as opposed to native code. */
  public boolean java() {
    return !className.isEmpty();
  }

  @Override
  public int compareTo(Frame other) {
    return ORDER.compare(this, other);
  }
}
