package io.github.rustfit.rules.evidence.trial;

/**
 * What a call took on average.
 *
 * @param java nanoseconds of CPU time in Java, its part of the collector's included
 * @param rust the same of Rust through the boundary
 * @param alone the same of Rust on data that is its own; 0 where that was not measured
 * @param javaBytes bytes that Java allocated
 * @param rustBytes bytes that the call through the boundary allocated in the Java heap
 * @param javaResident the most memory that the process with Java had, bytes; 0 where the system
 *     does not tell
 * @param rustResident the same with Rust
 * @param leftToJava part of the timed calls that Rust left to Java, in thousandths
 */
public record TrialBars(
    long java,
    long rust,
    long alone,
    long javaBytes,
    long rustBytes,
    long javaResident,
    long rustResident,
    int leftToJava) {

  public TrialBars {
    if (java < 0
        || rust < 0
        || alone < 0
        || javaBytes < 0
        || rustBytes < 0
        || javaResident < 0
        || rustResident < 0
        || leftToJava < 0
        || leftToJava > 1000) {
      throw new IllegalArgumentException("java " + java + ", rust " + rust + ", " + leftToJava);
    }
  }
}
