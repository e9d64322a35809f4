package io.github.rustfit.engine.patterns;

import static io.github.rustfit.engine.patterns.DefectPattern.Rust.PARTLY;
import static io.github.rustfit.engine.patterns.DefectPattern.Rust.PREVENTED;
import static io.github.rustfit.engine.patterns.Precision.HIGH;
import static io.github.rustfit.engine.patterns.Precision.MEDIUM;

import java.util.List;

/** Classes of defects; null dereferences and unclear sharing of fields are too often wrong. */
final class DefectPatterns {

  static final List<DefectPattern> ALL =
      List.of(
          new DefectPattern(
              "shared-mutable-static",
              "Mutable static state",
              MEDIUM,
              PREVENTED,
              true,
              "Make it final and immutable or a concurrent type, or guard it with @GuardedBy and"
                  + " Error Prone's GuardedBy check."),
          new DefectPattern(
              "unsafe-shared-type",
              "Type that is not thread-safe in a shared field",
              HIGH,
              PREVENTED,
              true,
              "Use DateTimeFormatter, or one object for each call or thread."),
          new DefectPattern(
              "non-atomic-update",
              "Update that is not atomic",
              HIGH,
              PREVENTED,
              true,
              "Use AtomicInteger or LongAdder, putIfAbsent or computeIfAbsent, and volatile with"
                  + " double-checked locking."),
          new DefectPattern(
              "modified-while-iterated",
              "Collection changed while it is iterated",
              HIGH,
              PREVENTED,
              false,
              "Use removeIf or Iterator.remove, or iterate over a copy; Error Prone's"
                  + " ModifyCollectionInEnhancedForLoop finds it at compile time."),
          new DefectPattern(
              "unclosed-resource",
              "Resource that may stay open",
              MEDIUM,
              PREVENTED,
              false,
              "Use try-with-resources and Error Prone's MustBeClosed check."),
          new DefectPattern(
              "native-memory",
              "Native memory or native code",
              HIGH,
              PARTLY,
              true,
              "Keep it behind one class with try-with-resources and confined arenas. The edge to"
                  + " native code is unsafe in Rust, too."),
          new DefectPattern(
              "reference-count",
              "References counted by hand",
              MEDIUM,
              PREVENTED,
              true,
              "Release in finally and run tests with Netty's leak detector at paranoid"
                  + " (-Dio.netty.leakDetection.level=paranoid)."),
          new DefectPattern(
              "ignored-error",
              "Error swallowed or result ignored",
              HIGH,
              PARTLY,
              false,
              "Handle or rethrow it; Error Prone's CheckReturnValue and"
                  + " FutureReturnValueIgnored find it at compile time."),
          new DefectPattern(
              "open-switch",
              "Switch that may miss a case",
              HIGH,
              PREVENTED,
              false,
              "Use a switch expression over an enum or a sealed type: the Java compiler checks that"
                  + " it covers every case (JDK 21 and newer)."),
          new DefectPattern(
              "exposed-internals",
              "Internal array or collection handed out",
              HIGH,
              PREVENTED,
              false,
              "Return List.copyOf, an unmodifiable view or a clone; copy what comes in."),
          new DefectPattern(
              "finalizer",
              "Finalizer",
              HIGH,
              PREVENTED,
              false,
              "Implement AutoCloseable and use try-with-resources, with a Cleaner as a safety net."),
          new DefectPattern(
              "int-overflow",
              "Arithmetic that may overflow",
              MEDIUM,
              PARTLY,
              false,
              "Widen before multiplying, use Math.toIntExact and Integer.compare."),
          new DefectPattern(
              "unchecked-cast",
              "Unchecked cast or raw type",
              MEDIUM,
              PREVENTED,
              false,
              "Give the type its parameters; compile with -Xlint:unchecked,rawtypes -Werror."),
          new DefectPattern(
              "identity-comparison",
              "Boxes or strings compared by identity",
              HIGH,
              PREVENTED,
              false,
              "Compare with equals or Objects.equals; Error Prone's BoxedPrimitiveEquality and"
                  + " ReferenceEquality find it at compile time."));

  private DefectPatterns() {}
}
