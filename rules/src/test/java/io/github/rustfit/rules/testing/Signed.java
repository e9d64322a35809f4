package io.github.rustfit.rules.testing;

import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Hand-made source with signatures and shapes. */
public final class Signed {

  private Signed() {}

  /** A static method. */
  public static SourceMethod function(
      String name, int first, int last, String returns, String... parameters) {
    return method(Modifier.STATIC, name, first, last, returns, parameters);
  }

  /** A method with the flags of {@link Modifier}. */
  public static SourceMethod method(
      int access, String name, int first, int last, String returns, String... parameters) {
    Signature signature = new Signature(access, returns, List.of(parameters));
    return new SourceMethod(name, first, last, Optional.of(signature));
  }

  /** A type that extends nothing, with private fields of these types. */
  public static SourceType type(
      TypeShape.Kind kind, String name, List<String> state, SourceMethod... methods) {
    return type(kind, name, "", state, methods);
  }

  /** A type that extends another, with private fields of these types. */
  public static SourceType type(
      TypeShape.Kind kind,
      String name,
      String superclass,
      List<String> state,
      SourceMethod... methods) {
    List<TypeShape.Field> fields =
        state.stream().map(type -> new TypeShape.Field(Modifier.PRIVATE, type)).toList();
    TypeShape shape = new TypeShape(kind, superclass, List.of(), fields);
    return new SourceType(name, 1, 1000, List.of(methods), Optional.of(shape));
  }

  /** The file of the component that is judged, in the package {@code com.acme.hot}. */
  public static SourceFile hot(List<String> imports, SourceType... types) {
    SortedSet<String> names = new TreeSet<>(imports);
    return new SourceFile(
        "app",
        "Hot.java",
        "00",
        SourceFile.Role.MAIN,
        "com.acme.hot",
        100,
        names,
        Stream.of(types).toList(),
        Collections.emptySortedSet(),
        Collections.emptySortedSet());
  }
}
