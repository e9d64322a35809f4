package io.github.rustfit.trial.compiler;

import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Methods of the JDK that Rust says exactly, without anything of the JVM. */
final class Exact {

  private static final Set<String> WRAPPERS =
      Set.of("Integer", "Long", "Short", "Byte", "Character", "Double", "Float", "Boolean");

  private static final Set<String> OF_ARRAYS = Set.of("fill", "copyOf", "copyOfRange", "equals");

  private Exact() {}

  /** Whether a call of it is no obstacle. */
  static boolean has(ExecutableElement method, TypeElement owner) {
    String type = owner.getQualifiedName().toString();
    String name = method.getSimpleName().toString();
    return switch (type) {
      case "java.lang.Math", "java.lang.StrictMath" -> !name.equals("random");
      case "java.lang.System" -> name.equals("arraycopy");
      case "java.util.Arrays" -> OF_ARRAYS.contains(name);
      case "java.lang.Enum" -> name.equals("ordinal");
      case "java.lang.Object" -> name.equals("<init>");
      case "java.lang.Record", "java.lang.Throwable" -> name.equals("<init>");
      case "java.util.Objects" -> name.startsWith("check");
      default ->
          type.startsWith("java.lang.")
              && WRAPPERS.contains(owner.getSimpleName().toString())
              && method.getModifiers().contains(Modifier.STATIC)
              && method.getReturnType().getKind().isPrimitive()
              && method.getParameters().stream()
                  .allMatch(one -> one.asType().getKind().isPrimitive());
    };
  }
}
