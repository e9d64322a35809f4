package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.EventType.Wanted;
import io.github.rustfit.readers.jfr.MachineEvents.Count;
import java.util.List;
import java.util.Map;

/** What was lost, how many exceptions were thrown, and the limits of the container. */
final class FactEvents {

  private static final String DATA_LOSS = "jdk.DataLoss";
  private static final String SAMPLES_LOST = "jdk.CPUTimeSamplesLost";
  private static final String EXCEPTIONS = "jdk.ExceptionStatistics";
  private static final String CONTAINER = "jdk.ContainerConfiguration";

  private FactEvents() {}

  /** What to decode, and where to note it. */
  static Map<String, Wanted> wanted(MachineEvents machine) {
    return Map.of(
        DATA_LOSS,
        new Wanted(
            DATA_LOSS,
            List.of("amount"),
            event -> machine.lostBytes = sum(machine.lostBytes, event.number(0))),
        SAMPLES_LOST,
        new Wanted(
            SAMPLES_LOST,
            List.of("lostSamples"),
            event -> machine.lostCpuSamples = sum(machine.lostCpuSamples, event.number(0))),
        EXCEPTIONS,
        new Wanted(
            EXCEPTIONS,
            List.of("throwables"),
            event ->
                machine.thrown.add(
                    new Count(
                        event.time(), ChunkEvents.within(event.number(0), 0, Long.MAX_VALUE)))),
        CONTAINER,
        new Wanted(
            CONTAINER,
            List.of("cpuSlicePeriod", "cpuQuota", "memoryLimit", "hostTotalMemory"),
            event -> container(machine, event)));
  }

  private static long sum(long before, long more) {
    return Math.addExact(before, ChunkEvents.within(more, 0, ChunkEvents.MOST_BYTES));
  }

  /** Without a limit the JVM reports -1 or 0, and for memory at times more than the host has. */
  private static void container(MachineEvents machine, EventType event) {
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
    machine.lossWatched = settings.enabled(DATA_LOSS) || machine.lostBytes > 0;
    machine.sampleLossWatched = settings.enabled(SAMPLES_LOST) || machine.lostCpuSamples > 0;
    machine.thresholds.putAll(OtherEvents.thresholds(settings));
  }
}
