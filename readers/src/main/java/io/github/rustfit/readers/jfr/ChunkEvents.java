package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.EventType.Wanted;
import io.github.rustfit.readers.jfr.GcEvents.Collection;
import io.github.rustfit.readers.jfr.GcEvents.HeapUse;
import io.github.rustfit.readers.jfr.GcEvents.Pause;
import io.github.rustfit.readers.jfr.MachineEvents.Load;
import io.github.rustfit.readers.jvm.JvmVersion;
import io.github.rustfit.rules.evidence.GcCpuTimes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The events that matter, which of their members, and where they go. */
final class ChunkEvents {

  /** Ten hours in nanoseconds: no pause, and no collection's CPU time, is longer than that. */
  private static final long LONGEST_PAUSE = 36_000_000_000_000L;

  /** 256 TiB: no allocation or heap is larger, so a larger one is a damaged number. */
  static final long MOST_BYTES = 1L << 48;

  /** No machine has more hardware threads, and no sample stands for more. */
  private static final long MOST = 1_000_000;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Constants constants;
  private final boolean asyncProfiler;
  private final Settings settings;
  private final Samples samples = new Samples();
  private final ConstantBlocks blocks;
  private final GcEvents gc = new GcEvents();
  private final MachineEvents machine = new MachineEvents();
  private final Map<String, Wanted> wanted = new HashMap<>();

  ChunkEvents(Metadata metadata, ConstantBlocks blocks, Constants constants) {
    this.blocks = blocks;
    this.constants = constants;
    this.asyncProfiler = metadata.asyncProfiler();
    this.settings = new Settings(metadata);
    wantSettings();
    wantSamples();
    wantMachine();
    wanted.putAll(OtherEvents.wanted(samples));
    wanted.putAll(FactEvents.wanted(machine));
    if (!asyncProfiler) {
      // async-profiler writes the heap's use once a second as if it were a collection.
      wantGc();
    }
  }

  Map<String, Wanted> wanted() {
    return wanted;
  }

  Settings settings() {
    return settings;
  }

  Samples samples() {
    return samples;
  }

  /** What is said of the process, once all events were seen. */
  MachineEvents machine() {
    FactEvents.settle(machine, settings);
    return machine;
  }

  /** The collector's events, once all events were seen. */
  GcEvents gc() {
    gc.pausesEnabled |= settings.enabled("jdk.GCPhasePause");
    gc.collectionsEnabled |= settings.enabled("jdk.GarbageCollection");
    gc.heapEnabled |= !asyncProfiler && settings.enabled("jdk.GCHeapSummary");
    gc.cpuEnabled |= settings.enabled("jdk.GCCPUTime");
    gc.stallsEnabled |= settings.enabled("jdk.ZAllocationStall");
    return gc;
  }

  private void want(String event, Consumer<EventType> action, String... members) {
    wanted.put(event, new Wanted(event, List.of(members), action));
  }

  private void wantSettings() {
    want(
        "jdk.ActiveSetting",
        event -> settings.add(event.number(0), event.text(1), event.text(2)),
        "id",
        "name",
        "value");
  }

  private void wantSamples() {
    want(
        Sampling.EXECUTION,
        event -> samples.count(Source.EXECUTION, event.number(0), event.number(1), 1),
        "stackTrace",
        "state");
    want(
        Sampling.NATIVE,
        event -> samples.count(Source.NATIVE, event.number(0), 0, 1),
        "stackTrace");
    want(
        Sampling.WALL,
        event -> samples.count(Source.WALL, event.number(0), 0, within(event.number(1), 1, MOST)),
        "stackTrace",
        "samples");
    want(Sampling.CPU_TIME, this::cpuTime, "stackTrace", "samplingPeriod");
    if (asyncProfiler) {
      wantAllocation(Sampling.ALLOCATION, Source.ALLOCATION, "weight");
    } else {
      wantAllocationSinceLast();
    }
    wantAllocation(Sampling.IN_NEW_TLAB, Source.TLAB, "tlabSize");
    wantAllocation(Sampling.OUTSIDE_TLAB, Source.TLAB, "allocationSize");
  }

  private void cpuTime(EventType event) {
    long period = within(event.nanos(1), 0, LONGEST_PAUSE);
    if (period > 0) {
      samples.weigh(Source.CPU_TIME, event.number(0), 0, period);
    } else {
      samples.count(Source.CPU_TIME, event.number(0), 0, 1);
    }
  }

  private void wantAllocation(String event, Source source, String amount) {
    want(
        event,
        sample ->
            samples.weigh(
                source,
                sample.number(0),
                sample.number(1),
                within(sample.number(2), 0, MOST_BYTES)),
        "stackTrace",
        "objectClass",
        amount);
  }

