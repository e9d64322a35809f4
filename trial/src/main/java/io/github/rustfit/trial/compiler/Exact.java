package io.github.rustfit.trial.compiler;

import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Methods of the JDK that Rust says bit by bit, without anything of the JVM. */
final class Exact {

  /** Of {@code Math} and {@code StrictMath}: specified but for the last bit, or by chance. */
  private static final Set<String> INEXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot", "random");

  private static final Set<String> NUMBERS =
      Set.of("Integer", "Long", "Short", "Byte", "Double", "Float", "Boolean");

  /** Of {@code Character}; the others ask tables of Unicode, which every JDK has another of. */
  private static final Set<String> OF_CHARACTERS =
      Set.of(
          "compare",
          "reverseBytes",
          "isSurrogate",
          "isHighSurrogate",
          "isLowSurrogate",
          "isSurrogatePair",
          "toCodePoint",
          "charCount",
          "highSurrogate",
          "lowSurrogate",
          "isBmpCodePoint",
          "isSupplementaryCodePoint",
          "isValidCodePoint");

  private static final Set<String> OF_ARRAYS = Set.of("fill", "copyOf", "copyOfRange", "equals");

  private Exact() {}

  /** Whether a call of it is no obstacle. */
  static boolean has(ExecutableElement method, TypeElement owner) {
    String type = owner.getQualifiedName().toString();
    String name = method.getSimpleName().toString();
    return switch (type) {
      case "java.lang.Math", "java.lang.StrictMath" -> !INEXACT.contains(name);
      case "java.lang.System" -> name.equals("arraycopy");
      case "java.util.Arrays" -> OF_ARRAYS.contains(name) && ofPrimitives(method);
      case "java.lang.Enum" -> name.equals("ordinal");
      case "java.lang.Object", "java.lang.Record" -> name.equals("<init>");
      case "java.util.Objects" -> name.startsWith("check");
      case "java.lang.Character" -> OF_CHARACTERS.contains(name) && ofPrimitives(method);
      default ->
          type.startsWith("java.lang.")
              && NUMBERS.contains(owner.getSimpleName().toString())
              && method.getModifiers().contains(Modifier.STATIC)
              && method.getReturnType().getKind().isPrimitive()
              && ofPrimitives(method);
    };
  }

  /** Whether neither objects nor arrays of them are passed. */
  private static boolean ofPrimitives(ExecutableElement method) {
    return method.getParameters().stream()
        .map(one -> one.asType().toString().replace("[]", ""))
        .allMatch(type -> Character.isLowerCase(type.charAt(0)) && type.indexOf('.') < 0);
  }
}
