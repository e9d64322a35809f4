package io.github.rustfit.readers.source.patterns;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type as far as one file tells.
 *
 * @param name qualified where an import or the language tells, otherwise as written
 * @param arguments type arguments; empty for none, and for a diamond
 * @param dimensions of an array
 */
record TypeRef(String name, List<TypeRef> arguments, int dimensions) {

  private static final Map<String, String> BOXES =
      Map.of(
          "java.lang.Integer", "int",
          "java.lang.Long", "long",
          "java.lang.Double", "double",
          "java.lang.Float", "float",
          "java.lang.Short", "short",
          "java.lang.Byte", "byte",
          "java.lang.Character", "char",
          "java.lang.Boolean", "boolean");

  /** What a box can hold in a new object; both booleans are cached. */
  private static final Set<String> NUMBERS =
      Set.of("int", "long", "double", "float", "short", "byte", "char");

  static final TypeRef INT = of("int");
  static final TypeRef LONG = of("long");
  static final TypeRef DOUBLE = of("double");
  static final TypeRef CHAR = of("char");
  static final TypeRef BOOLEAN = of("boolean");
  static final TypeRef STRING = of("java.lang.String");

  static TypeRef of(String name) {
    return new TypeRef(name, List.of(), 0);
  }

  static TypeRef array(TypeRef element) {
    return new TypeRef(element.name, element.arguments, element.dimensions + 1);
  }

  /** Whether it is this class, and no array of it. */
  boolean is(String qualified) {
    return dimensions == 0 && name.equals(qualified);
  }

  boolean isAny(Set<String> qualified) {
    return dimensions == 0 && qualified.contains(name);
  }

  boolean isArray() {
    return dimensions > 0;
  }

  boolean isString() {
    return is(STRING.name);
  }

  /** A primitive number or character. */
  boolean isNumber() {
    return isAny(NUMBERS);
  }

  /** A box that may be a new object. */
  boolean isBox() {
    return BOXES.containsKey(name) && unboxed().isNumber();
  }

  boolean isPrimitive() {
    return isNumber() || is("boolean");
  }

  /** What is in the box, or the type itself when it is none. */
  TypeRef unboxed() {
    @Nullable String primitive = dimensions == 0 ? BOXES.get(name) : null;
    return primitive == null ? this : of(primitive);
  }

  /** The type argument at that position, or null when it is not written. */
  @Nullable TypeRef argument(int index) {
    return index < arguments.size() ? arguments.get(index) : null;
  }

  /** The element of an array. */
  TypeRef element() {
    return new TypeRef(name, arguments, dimensions - 1);
  }

  /** The name without its package. */
  String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
