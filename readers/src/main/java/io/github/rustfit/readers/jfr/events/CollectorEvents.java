package io.github.rustfit.readers.jfr.events;

import io.github.rustfit.readers.jfr.events.GcEvents.Collection;
import io.github.rustfit.readers.jfr.events.GcEvents.CpuTimes;
import io.github.rustfit.readers.jfr.events.GcEvents.HeapUse;
import io.github.rustfit.readers.jfr.events.GcEvents.Pause;
import io.github.rustfit.readers.jfr.events.GcEvents.Safepoint;
import io.github.rustfit.readers.jfr.stacks.Constants;

/** Notes the events of the collector. */
final class CollectorEvents {

  private final GcEvents gc;
  private final Constants constants;

  CollectorEvents(GcEvents gc, Constants constants) {
    this.gc = gc;
    this.constants = constants;
  }

  /** Notes an event that is {@link EventKind#ofCollector}. */
  void accept(EventKind kind, EventType event) {
    switch (kind) {
      case PAUSE -> {
        gc.pausesEnabled = true;
        gc.pauses.add(new Pause(event.time(), event.number(0), event.text(1), pause(event, 2)));
      }
      case COLLECTION -> collection(event);
      case G1_COLLECTION -> {
        if (constants.name("jdk.types.G1YCType", event.number(1)).equals("Mixed")) {
          gc.mixed.add(event.number(0));
        }
      }
      case HEAP -> heap(event);
      case GC_CPU -> {
        gc.cpuEnabled = true;
        gc.cpuTimes.add(new CpuTimes(pause(event, 0), pause(event, 1), pause(event, 2)));
      }
      case STALL -> gc.stalls.add(pause(event, 0));
      case LOCKER -> gc.lockerWaits.add(pause(event, 0));
      case SAFEPOINT_BEGIN ->
          gc.safepoints.add(new Safepoint(event.number(0), event.time(), pause(event, 1)));
      case SAFEPOINT_END ->
          gc.safepointEnds.put(event.number(0), Math.addExact(event.time(), pause(event, 1)));
      case GC -> collector(event);
      case GC_HEAP ->
          gc.maxHeapBytes =
              Math.max(
                  gc.maxHeapBytes, ChunkEvents.within(event.number(0), 0, ChunkEvents.MOST_BYTES));
      default -> throw new IllegalArgumentException(kind + " is not of the collector");
    }
  }

  private void collection(EventType event) {
    gc.collectionsEnabled = true;
    gc.collections.add(
        new Collection(
            event.number(0),
            constants.name("jdk.types.GCName", event.number(1)),
            constants.name("jdk.types.GCCause", event.number(2)),
            pause(event, 3),
            pause(event, 4)));
  }

  private void heap(EventType event) {
    gc.heapEnabled = true;
    boolean after = constants.name("jdk.types.GCWhen", event.number(1)).startsWith("After");
    long used = ChunkEvents.within(event.number(2), 0, ChunkEvents.MOST_BYTES);
    gc.heap.add(new HeapUse(event.time(), event.number(0), after, used));
  }

  private void collector(EventType event) {
    String young = constants.name("jdk.types.GCName", event.number(0));
    String old = constants.name("jdk.types.GCName", event.number(1));
    if (!old.isEmpty()) {
      gc.collectors.add(GcNames.collector(young, old));
    }
  }

  private static long pause(EventType event, int place) {
    return ChunkEvents.within(event.nanos(place), 0, ChunkEvents.LONGEST_PAUSE);
  }
}
