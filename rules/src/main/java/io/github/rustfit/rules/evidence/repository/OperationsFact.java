package io.github.rustfit.rules.evidence.repository;

import java.util.Comparator;

/**
 * One thing that a file of operations says.
 *
 * @param kind what it is about
 * @param subject whose it is, e.g. {@code Deployment/shop/app} for a container, or the stage of a
 *     build; empty when it concerns the whole file
 * @param value what is said, e.g. {@code -Xmx2g}; never a password or another value of the
 *     environment
 * @param number the same in the kind's unit; {@link #NONE} when it has none
 * @param line line of the file, or 0
 */
public record OperationsFact(Kind kind, String subject, String value, long number, int line)
    implements Comparable<OperationsFact> {

  /** No number. */
  public static final long NONE = -1;

  /** What a fact is about, and the unit of its number. */
  public enum Kind {
    /** Image on which the shipped image is built. */
    BASE_IMAGE,
    /** Image of a stage that is not shipped. */
    BUILD_IMAGE,
    /** Image that a container runs. */
    IMAGE,
    /** Path of the build file from which a container's image is built. */
    BUILD_FILE,
    /** It starts a JVM itself. */
    RUNS_JAVA,
    /** An option of the JVM. */
    JVM_OPTION,
    /** Most memory, in bytes. */
    MEMORY_LIMIT,
    /** Reserved memory, in bytes. */
    MEMORY_REQUEST,
    /** Most CPU time, in thousandths of a CPU. */
    CPU_LIMIT,
    /** Reserved CPU time, in thousandths of a CPU. */
    CPU_REQUEST,
    /** Instances. */
    REPLICAS,
    /** Instances at most, where they are scaled. */
    MAX_REPLICAS,
    /** Operating system and architecture, e.g. {@code linux/arm64}. */
    PLATFORM,
    /** An ahead-of-time compiled image of the Java program is built. */
    NATIVE_IMAGE,
    /** A run-time image with a part of the JDK is built. */
    JLINK,
    /** A Rust toolchain is used. */
    RUST,
    /** A JDK; its number is the feature release. */
    JDK,
    /** Containers that could not be read, e.g. in a template. */
    UNREAD
  }

  private static final Comparator<OperationsFact> ORDER =
      Comparator.comparingInt(OperationsFact::line)
          .thenComparing(OperationsFact::kind)
          .thenComparing(OperationsFact::subject)
          .thenComparing(OperationsFact::value)
          .thenComparingLong(OperationsFact::number);

  public OperationsFact {
    if (line < 0 || number < NONE) {
      throw new IllegalArgumentException(kind + " " + number + " at line " + line);
    }
  }

  @Override
  public int compareTo(OperationsFact other) {
    return ORDER.compare(this, other);
  }
}
