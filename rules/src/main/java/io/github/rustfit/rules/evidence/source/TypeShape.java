package io.github.rustfit.rules.evidence.source;

import java.lang.reflect.Modifier;
import java.util.List;

/**
 * What a type consists of, as its source declares it. Types are named as in {@link Signature}.
 *
 * @param kind what it is
 * @param superclass the class it extends; empty when it names none
 * @param interfaces the interfaces it implements or, being one, extends, in source order
 * @param fields its fields in source order, of a record its components first
 */
public record TypeShape(Kind kind, String superclass, List<String> interfaces, List<Field> fields) {

  /** What a type is. */
  public enum Kind {
    /** A class. */
    CLASS,
    /** An interface. */
    INTERFACE,
    /** A record: a class whose state is its components. */
    RECORD,
    /** An enum. */
    ENUM,
    /** An annotation interface. */
    ANNOTATION
  }

  /**
   * A field.
   *
   * @param access access flags as in a class file: {@link Modifier}
   * @param type its type
   */
  public record Field(int access, String type) {

    public Field {
      if (access < 0) {
        throw new IllegalArgumentException("access " + access);
      }
    }

    /** Whether all objects share it. */
    public boolean isStatic() {
      return Modifier.isStatic(access);
    }

    /** Whether it is assigned once. */
    public boolean isFinal() {
      return Modifier.isFinal(access);
    }
  }

  public TypeShape {
    interfaces = List.copyOf(interfaces);
    fields = List.copyOf(fields);
  }

  /** The types of what each object holds. */
  public List<String> state() {
    return fields.stream().filter(field -> !field.isStatic()).map(Field::type).toList();
  }
}
