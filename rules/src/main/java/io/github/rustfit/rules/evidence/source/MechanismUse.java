package io.github.rustfit.rules.evidence.source;

import java.util.Comparator;

/**
 * A place in the source that uses something which only a JVM has.
 *
 * @param mechanism what is used
 * @param line line of the use
 */
public record MechanismUse(Mechanism mechanism, int line) implements Comparable<MechanismUse> {

  /** What only a JVM has. */
  public enum Mechanism {
    /** Members looked up by name: {@code Class.forName}, {@code Method}, method handles. */
    REFLECTION,
    /** {@code Proxy.newProxyInstance}. */
    DYNAMIC_PROXY,
    /** A class loader of its own. */
    CLASS_LOADING,
    /** Classes that are written at run time. */
    BYTECODE,
    /** Java serialization to or from somewhere else. */
    SERIALIZATION,
    /** Java serialization to and from an array in memory, as for a deep copy. */
    SERIALIZED_COPY
  }

  private static final Comparator<MechanismUse> ORDER =
      Comparator.comparingInt(MechanismUse::line).thenComparing(MechanismUse::mechanism);

  public MechanismUse {
    if (line < 1) {
      throw new IllegalArgumentException(mechanism + " at line " + line);
    }
  }

  @Override
  public int compareTo(MechanismUse other) {
    return ORDER.compare(this, other);
  }
}
