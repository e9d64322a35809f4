package io.github.rustfit.engine.fold;

import io.github.rustfit.rules.evidence.base.Labels;

/**
 * What the inputs of one sum have in common, so that they may be summed.
 *
 * @param service of which program they are; empty where nobody says it
 * @param version of the program; likewise
 * @param kind which reader reads them
 * @param javaOnly whether time in native code cannot be among their CPU samples
 * @param number of the sum among those of the same
 */
record Bucket(String service, String version, String kind, boolean javaOnly, int number) {

  /** Spreads the numbers of texts that differ little; the golden ratio of 2^32. */
  private static final int SPREAD = 0x9E3779B9;

  /** The same whichever sum it is. */
  Bucket ofAny() {
    return new Bucket(service, version, kind, javaOnly, -1);
  }

  /**
   * The bucket of an input.
   *
   * @param identity what must come into one sum has in common, as a JVM
   */
  static Bucket of(Labels labels, String kind, boolean javaOnly, String identity, FoldRule rule) {
    int number = Integer.remainderUnsigned(identity.hashCode() * SPREAD >>> 8, rule.buckets());
    return new Bucket(labels.service(), labels.version(), kind, javaOnly, number);
  }
}
