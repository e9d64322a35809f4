package io.github.rustfit.engine.patterns;

import static io.github.rustfit.engine.patterns.Precision.HIGH;
import static io.github.rustfit.engine.patterns.Precision.MEDIUM;

import java.util.List;
import java.util.stream.Stream;

/** Objects made around single values. */
final class BoxingPatterns {

  private static final String[] BOXES = {
    "java.lang.Integer",
    "java.lang.Long",
    "java.lang.Double",
    "java.lang.Float",
    "java.lang.Short",
    "java.lang.Byte",
    "java.lang.Character"
  };

  /** The boxes, and what making them takes. */
  private static final SampleFilter BOXING =
      SampleFilter.allocated(BOXES)
          .or(
              SampleFilter.below(
                  Stream.of(BOXES).map(box -> box + ".valueOf").toArray(String[]::new)));

  static final List<HotPattern> ALL =
      List.of(
          HotPattern.of(
              "boxing-in-loop",
              "Boxing in a loop",
              HIGH,
              "makes an object for each number",
              "Use a primitive variable or array, an IntStream, or a primitive collection"
                  + " (fastutil, Eclipse Collections, HPPC).",
              "boxes such as java.lang.Integer made at the line",
              BOXING),
          HotPattern.of(
              "boxed-map-key",
              "Boxed keys or values of a map",
              MEDIUM,
              "makes an object for each number that goes into the map or is looked up",
              "Use a primitive map (fastutil, HPPC, Agrona), or an array when the keys are small.",
              "boxes or map nodes made at the line",
              BOXING.or(
                  SampleFilter.allocated(
                      "java.util.HashMap$Node",
                      "java.util.LinkedHashMap$Entry",
                      "java.util.TreeMap$Entry",
                      "java.util.concurrent.ConcurrentHashMap$Node"))),
          HotPattern.of(
              "wrapper-per-element",
              "A wrapper for each element",
              MEDIUM,
              "makes a short-lived object for each element",
              "Return primitives, a sentinel or fields of a reused object; keep the wrapper at the"
                  + " edge of the interface.",
              "the wrapper allocated at the line",
              SampleFilter.subjectAllocated()
                  .or(SampleFilter.allocated("java.util.Optional*", "java.util.KeyValueHolder"))),
          HotPattern.of(
              "big-number-in-loop",
              "BigDecimal or BigInteger arithmetic",
              MEDIUM,
              "makes new numbers for each operation",
              "Compute with a long scaled to the smallest unit and convert at the edge; make"
                  + " constants static.",
              "big numbers allocated at the line",
              SampleFilter.allocated("java.math.BigDecimal", "java.math.BigInteger")
                  .or(SampleFilter.below("java.math.*"))));

  private BoxingPatterns() {}
}
