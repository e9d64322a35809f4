package io.github.rustfit.rules.evidence.source;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A class, interface, enum, record or annotation in the source, nested ones included; local and
 * anonymous classes belong to the type around them.
 *
 * @param binaryName e.g. {@code com.acme.Cache$Entry}
 * @param firstLine line of the declaration
 * @param lastLine line of the closing brace
 * @param methods its own methods in source order, those of nested types excluded
 * @param shape what it consists of; empty for test code
 */
public record SourceType(
    String binaryName,
    int firstLine,
    int lastLine,
    List<SourceMethod> methods,
    Optional<TypeShape> shape)
    implements Comparable<SourceType> {

  private static final Comparator<SourceType> ORDER =
      Comparator.comparing(SourceType::binaryName)
          .thenComparingInt(SourceType::firstLine)
          .thenComparingInt(SourceType::lastLine)
          .thenComparing(type -> type.methods().toString())
          .thenComparing(type -> type.shape().toString());

  public SourceType {
    methods = methods.stream().sorted().toList();
  }

  /** Whether the line lies inside. */
  public boolean contains(int line) {
    return firstLine <= line && line <= lastLine;
  }

  @Override
  public int compareTo(SourceType other) {
    return ORDER.compare(this, other);
  }
}
