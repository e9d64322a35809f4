package io.github.rustfit.trial.port;

import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A type of Java that has a place in Rust.
 *
 * @param sort its kind
 * @param element the type of an array's elements
 * @param declared the class of an object or enum
 */
record JavaType(Sort sort, Optional<JavaType> element, Optional<TypeElement> declared) {

  static final JavaType INT = of(Sort.INT);
  static final JavaType BOOLEAN = of(Sort.BOOLEAN);

  static JavaType of(Sort sort) {
    return new JavaType(sort, Optional.empty(), Optional.empty());
  }

  static JavaType array(JavaType element) {
    return new JavaType(Sort.ARRAY, Optional.of(element), Optional.empty());
  }

  /** The type that the compiler gave; empty for one that has no place. */
  static Optional<JavaType> of(TypeMirror type) {
    TypeKind kind = type.getKind();
    if (kind.isPrimitive() || kind == TypeKind.VOID) {
      return Optional.of(of(Sort.valueOf(kind.name())));
    }
    if (type instanceof ArrayType array) {
      return of(array.getComponentType())
          .filter(one -> one.sort().value() || one.sort() == Sort.ARRAY)
          .map(JavaType::array);
    }
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      if (element.getQualifiedName().contentEquals("java.lang.String")) {
        return Optional.of(of(Sort.TEXT));
      }
      if (element.getKind() == ElementKind.ENUM
          && element.getModifiers().contains(Modifier.FINAL)) {
        return Optional.of(new JavaType(Sort.ENUM, Optional.empty(), Optional.of(element)));
      }
    }
    return Optional.empty();
  }

  boolean isArray() {
    return sort == Sort.ARRAY;
  }

  /** The type of its elements. */
  JavaType inner() {
    return element.orElseThrow();
  }

  /** Its type where it is owned. */
  String owned() {
    return switch (sort) {
      case ARRAY -> "Vec<" + inner().owned() + ">";
      case TEXT -> "Vec<u16>";
      default -> sort.rust();
    };
  }

  /** What a reference to it points to. */
  String borrowed() {
    return sort == Sort.ARRAY ? "[" + inner().owned() + "]" : sort.rust();
  }

  /** A value that a variable has before it is given one. */
  String zero() {
    return switch (sort) {
      case BOOLEAN -> "false";
      case FLOAT, DOUBLE -> "0.0";
      case ARRAY, TEXT -> "Vec::new()";
      default -> "0";
    };
  }
}
