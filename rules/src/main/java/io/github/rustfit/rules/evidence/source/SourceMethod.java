package io.github.rustfit.rules.evidence.source;

import java.util.Comparator;
import java.util.Optional;

/**
 * A method, constructor or initializer in the source.
 *
 * @param name as a stack trace names it: the method's name, {@code <init>} or {@code <clinit>}
 * @param firstLine line of its first token, annotations excluded
 * @param lastLine line of its closing brace
 * @param signature how it is called; empty for initializers and for test code
 */
public record SourceMethod(String name, int firstLine, int lastLine, Optional<Signature> signature)
    implements Comparable<SourceMethod> {

  private static final Comparator<SourceMethod> ORDER =
      Comparator.comparingInt(SourceMethod::firstLine)
          .thenComparingInt(SourceMethod::lastLine)
          .thenComparing(SourceMethod::name)
          .thenComparing(method -> method.signature().toString());

  public SourceMethod {
    if (firstLine < 1 || lastLine < firstLine) {
      throw new IllegalArgumentException(name + " at lines " + firstLine + "-" + lastLine);
    }
  }

  /** Whether the line lies inside. */
  public boolean contains(int line) {
    return firstLine <= line && line <= lastLine;
  }

  @Override
  public int compareTo(SourceMethod other) {
    return ORDER.compare(this, other);
  }
}
