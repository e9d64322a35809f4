package io.github.rustfit.readers.gclog;

/** What the lines of one run of one JVM have said so far. Not thread-safe. */
final class JvmRun {

  final CollectorName collector = new CollectorName();
  final CollectionIds ids = new CollectionIds();
  final HeapUse heap = new HeapUse();
  final Span span = new Span();
  boolean usingSeen;
  boolean pausesSeen;
  boolean gcCpuSeen;
  long heapLimit;
  long heapReserved;

  /** Says that the log reaches back to the start of this JVM. */
  void reachesBack() {
    span.reachesBack();
    heap.reachesBack();
  }

  /**
   * Whether its pauses are in the log. ZGC tells of them only under {@code gc,phases}; all others
   * tell together with the collection.
   */
  boolean pausesKnown() {
    return pausesSeen || !collector.is(CollectorName.Z);
  }

  /** Whether it says what a collection, or Epsilon, did. */
  boolean tellsOfCollections() {
    return ids.count() > 0 || collector.is(CollectorName.EPSILON);
  }
}
