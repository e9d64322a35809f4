package io.github.rustfit.rules.evidence.gc;

/**
 * What one GC log holds of one run of a JVM, as far as it matters where the log of the same run
 * goes on in another file. Amounts that are not known are {@value #NONE}.
 *
 * @param clock what its times are since
 * @param span the time that it covers
 * @param edges which collections are at its ends
 * @param heap the heap at its ends
 * @param known what can be told of it
 */
public record GcRunPart(Clock clock, Span span, Edges edges, Heap heap, Known known) {

  /** Not known. */
  public static final long NONE = -1;

  /** So that sums over many parts stay in range. */
  static final long MOST = Long.MAX_VALUE / 4;

  private static final long LONGEST_SILENCE = 366L * 24 * 3600 * 1_000_000_000L;

  /** Threads may log out of order by less. */
  private static final long BACKWARD = 1_000_000_000L;

  /** The clock may be set by less while a JVM runs. */
  private static final long CLOCK_STEP = 60_000_000_000L;

  /**
   * Up to 64 neighbouring numbers of collections.
   *
   * @param top the largest possible
   * @param seen bit n says that {@code top - n} was seen; 0 when no collection was
   */
  public record Ids(long top, long seen) {

    /** No collection. */
    public static final Ids NOTHING = new Ids(0, 0);

    /** How many collections both have. */
    int common(Ids other) {
      long highest = Math.max(top, other.top);
      return Long.bitCount(below(highest) & other.below(highest));
    }

    /** The latest of both. */
    Ids with(Ids other) {
      if (none() || other.none()) {
        return none() ? other : this;
      }
      long highest = Math.max(top, other.top);
      return new Ids(highest, below(highest) | other.below(highest));
    }

    /** What was seen, by the distance from a higher top. */
    private long below(long highest) {
      return highest - top < Long.SIZE ? seen << (highest - top) : 0;
    }

    /** The smallest number above this one, or {@value GcRunPart#NONE}. */
    long smallestAbove(long id) {
      for (int back = Long.SIZE - 1; back >= 0; back--) {
        if ((seen >>> back & 1) != 0 && top - back > id) {
          return top - back;
        }
      }
      return NONE;
    }

    boolean none() {
      return seen == 0;
    }
  }

  /**
   * What the times of a part are since.
   *
   * @param uptime whether they are since the JVM's start, else since 1970
   * @param started when the JVM started, in nanoseconds since 1970
   */
  public record Clock(boolean uptime, long started) {
    public Clock {
      if (started < NONE) {
        throw new IllegalArgumentException("negative time");
      }
    }

    /** Whether both may be of one run of a JVM. */
    private boolean agrees(Clock other) {
      return uptime == other.uptime
          && (started == NONE
              || other.started == NONE
              || Math.abs(started - other.started) <= CLOCK_STEP);
    }
  }

  /**
   * The time that a part covers.
   *
   * @param first time of the first line, in nanoseconds
   * @param last time of the last line, in nanoseconds
   * @param begin where the time covered begins, in nanoseconds: the JVM's start, the first line, or
   *     the start of the pause that it ends
   * @param fromStart whether time and allocation are counted from the start of the JVM
   * @param declared whether the JVM itself says here that it starts; else that was concluded from
   *     the number of the first collection
   * @param nanos time covered, in nanoseconds
   */
  public record Span(
      long first, long last, long begin, boolean fromStart, boolean declared, long nanos) {
    public Span {
      inBounds(nanos);
      if (first < 0 || last < 0 || begin < 0 || nanos < 0) {
        throw new IllegalArgumentException("negative time");
      }
    }
  }

  /**
   * Which collections are at the ends of a part.
   *
   * @param opening collections at the beginning
   * @param closing collections at the end; its top is the latest
   */
  public record Edges(Ids opening, Ids closing) {}

  /**
   * The heap at the ends of a part.
   *
   * @param heapBefore heap use before the first collection, in bytes
   * @param heapAfter heap use after the last collection, in bytes
   * @param cycleBefore the cycle that {@code heapBefore} stands in, if it frees memory in parts
   * @param cycleAfter the cycle that {@code heapAfter} stands in, if it frees memory in parts
   */
  public record Heap(long heapBefore, long heapAfter, long cycleBefore, long cycleAfter) {
    public Heap {
      inBounds(heapBefore, heapAfter, cycleBefore, cycleAfter);
    }

    /** Bytes that came since the other's last collection, if that is known. */
    private long since(Heap other) {
      boolean sameCycle = cycleBefore != NONE && cycleBefore == other.cycleAfter;
      return sameCycle ? 0 : Math.max(0, heapBefore - other.heapAfter);
    }
  }

  /**
   * What a part tells.
   *
   * @param pauses whether pauses are known
   * @param allocation whether the allocation is known
   * @param cpu whether the collector's CPU time is known
   */
  public record Known(boolean pauses, boolean allocation, boolean cpu) {}

  private static void inBounds(long... amounts) {
    for (long amount : amounts) {
      if (amount < NONE || amount > MOST) {
        throw new IllegalArgumentException("out of bounds: " + amount);
      }
    }
  }

  /** Whether this may be the same run at a later time, with or without a part missing between. */
  boolean laterThan(GcRunPart other) {
    return !span.declared
        && clock.agrees(other.clock)
        && span.first >= other.span.last - BACKWARD
        && span.last >= other.span.last;
  }

  /**
   * Whether this goes on where the other part ends: collections are numbered one by one. Logs of
   * JDK 8 and earlier have no numbers; for them this is whether it may.
   *
   * @param known the latest collections of the run up to the other part's end
   */
  boolean continues(GcRunPart other, Ids known) {
    Ids opening = edges.opening;
    boolean idle = other.span.declared && known.none();
    if (!laterThan(other) || (span.fromStart && !idle && opening.common(known) == 0)) {
      return false;
    }
    if (idle && !opening.none()) {
      return opening.smallestAbove(NONE) == 0;
    }
    if (opening.none() || known.none()) {
      return true;
    }
    long next = opening.smallestAbove(known.top());
    return next == NONE ? opening.common(known) > 0 : next == known.top() + 1;
  }

  /**
   * Time between the other part's end and this one, less what this one counts before itself; no
   * more than a year, since no log is silent for longer.
   */
  long nanosSince(GcRunPart other) {
    return Math.min(LONGEST_SILENCE, span.begin - other.span.last);
  }

  /** Whether {@link #allocatedSince} tells. */
  boolean allocationSinceKnown(GcRunPart other) {
    return heap.heapBefore != NONE && other.heap.heapAfter != NONE;
  }

  /**
   * Bytes allocated between the other part's last collection and this one's first, less what this
   * one counts before it.
   */
  long allocatedSince(GcRunPart other) {
    if (!allocationSinceKnown(other)) {
      return 0;
    }
    return heap.since(other.heap) - (span.fromStart ? heap.heapBefore : 0);
  }
}
