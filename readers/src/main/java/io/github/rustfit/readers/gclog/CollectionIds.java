package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.LineFaults.Fault;
import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.rules.evidence.gc.GcRunPart;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts the collections of one JVM by the numbers in {@code GC(n)}. The numbers grow, but cycles
 * overlap, so the latest {@value #WINDOW} are remembered; a smaller one belongs to a long cycle
 * that was counted when it began. Not thread-safe.
 */
final class CollectionIds {

  private static final int WINDOW = 64;

  private final @Nullable String[] causes = new String[WINDOW];
  private final long[] causeIds = new long[WINDOW];
  private boolean caused;
  private final long[] begins = new long[WINDOW];
  private long latest = Cursor.NONE;
  private long openingTop = Cursor.NONE;
  private long opening;
  private long seen;
  private long count;

  /** Numbers that were left out so far, and before which line. */
  private final SortedMap<Long, String> missing = new TreeMap<>();

  private final LineFaults faults;

  CollectionIds(LineFaults faults) {
    this.faults = faults;
  }

  /** Sees a line of this collection. */
  void see(long id) {
    if (id == latest) {
      return;
    }
    open(id);
    missing.remove(id);
    if (id > latest) {
      if (latest != Cursor.NONE) {
        for (long left = latest + 1; left < id && missing.size() < WINDOW; left++) {
          missing.put(left, faults.place());
        }
      }
      long step = id - latest;
      seen = step >= WINDOW ? 0 : seen << step;
      latest = id;
    }
    long back = latest - id;
    if (back < WINDOW && (seen & 1L << back) == 0) {
      seen |= 1L << back;
      count++;
    }
  }

  /** Whether a line of this collection may be the next one. */
  boolean follows(long id) {
    return latest == Cursor.NONE || id == latest || id == latest + 1 || knows(id);
  }

  /** Whether this collection is one of those that were seen, or the next one, and no other. */
  boolean continues(long id) {
    return latest != Cursor.NONE && (id == latest + 1 || knows(id));
  }

  private boolean knows(long id) {
    long back = latest - id;
    return latest != Cursor.NONE && back >= 0 && back < WINDOW && (seen & 1L << back) != 0;
  }

  /** Says that no more lines follow. */
  void finish() {
    new TreeSet<>(missing.values()).forEach(place -> faults.add(Fault.MISSING, place));
  }

  /** Cycles that began before the log have smaller numbers than what follows. */
  private void open(long id) {
    if (openingTop == Cursor.NONE) {
      openingTop = id + WINDOW / 2;
    }
    long back = openingTop - id;
    if (back >= 0 && back < WINDOW) {
      opening |= 1L << back;
    }
  }

  /** The collections around the first line. */
  GcRunPart.Ids opening() {
    return opening == 0 ? GcRunPart.Ids.NOTHING : new GcRunPart.Ids(openingTop, opening);
  }

  /** The latest collections. */
  GcRunPart.Ids closing() {
    return seen == 0 ? GcRunPart.Ids.NOTHING : new GcRunPart.Ids(latest, seen);
  }

  /** Remembers why this collection runs, and when it began in nanoseconds. */
  void cause(long id, String cause, long begin) {
    int slot = (int) (id % WINDOW);
    causes[slot] = cause;
    caused = true;
    causeIds[slot] = id;
    begins[slot] = begin;
  }

  /** Whether the log gives causes of cycles. */
  boolean causes() {
    return caused;
  }

  /** When this collection began, if its cause is remembered; else {@link Cursor#NONE}. */
  long begin(long id) {
    return cause(id) == null ? Cursor.NONE : begins[(int) (id % WINDOW)];
  }

  /** Why this collection runs, as far as it was said and is remembered. */
  @Nullable String cause(long id) {
    int slot = (int) (id % WINDOW);
    return causeIds[slot] == id ? causes[slot] : null;
  }

  /** Number of collections seen. */
  long count() {
    return count;
  }
}
