package io.github.rustfit.readers.jfr.events;

/** What was lost, how many exceptions were thrown, and the limits of the container. */
final class FactEvents {

  private FactEvents() {}

  /** Both amounts together. */
  static long sum(long before, long more) {
    return Math.addExact(before, ChunkEvents.within(more, 0, ChunkEvents.MOST_BYTES));
  }

  /**
   * Notes the limits. Without one the JVM reports -1 or 0, and for memory at times more than the
   * host has.
   */
  static void container(MachineEvents machine, EventType event) {
    long period = event.nanos(0);
    long quota = event.nanos(1);
    if (period > 0 && quota > 0) {
      machine.cpuLimits.add(Math.round(1000.0 * quota / period));
    }
    long memory = event.number(2);
    long host = event.number(3);
    if (memory > 0 && memory < ChunkEvents.MOST_BYTES && (host <= 0 || memory <= host)) {
      machine.memoryLimits.add(memory);
    }
  }

  /** Adds what the settings say, once all of them were seen. */
  static void settle(MachineEvents machine, Settings settings) {
    machine.lossWatched = settings.enabled(EventKind.DATA_LOSS.event()) || machine.lostBytes > 0;
    machine.sampleLossWatched =
        settings.enabled(EventKind.SAMPLES_LOST.event()) || machine.lostCpuSamples > 0;
    if (settings.nanos(EventKind.METHOD_TRACE.event(), "threshold", 0) > 0) {
      machine.traced.clear(); // short calls are no events
    }
    machine.thresholds.putAll(OtherEvents.thresholds(settings));
  }
}
