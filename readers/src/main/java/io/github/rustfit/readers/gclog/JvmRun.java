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
   * Whether its pauses are in the log. Which tags tell of them differs (ZGC only under {@code
   * gc,phases}, all others under {@code gc}), so collections without any pause leave them unknown.
   */
  boolean pausesKnown() {
    return pausesSeen || (collector.declared() && ids.count() == 0);
  }
}
