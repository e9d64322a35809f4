package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.rules.evidence.gc.GcIncident;

/**
 * Lines of a collection that a plain log has not, and those that tell of something amiss. Not
 * thread-safe.
 */
final class DetailLines {

  private static final byte[] USER = Cursor.ascii("User=");
  private static final byte[] SYSTEM = Cursor.ascii("s Sys=");
  private static final byte[] REAL = Cursor.ascii("s Real=");
  private static final byte[] SERIAL_YOUNG = Cursor.ascii("DefNew: ");
  private static final byte[] CMS_YOUNG = Cursor.ascii("ParNew: ");
  private static final byte[] PARALLEL_YOUNG = Cursor.ascii("PSYoungGen: ");
  private static final byte[][] OLD_GENERATIONS = {
    Cursor.ascii("Tenured: "),
    Cursor.ascii("ParOldGen: "),
    Cursor.ascii("PSOldGen: "),
    Cursor.ascii("CMS: ")
  };
  private static final byte[] OLD_REGIONS = Cursor.ascii("Old regions: ");
  private static final byte[] HUMONGOUS_REGIONS = Cursor.ascii("Humongous regions: ");
  private static final byte[] EXHAUSTED = Cursor.ascii("To-space exhausted");
  private static final byte[][] MODE_FAILURES = {
    Cursor.ascii("Concurrent mode failure"), Cursor.ascii("Concurrent Mode Failure")
  };
  private static final byte[] ARROW = Cursor.ascii("->");
  private static final long SECOND = 1_000_000_000L;
  private static final long MOST = Long.MAX_VALUE / 4;
  private static final long MOST_REGIONS = 1L << 32;

  private long oldBefore;
  private long oldAfter;
  private boolean oldInRegions;
  private long oldOf = Cursor.NONE;
  private long pauseOf = Cursor.NONE;
  private long exhaustedOf = Cursor.NONE;

  /** Takes the line if it is one of these; the message is not empty. */
  void take(Cursor message, long id, JvmRun run) {
    switch (message.bytes[message.at]) {
      case 'U' -> cpu(message, id, run);
      case 'M' -> run.detailed |= MetaspaceLine.take(message, run.recorder.setup());
      case 'O' -> {
        if (message.skip(OLD_REGIONS)) {
          old(regions(message), message, id, run.region);
        }
      }
      case 'H' -> {
        if (message.skip(HUMONGOUS_REGIONS)) {
          run.recorder.humongousRegions(Math.min(MOST_REGIONS, message.digits()));
        }
      }
      case 'T' -> {
        if (message.at(EXHAUSTED)) {
          evacuationFailed(id, run);
        }
        old(message, id, run);
      }
      case 'D' -> infer(message.at(SERIAL_YOUNG), CollectorName.SERIAL, run);
      case 'P' -> {
        infer(message.at(PARALLEL_YOUNG), CollectorName.PARALLEL, run);
        infer(message.at(CMS_YOUNG), CollectorName.CMS, run);
        if (PromotionFailure.at(message)) {
          run.recorder.incident(GcIncident.PROMOTION_FAILURE);
        }
        old(message, id, run);
      }
      case 'C' -> old(message, id, run);
      default -> {}
    }
  }

  /** Takes the line if it says that the heap ran full before CMS was done. */
  void failedMode(Cursor message, JvmRun run) {
    for (byte[] failure : MODE_FAILURES) {
      if (message.at(failure)) {
        run.recorder.incident(GcIncident.CONCURRENT_MODE_FAILURE);
      }
    }
  }

  private static void infer(boolean said, String collector, JvmRun run) {
    if (said) {
      run.collector.infer(collector);
    }
  }

  private void old(Cursor message, long id, JvmRun run) {
    for (byte[] generation : OLD_GENERATIONS) {
      if (message.skip(generation)) {
        run.detailed = true;
        long before = message.size();
        if (message.skip('(')) {
          message.size();
          message.skip(')');
        }
        old(before, message, id, 1);
      }
    }
  }

  private static long regions(Cursor message) {
    return Math.min(MOST_REGIONS, message.digits());
  }

  /**
   * Takes what follows the use of the old generation before: the use after, in these units; {@link
   * Cursor#NONE} are regions of a size that the log does not tell.
   */
  private void old(long before, Cursor message, long id, long unit) {
    if (before == Cursor.NONE || !message.skip(ARROW)) {
      return;
    }
    long after = unit == 1 ? message.size() : regions(message);
    long size = unit == Cursor.NONE ? 1 : unit;
    if (after != Cursor.NONE && before < MOST / size && after < MOST / size) {
      oldOf = id;
      oldBefore = before * size;
      oldAfter = after * size;
      oldInRegions = unit == Cursor.NONE;
    }
  }

  /**
   * Sees the end of a pause, in front of which the generations are printed. What the old one grew
   * by was promoted, unless the pause collected it as well.
   */
  void paused(long id, boolean young, JvmRun run) {
    pauseOf = id;
    if (young && oldOf == id) {
      if (oldInRegions) {
        run.recorder.promotedRegions(oldAfter - oldBefore);
      } else {
        run.recorder.promoted(oldAfter - oldBefore);
      }
    }
    oldOf = Cursor.NONE;
  }

  /** Sees the end of something concurrent, whose CPU time follows. */
  void worked(long id) {
    pauseOf = pauseOf == id ? Cursor.NONE : pauseOf;
  }

  /** Counts once that this collection found no room. */
  void evacuationFailed(long id, JvmRun run) {
    if (id != exhaustedOf) {
      run.recorder.incident(GcIncident.EVACUATION_FAILURE);
      exhaustedOf = id;
    }
  }

  private void cpu(Cursor message, long id, JvmRun run) {
    if (!message.skip(USER)) {
      return;
    }
    long user = message.decimal(SECOND);
    long system = message.skip(SYSTEM) ? message.decimal(SECOND) : Cursor.NONE;
    if (user == Cursor.NONE || system == Cursor.NONE || !message.skip(REAL)) {
      return;
    }
    run.recorder.cpu(user, system);
    run.detailed = true;
    long real = message.decimal(SECOND);
    if (real != Cursor.NONE && pauseOf == id) {
      run.recorder.pauseTimes(Math.min(user, MOST), Math.min(system, MOST), Math.min(real, MOST));
      pauseOf = Cursor.NONE;
    }
  }
}