  private void wantAllocationSinceLast() {
    want(
        Sampling.ALLOCATION,
        event -> {
          long thread = event.number(3);
          samples.weighSinceLast(
              thread,
              blocks.virtualThread(thread),
              event.time(),
              event.number(0),
              event.number(1),
              within(event.number(2), 0, MOST_BYTES));
        },
        "stackTrace",
        "objectClass",
        "weight",
        "eventThread");
    want("jdk.ThreadStart", event -> samples.started(event.number(0)), "thread");
  }

  private void wantMachine() {
    want(
        "jdk.CPULoad",
        event -> machine.process.add(new Load(event.time(), "", share(event, 0))),
        "jvmUser",
        "jvmSystem");
    want(
        "jdk.ThreadCPULoad",
        event ->
            machine.threads.add(
                new Load(event.time(), constants.thread(event.number(2)), share(event, 0))),
        "user",
        "system",
        "eventThread");
    want(
        "jdk.CPUInformation",
        event -> machine.cores = (int) within(event.number(0), 0, MOST),
        "hwThreads");
    want(
        "jdk.JVMInformation",
        event -> {
          String version = JvmVersion.of(event.text(0));
          if (!version.isEmpty()) {
            machine.jvmVersions.add(version);
          }
          machine.pid = event.number(1);
          machine.jvmStartNanos = event.number(2) * NANOS_PER_MILLI;
        },
        "jvmVersion",
        "pid",
        "jvmStartTime");
  }

  private void wantGc() {
    want(
        "jdk.GCPhasePause",
        event -> {
          gc.pausesEnabled = true;
          gc.pauses.add(new Pause(event.time(), event.number(0), event.text(1), pause(event, 2)));
        },
        "gcId",
        "name",
        "duration");
    want(
        "jdk.GarbageCollection",
        event -> {
          gc.collectionsEnabled = true;
          gc.collections.add(
              new Collection(
                  event.number(0),
                  constants.name("jdk.types.GCName", event.number(1)),
                  constants.name("jdk.types.GCCause", event.number(2)),
                  pause(event, 3),
                  pause(event, 4)));
        },
        "gcId",
        "name",
        "cause",
        "sumOfPauses",
        "longestPause");
    want(
        "jdk.G1GarbageCollection",
        event -> {
          if (constants.name("jdk.types.G1YCType", event.number(1)).equals("Mixed")) {
            gc.mixed.add(event.number(0));
          }
        },
        "gcId",
        "type");
    want(
        "jdk.GCHeapSummary",
        event -> {
          gc.heapEnabled = true;
          boolean after = constants.name("jdk.types.GCWhen", event.number(1)).startsWith("After");
          long used = within(event.number(2), 0, MOST_BYTES);
          gc.heap.add(new HeapUse(event.time(), event.number(0), after, used));
        },
        "gcId",
        "when",
        "heapUsed");
    want(
        "jdk.GCCPUTime",
        event -> {
          gc.cpuEnabled = true;
          gc.cpuNanos = Math.addExact(gc.cpuNanos, pause(event, 0) + pause(event, 1));
          gc.cpuTimes.add(GcCpuTimes.of(pause(event, 0), pause(event, 1), pause(event, 2)));
        },
        "userTime",
        "systemTime",
        "realTime");
    want("jdk.ZAllocationStall", event -> gc.stalls.add(pause(event, 0)), "duration");
    want(
        "jdk.GCConfiguration",
        event -> {
          String young = constants.name("jdk.types.GCName", event.number(0));
          String old = constants.name("jdk.types.GCName", event.number(1));
          if (!old.isEmpty()) {
            gc.collectors.add(GcNames.collector(young, old));
          }
        },
        "youngCollector",
        "oldCollector");
    want(
        "jdk.GCHeapConfiguration",
        event ->
            gc.maxHeapBytes = Math.max(gc.maxHeapBytes, within(event.number(0), 0, MOST_BYTES)),
        "maxSize");
  }

  private static double share(EventType event, int first) {
    double share = event.real(first) + event.real(first + 1);
    if (!(share >= 0 && share <= 2)) {
      throw new DamagedException("a CPU load of " + share);
    }
    return Math.min(1, share);
  }

  private static long pause(EventType event, int place) {
    return within(event.nanos(place), 0, LONGEST_PAUSE);
  }

  /** The number, if it lies within these bounds. */
  static long within(long number, long least, long most) {
    if (number < least || number > most) {
      throw new DamagedException("a duration or size of " + number);
    }
    return number;
  }
}
