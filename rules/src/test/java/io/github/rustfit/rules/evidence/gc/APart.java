package io.github.rustfit.rules.evidence.gc;

/** Puts together what a log holds of a run; times are in any unit, and since the JVM's start. */
final class APart {

  private final long first;
  private final long last;
  private long begin;
  private boolean fromStart;
  private boolean declared;
  private GcRunPart.Clock clock = new GcRunPart.Clock(true, GcRunPart.NONE);
  private GcRunPart.Ids opening = GcRunPart.Ids.NOTHING;
  private GcRunPart.Ids closing = GcRunPart.Ids.NOTHING;
  private GcRunPart.Heap heap = new GcRunPart.Heap(-1, -1, -1, -1);
  private GcRunPart.Known known = new GcRunPart.Known(true, true, true);

  private APart(long first, long last) {
    this.first = first;
    this.last = last;
    begin = first;
  }

  /** From its first line to its last. */
  static APart from(long first, long last) {
    return new APart(first, last);
  }

  /** These numbers of collections, of which the largest is at most 63 above the smallest. */
  static GcRunPart.Ids ids(long... numbers) {
    long top = 0;
    for (long number : numbers) {
      top = Math.max(top, number);
    }
    long seen = 0;
    for (long number : numbers) {
      seen |= 1L << (top - number);
    }
    return new GcRunPart.Ids(top, seen);
  }

  APart begin(long at) {
    begin = at;
    return this;
  }

  /** Begins where the JVM does; it says so itself, or that was concluded. */
  APart fromStart(boolean itSaysSo) {
    begin = 0;
    fromStart = true;
    declared = itSaysSo;
    return this;
  }

  APart clock(boolean uptime, long started) {
    clock = new GcRunPart.Clock(uptime, started);
    return this;
  }

  /** Collections at the beginning. */
  APart opening(long... numbers) {
    opening = ids(numbers);
    return this;
  }

  /** Collections at the end. */
  APart closing(long... numbers) {
    closing = ids(numbers);
    return this;
  }

  /** Bytes before the first collection and after the last one. */
  APart heap(long before, long after) {
    return heap(before, after, -1, -1);
  }

  /** The same, with the cycles that they stand in. */
  APart heap(long before, long after, long cycleBefore, long cycleAfter) {
    heap = new GcRunPart.Heap(before, after, cycleBefore, cycleAfter);
    return this;
  }

  APart known(boolean pauses, boolean allocation, boolean cpu) {
    known = new GcRunPart.Known(pauses, allocation, cpu);
    return this;
  }

  GcRunPart build() {
    return new GcRunPart(
        clock,
        new GcRunPart.Span(first, last, begin, fromStart, declared, last - begin),
        new GcRunPart.Edges(opening, closing),
        heap,
        known);
  }
}
