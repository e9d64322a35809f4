package io.github.rustfit.rules.evidence.source;

import java.lang.reflect.Modifier;
import java.util.List;

/**
 * How a method is called, as its source declares it.
 *
 * <p>Types are canonical names (JLS 25, 6.7) as far as the file's declarations, its single-type
 * imports and {@code java.lang} tell, otherwise as written; with type arguments but without
 * annotations, blanks or type variables, for which their bounds stand; variable arity is an array.
 *
 * @param access access flags as in a class file (JVMS 25, 4.6): {@link Modifier}
 * @param returns type of the result; {@code void} of constructors too
 * @param parameters types of the parameters in order
 */
public record Signature(int access, String returns, List<String> parameters) {

  public Signature {
    if (access < 0) {
      throw new IllegalArgumentException("access " + access);
    }
    parameters = List.copyOf(parameters);
  }

  /** Whether it is called without an object. */
  public boolean isStatic() {
    return Modifier.isStatic(access);
  }

  /** Whether it is native already. */
  public boolean isNative() {
    return Modifier.isNative(access);
  }
}
