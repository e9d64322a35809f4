package io.github.rustfit.readers.gclog;

import io.github.rustfit.readers.gc.RunRecorder;
import io.github.rustfit.readers.gclog.text.Cursor;
import io.github.rustfit.readers.gclog.text.SafepointLine;
import io.github.rustfit.rules.evidence.gc.GcIncident;

/**
 * Lines outside of collections that tell what happened: safepoints, threads that waited for memory,
 * why Shenandoah starts a cycle. Not thread-safe.
 */
final class EventLines {

  private static final byte[] STALL = Cursor.ascii("Allocation Stall (");
  private static final byte[] FAILED = Cursor.ascii("Failed to allocate ");
  private static final byte[] TRIGGER = Cursor.ascii("Trigger: ");

  /** As generational Shenandoah names the generation: {@code Trigger (Global): }. */
  private static final byte[] TRIGGER_OF = Cursor.ascii("Trigger (");

  private static final byte[] OF_END = Cursor.ascii("): ");
  private static final byte[] BLOCKED = Cursor.ascii("Thread blocked to ");
  private static final byte[] RESUMED = Cursor.ascii(". Resumed after ");
  private static final byte[] MILLIS = Cursor.ascii("ms");
  private static final byte[] METADATA = Cursor.ascii("Metadata GC");

  /** Up to JDK 20 or so; the request of another cause is an implicit one. */
  private static final byte[][] REQUESTS = {
    Cursor.ascii("GC request ("),
    Cursor.ascii("Explicit GC request ("),
    Cursor.ascii("Implicit GC request (")
  };

  private static final byte[] EXPLICIT = Cursor.ascii("System.gc())");

  private final SafepointLine safepoints = new SafepointLine();
  private final CollectionLines collections;

  EventLines(CollectionLines collections) {
    this.collections = collections;
  }

  /**
   * Whether the message tells of such an event. That is certain enough without decorators, too:
   * applications print nothing like it.
   */
  static boolean tells(Cursor message) {
    if (message.at == message.end) {
      return false;
    }
    return switch (message.bytes[message.at]) {
      case 'S' -> SafepointLine.starts(message);
      case 'T' ->
          message.at(TRIGGER)
              || message.at(TRIGGER_OF)
              || message.at(BLOCKED)
              || SafepointLine.starts(message);
      case 'A' -> message.at(STALL);
      case 'F' -> message.at(FAILED);
      case 'P' -> PromotionFailure.at(message);
      default -> false;
    };
  }

  /** Takes such a message. */
  void take(Cursor message, JvmRun run) {
    switch (message.bytes[message.at]) {
      case 'S' -> safepoints.take(message, run.recorder);
      case 'T' -> {
        if (message.skip(TRIGGER) || (message.skip(TRIGGER_OF) && message.skipPast(OF_END))) {
          trigger(message, run);
        } else if (message.at(BLOCKED)) {
          blocked(message, run);
        } else {
          safepoints.take(message, run.recorder);
        }
      }
      case 'A' -> collections.stall(message, run);
      case 'F' -> run.recorder.incident(GcIncident.ALLOCATION_FAILURE);
      case 'P' -> run.recorder.incident(GcIncident.PROMOTION_FAILURE);
      default -> {}
    }
  }

  /** Takes {@code Thread blocked to start GC. Resumed after 734ms.} */
  private static void blocked(Cursor message, JvmRun run) {
    if (message.skipPast(RESUMED)) {
      long nanos = message.decimal(1_000_000L);
      if (nanos != Cursor.NONE && nanos <= RunRecorder.LONGEST && message.at(MILLIS)) {
        run.recorder.lockerWait(nanos);
      }
    }
  }

  private static void trigger(Cursor message, JvmRun run) {
    for (byte[] request : REQUESTS) {
      message.skip(request);
    }
    if (message.at(METADATA)) {
      run.recorder.cause("Metadata GC Threshold");
    } else if (message.at(EXPLICIT)) {
      run.recorder.cause("System.gc()");
    }
  }
}
