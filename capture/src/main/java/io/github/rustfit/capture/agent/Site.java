package io.github.rustfit.capture.agent;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method that is captured, whatever loaders load its class.
 *
 * <p>Its strata belong to the {@link Store}.
 */
final class Site {

  /**
   * A field of the object that a method is called on.
   *
   * @param name its name
   * @param descriptor its type
   */
  record Held(String name, String descriptor) {}

  private final int id;
  private final String className;
  private final String method;
  private final String descriptor;
  private final int access;
  private final List<Held> fields;
  private final AtomicLongArray counts;
  private final long[] limits = new long[64];
  private final @Nullable Stratum[] strata = new Stratum[64];

  /**
   * @param id place of its counters
   * @param className binary name
   * @param access flags of the class file
   * @param fields plain ones of the object that it is called on; none for a static method
   */
  Site(int id, String className, String method, String descriptor, int access, List<Held> fields) {
    this.id = id;
    this.className = className;
    this.method = method;
    this.descriptor = descriptor;
    this.access = access;
    this.fields = List.copyOf(fields);
    this.counts = new AtomicLongArray((Probe.MASK + 1) * Probe.STRIDE);
    if (whyNot().isEmpty()) {
      Arrays.fill(limits, -1L); // each call is asked of, and none where arguments are not plain
    }
  }

  int id() {
    return id;
  }

  String className() {
    return className;
  }

  String method() {
    return method;
  }

  String descriptor() {
    return descriptor;
  }

  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  int access() {
    return access;
  }

  /** What is copied of its object, too. */
  List<Held> fields() {
    return fields;
  }

  /** How many it has. */
  int parameters() {
    return Type.getArgumentTypes(descriptor).length;
  }

  AtomicLongArray counts() {
    return counts;
  }

  long[] limits() {
    return limits;
  }

  @Nullable Stratum[] strata() {
    return strata;
  }

  /** Why arguments are not copied; empty where they are. */
  String whyNot() {
    for (Type type : Type.getArgumentTypes(descriptor)) {
      if (!Values.plain(type.getDescriptor())) {
        return "a parameter is of type " + type.getClassName() + ", which is no plain value";
      }
    }
    return "";
  }

  boolean givesPlain() {
    return givesNothing() || Values.plain(Type.getReturnType(descriptor).getDescriptor());
  }

  boolean givesNothing() {
    return Type.getReturnType(descriptor).getSort() == Type.VOID;
  }

  /** A result as its type is: the JVM computes small ones as int. */
  @Nullable Object typed(@Nullable Object value) {
    if (!(value instanceof Integer number)) {
      return value;
    }
    return switch (Type.getReturnType(descriptor).getSort()) {
      case Type.BOOLEAN -> number != 0;
      case Type.BYTE -> (Object) number.byteValue();
      case Type.CHAR -> (Object) (char) number.intValue();
      case Type.SHORT -> (Object) number.shortValue();
      default -> value;
    };
  }

  /** Sum of a counter over all stripes. */
  long sum(int counter) {
    long sum = 0;
    for (int at = counter; at < counts.length(); at += Probe.STRIDE) {
      sum += counts.get(at);
    }
    return sum;
  }

  /** Bytes of arguments that are the same in each call. */
  int fixedIn() {
    int sum = 0;
    for (Type type : Type.getArgumentTypes(descriptor)) {
      sum += fixed(type);
    }
    return sum;
  }

  /** The same of the result. */
  int fixedOut() {
    return fixed(Type.getReturnType(descriptor));
  }

  private static int fixed(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN, Type.BYTE -> 1;
      case Type.CHAR, Type.SHORT -> 2;
      case Type.INT, Type.FLOAT -> 4;
      case Type.LONG, Type.DOUBLE -> 8;
      default -> 0;
    };
  }

  @Override
  public String toString() {
    return className + "#" + method + descriptor.substring(0, descriptor.indexOf(')') + 1);
  }
}
