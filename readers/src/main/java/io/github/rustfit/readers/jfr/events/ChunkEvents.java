package io.github.rustfit.readers.jfr.events;

import io.github.rustfit.readers.input.Window.Span;
import io.github.rustfit.readers.jfr.events.MachineEvents.Count;
import io.github.rustfit.readers.jfr.events.MachineEvents.Load;
import io.github.rustfit.readers.jfr.format.ChunkHeader;
import io.github.rustfit.readers.jfr.format.DamagedException;
import io.github.rustfit.readers.jfr.format.Metadata;
import io.github.rustfit.readers.jfr.stacks.Constants;
import io.github.rustfit.readers.jvm.JvmVersion;
import io.github.rustfit.rules.evidence.profile.MethodCalls;

/** The events that matter, which of their members, and where they go. */
public final class ChunkEvents implements EventType.Sink {

  /** Ten hours in nanoseconds: no pause, and no collection's CPU time, is longer than that. */
  static final long LONGEST_PAUSE = 36_000_000_000_000L;

  /** 256 TiB: no allocation or heap is larger, so a larger one is a damaged number. */
  static final long MOST_BYTES = 1L << 48;

  /** No machine has more hardware threads, and no sample stands for more. */
  private static final long MOST = 1_000_000;

  private static final long NANOS_PER_MILLI = 1_000_000;

  /** What the JVM says when {@code main} has returned and all other threads have ended. */
  private static final String REGULAR_END = "No remaining non-daemon Java threads";

  private final Constants constants;
  private final boolean asyncProfiler;
  private final Settings settings;
  private final Samples samples;
  private final PinnedWaits waits = new PinnedWaits();
  private final GcEvents gc = new GcEvents();
  private final CollectorEvents collector;
  private final MachineEvents machine = new MachineEvents();

  private final Span span;

  /**
   * Takes the events of a chunk with this metadata.
   *
   * @param span those that begin in it, and what describes JVM and machine; in nanoseconds since
   *     1970
   */
  public ChunkEvents(Metadata metadata, Constants constants, Samples samples, Span span) {
    this.span = span;
    this.constants = constants;
    this.asyncProfiler = metadata.asyncProfiler();
    this.settings = new Settings(metadata);
    this.samples = samples;
    this.collector = new CollectorEvents(gc, constants);
  }

  /** Whether to decode this event. */
  public boolean wants(EventKind kind) {
    // async-profiler writes the heap's use once a second as if it were a collection.
    return !(asyncProfiler && kind.ofCollector());
  }

  private static final String EPSILON = "-XX:+UseEpsilonGC";

  /** The settings, as far as they were seen. */
  public Settings settings() {
    return settings;
  }

  /** What is said of the process, once all events were seen. */
  public MachineEvents machine() {
    FactEvents.settle(machine, settings);
    return machine;
  }

  /** The collector's events, once all events were seen. */
  public GcEvents gc() {
    gc.pausesEnabled |= settings.enabled("jdk.GCPhasePause");
    gc.collectionsEnabled |= settings.enabled("jdk.GarbageCollection");
    gc.heapEnabled |= !asyncProfiler && settings.enabled("jdk.GCHeapSummary");
    gc.cpuEnabled |= settings.enabled("jdk.GCCPUTime");
    gc.stallsEnabled |= settings.enabled("jdk.ZAllocationStall");
    gc.jdk = machine.jvmVersions.size() == 1 ? JvmVersion.feature(machine.jvmVersions.first()) : 0;
    if (gc.epsilon && gc.collectors.remove("Serial")) {
      gc.collectors.add("Epsilon");
    }
    gc.safepointsEnabled = every(EventKind.SAFEPOINT_BEGIN) && every(EventKind.SAFEPOINT_END);
    return gc;
  }

  /** Whether the event was enabled, however short. */
  private boolean every(EventKind kind) {
    return settings.enabled(kind.event()) && settings.nanos(kind.event(), "threshold", 0) == 0;
  }

  @Override
  public void accept(EventKind kind, EventType event) {
    if (!span.all() && !kind.describes() && (kind.counts() || !span.holds(event.time()))) {
      return;
    }
    Source source = kind.source();
    if (kind.ofCollector()) {
      collector.accept(kind, event);
      return;
    }
    if (source == null) {
      if (kind != EventKind.SETTING || settings.wants(event.number(0))) {
        note(kind, event);
      }
      return;
    }
    // All kinds share the calls below: with some for each kind, compiling took longer than
    // counting.
    long stack = event.number(0);
    long detail = kind.type() < 0 ? 0 : event.number(kind.type());
    long periods = 0;
    long amount = 0;
    switch (kind) {
      case EXECUTION -> {
        detail = samples.stateAndThread(asyncProfiler ? event.number(1) : 0, event.number(2));
        periods = 1;
      }
      case NATIVE -> periods = 1;
      case DATADOG_CPU -> {
        detail = samples.stateAndThread(0, event.number(2));
        periods = within(Math.max(1, event.number(1)), 1, MOST);
      }
      case DATADOG_WALL -> periods = within(Math.max(1, event.number(1)), 1, MOST);
      case WALL -> periods = within(event.number(1), 1, MOST);
      case CPU_TIME -> {
        detail = samples.stateAndThread(0, event.number(2));
        amount = within(event.nanos(1), 0, LONGEST_PAUSE);
        periods = amount == 0 ? 1 : 0;
      }
      case MONITOR, PARK, PINNED -> {
        amount = within(event.lasted(1), 0, ChunkHeader.LONGEST_NANOS);
        boolean pinned = kind == EventKind.PINNED;
        long thread = event.number(pinned ? 2 : 3);
        if (pinned) {
          detail = samples.reason(reason(event.text(3), event.text(4)));
          waits.pinned(thread, event.time(), amount);
        } else if (samples.virtualThread(thread)) {
          waits.waited(source, stack, detail, thread, event.time(), amount);
          return;
        }
      }
      case SOCKET_READ, SOCKET_WRITE, FILE_READ, FILE_WRITE ->
          amount = within(event.lasted(1), 0, ChunkHeader.LONGEST_NANOS);
      case THROW -> amount = 1;
      case ALLOCATION -> {
        amount = within(event.number(1), 0, MOST_BYTES);
        if (!asyncProfiler
            && samples.setAside(event.number(3), event.time(), stack, detail, amount)) {
          return;
        }
      }
      case OLD_OBJECT -> {
        detail = constants.classOfOldObject(event.number(2));
        amount = within(event.number(1), 0, MOST_BYTES);
      }
      case IN_NEW_TLAB, OUTSIDE_TLAB, LIVE_OBJECT, MALLOC ->
          amount = within(event.number(1), 0, MOST_BYTES);
      default -> throw new IllegalArgumentException(kind + " is no sample");
    }
    samples.add(source, stack, detail, periods, amount);
  }

