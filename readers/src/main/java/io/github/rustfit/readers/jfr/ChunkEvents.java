package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jfr.GcEvents.Collection;
import io.github.rustfit.readers.jfr.GcEvents.HeapUse;
import io.github.rustfit.readers.jfr.GcEvents.Pause;
import io.github.rustfit.readers.jfr.MachineEvents.Load;
import io.github.rustfit.readers.jvm.JvmVersion;

/** The events that matter, which of their members, and where they go. */
final class ChunkEvents implements EventType.Sink {

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
  private final Samples samples;
  private final GcEvents gc = new GcEvents();
  private final MachineEvents machine = new MachineEvents();

  ChunkEvents(Metadata metadata, Constants constants, Samples samples) {
    this.constants = constants;
    this.asyncProfiler = metadata.asyncProfiler();
    this.settings = new Settings(metadata);
    this.samples = samples;
  }

  /** Whether to decode this event. */
  boolean wants(EventKind kind) {
    // async-profiler writes the heap's use once a second as if it were a collection.
    return !(asyncProfiler && kind.ofCollector());
  }

  Settings settings() {
    return settings;
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
    return gc;
  }

  @Override
  public void accept(EventKind kind, EventType event) {
    switch (kind) {
      case SETTING -> settings.add(event.number(0), event.text(1), event.text(2));
      case EXECUTION ->
          samples.count(Source.EXECUTION, event.number(0), asyncProfiler ? event.number(1) : 0, 1);
      case NATIVE -> samples.count(Source.NATIVE, event.number(0), 0, 1);
      case WALL -> samples.count(Source.WALL, event.number(0), 0, within(event.number(1), 1, MOST));
      case CPU_TIME -> cpuTime(event);
      case ALLOCATION -> allocation(event);
      case IN_NEW_TLAB, OUTSIDE_TLAB -> weigh(Source.TLAB, event);
      case MONITOR, PARK, PINNED, SOCKET_READ, SOCKET_WRITE, FILE_READ, FILE_WRITE ->
          OtherEvents.waited(kind, event, samples);
      case OLD_OBJECT, LIVE_OBJECT -> OtherEvents.sized(Source.LIVE, kind, event, samples);
      case MALLOC -> OtherEvents.sized(Source.NATIVE_MEMORY, kind, event, samples);
      case THROW -> samples.weigh(Source.EXCEPTION, event.number(0), event.number(1), 1);
      case DATA_LOSS, SAMPLES_LOST, EXCEPTIONS, CONTAINER -> FactEvents.note(kind, event, machine);
      case THREAD_START -> samples.started(event.number(0));
      case CPU_LOAD -> machine.process.add(new Load(event.time(), "", share(event, 0)));
      case THREAD_CPU_LOAD ->
          machine.threads.add(
              new Load(event.time(), constants.thread(event.number(2)), share(event, 0)));
      case CPU -> machine.cores = (int) within(event.number(0), 0, MOST);
      case JVM -> jvm(event);
      case PAUSE -> {
        gc.pausesEnabled = true;
        gc.pauses.add(new Pause(event.number(0), event.text(1), pause(event, 2)));
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
        gc.cpuNanos = Math.addExact(gc.cpuNanos, pause(event, 0) + pause(event, 1));
      }
      case GC -> collector(event);
      case GC_HEAP ->
          gc.maxHeapBytes = Math.max(gc.maxHeapBytes, within(event.number(0), 0, MOST_BYTES));
    }
  }

  private void cpuTime(EventType event) {
    long period = within(event.nanos(1), 0, LONGEST_PAUSE);
    if (period > 0) {
      samples.weigh(Source.CPU_TIME, event.number(0), period);
    } else {
      samples.count(Source.CPU_TIME, event.number(0), 0, 1);
    }
  }

  private void allocation(EventType event) {
    if (asyncProfiler) {
      weigh(Source.ALLOCATION, event);
    } else {
      samples.weighSinceLast(
          event.number(3),
          event.time(),
          event.number(0),
          event.number(1),
          within(event.number(2), 0, MOST_BYTES));
    }
  }

  private void weigh(Source source, EventType event) {
    long bytes = within(event.number(2), 0, MOST_BYTES);
    samples.weigh(source, event.number(0), event.number(1), bytes);
  }

  private void jvm(EventType event) {
    String version = JvmVersion.of(event.text(0));
    if (!version.isEmpty()) {
      machine.jvmVersions.add(version);
    }
    machine.pid = event.number(1);
    machine.jvmStartNanos = event.number(2) * NANOS_PER_MILLI;
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
    long used = within(event.number(2), 0, MOST_BYTES);
    gc.heap.add(new HeapUse(event.time(), event.number(0), after, used));
  }

  private void collector(EventType event) {
    String young = constants.name("jdk.types.GCName", event.number(0));
    String old = constants.name("jdk.types.GCName", event.number(1));
    if (!old.isEmpty()) {
      gc.collectors.add(GcNames.collector(young, old));
    }
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
