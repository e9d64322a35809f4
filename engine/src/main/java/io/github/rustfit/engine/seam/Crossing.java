package io.github.rustfit.engine.seam;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What crosses with one call of a method.
 *
 * @param parts the object, if there is one, the parameters and the result
 */
public record Crossing(List<Part> parts) {

  public Crossing {
    parts = List.copyOf(parts);
  }

  /** As ready as the least ready part. */
  public Ease ease() {
    return parts.stream().map(part -> part.kind().ease()).reduce(Ease.FLAT, Ease::or);
  }

  /**
   * What a call costs in nanoseconds, without the bytes that are copied; empty unless everything
   * crosses as it is, as nothing is published about the rest, and for rows of arrays, whose number
   * nobody knows.
   */
  public OptionalDouble nanos() {
    if (ease() != Ease.FLAT || parts.stream().anyMatch(part -> part.type().endsWith("[][]"))) {
      return OptionalDouble.empty();
    }
    double nanos = CrossingCost.CALL.value();
    for (Part part : parts) {
      nanos += part.texts() * CrossingCost.TEXT.value() + part.copies() * CrossingCost.COPY.value();
    }
    return OptionalDouble.of(nanos);
  }

  /** Whether the cost depends on how many bytes are copied. */
  public boolean copies() {
    return parts.stream().anyMatch(part -> part.copies() > 0 || part.texts() > 0);
  }

  /** What keeps it from crossing as it is, in words; empty when nothing does. */
  public String obstacles() {
    return parts.stream()
        .filter(part -> part.kind().ease() != Ease.FLAT)
        .map(part -> part.role() + " " + part.shortType() + " (" + part.kind().text() + ")")
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