  private static String reason(String why, String what) {
    return why.isEmpty() || what.isEmpty() ? why + what : what + ": " + why;
  }

  /** Adds what could not be added before all events were seen; call once. */
  public void finish() {
    waits.addTo(samples);
  }

  private void note(EventKind kind, EventType event) {
    switch (kind) {
      case SETTING -> settings.add(event.number(0), event.text(1), event.text(2));
      case DATA_LOSS -> machine.lostBytes = FactEvents.sum(machine.lostBytes, event.number(0));
      case SAMPLES_LOST ->
          machine.lostCpuSamples = FactEvents.sum(machine.lostCpuSamples, event.number(0));
      case EXCEPTIONS ->
          machine.thrown.add(new Count(event.time(), within(event.number(0), 0, Long.MAX_VALUE)));
      case CONTAINER -> FactEvents.container(machine, event);
      case THREAD_START -> {
        samples.started(event.number(0));
        machine.started.put(event.number(0), event.time());
      }
      case METHOD_TIMING -> {
        long count = within(event.number(1), 0, Long.MAX_VALUE);
        long each = within(event.nanos(2), 0, ChunkHeader.LONGEST_NANOS);
        long nanos = count == 0 || each <= Long.MAX_VALUE / count ? count * each : Long.MAX_VALUE;
        long longest = within(event.nanos(3), 0, ChunkHeader.LONGEST_NANOS);
        machine.timed.merge(
            constants.method(event.number(0)),
            MethodCalls.timed(count, nanos, longest),
            (a, b) -> a.count() > b.count() ? a : b);
      }
      case METHOD_TRACE -> {
        long nanos = within(event.nanos(1), 0, ChunkHeader.LONGEST_NANOS);
        machine.traced.merge(
            constants.method(event.number(0)),
            MethodCalls.timed(1, nanos, nanos),
            MethodCalls::merge);
      }
      case CPU_LOAD -> machine.process.add(new Load(event.time(), "", 0, share(event, 0)));
      case THREAD_CPU_LOAD ->
          machine.threads.add(
              new Load(
                  event.time(),
                  constants.thread(event.number(2)),
                  event.number(2),
                  share(event, 0)));
      case CPU -> machine.cores = (int) within(event.number(0), 0, MOST);
      case JVM -> {
        String version = JvmVersion.of(event.text(0));
        if (!version.isEmpty()) {
          machine.jvmVersions.add(version);
        }
        gc.epsilon |= event.text(4).contains(EPSILON);
        JavaCommand.launcher(event.text(3)).ifPresent(machine.launchers::add);
        machine.pid = event.number(1);
        machine.startedAt(event.number(2) * NANOS_PER_MILLI);
        machine.optionsKnown = true;
        machine.options.addAll(DecidingOptions.of(event.text(4)));
        machine.labels = ProgramNames.ofArguments(event.text(4)).or(machine.labels);
      }
      case ENVIRONMENT ->
          machine.labels = machine.labels.or(ProgramNames.ofVariable(event.text(0), event.text(1)));
      case RESIDENT ->
          machine.peakResidentBytes =
              Math.max(
                  machine.peakResidentBytes,
                  Math.max(
                      within(event.number(0), 0, MOST_BYTES),
                      within(event.number(1), 0, MOST_BYTES)));
      case NATIVE_MEMORY -> {
        String part = constants.name("jdk.types.NMTType", event.number(0));
        if (!part.isEmpty()) {
          machine.committedBytes.merge(part, within(event.number(1), 0, MOST_BYTES), Math::max);
        }
      }
      case SHUTDOWN -> {
        if (event.text(0).equals(REGULAR_END)) {
          machine.endNanos = event.time();
        }
      }
      default -> throw new IllegalArgumentException(kind + " is not noted here");
    }
  }

  private static double share(EventType event, int first) {
    double share = event.real(first) + event.real(first + 1);
    if (!(share >= 0 && share <= 2)) {
      throw new DamagedException("a CPU load of " + share);
    }
    return Math.min(1, share);
  }

  /** The number, if it lies within these bounds. */
  static long within(long number, long least, long most) {
    if (number < least || number > most) {
      throw new DamagedException("a duration or size of " + number);
    }
    return number;
  }
}
