package io.github.rustfit.readers.jfr.events;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was sampled in a chunk, and what one sample stands for.
 *
 * <p>A sample taken by time stands for the sampling period. The JDK states it per event ({@code
 * period}); where it does not, {@value #JDK_PERIOD} ns is assumed, the period of {@code
 * default.jfc}. The JDK looks at a bounded number of threads each time, so on machines with many
 * busy threads its samples stand for less than the CPU time that was used. async-profiler states
 * its interval in nanoseconds, 0 meaning its own default (arguments.h and wallClock.cpp of 4.5).
 */
public final class Sampling {

  static final String EXECUTION = "jdk.ExecutionSample";
  static final String NATIVE = "jdk.NativeMethodSample";
  static final String CPU_TIME = "jdk.CPUTimeSample";
  static final String WALL = "profiler.WallClockSample";
  static final String ALLOCATION = "jdk.ObjectAllocationSample";
  static final String IN_NEW_TLAB = "jdk.ObjectAllocationInNewTLAB";
  static final String OUTSIDE_TLAB = "jdk.ObjectAllocationOutsideTLAB";

  static final String ASYNC_PROFILER = "jdk.ActiveRecording";

  /** Period of both samplers in the JDK's default.jfc, in nanoseconds. */
  static final long JDK_PERIOD = 20_000_000;

  /** async-profiler's DEFAULT_INTERVAL, in nanoseconds. */
  private static final long ASYNC_INTERVAL = 10_000_000;

  /** async-profiler's default for wall clock sampling, in nanoseconds. */
  private static final long ASYNC_WALL_INTERVAL = 5 * ASYNC_INTERVAL;

  /** async-profiler's events whose interval is CPU time. */
  private static final Set<String> CPU_CLOCKS =
      Set.of("", "cpu", "cpu-clock", "task-clock", "itimer", "ctimer");

  /** async-profiler's events that follow CPU time but whose interval is a count. */
  private static final Set<String> CPU_COUNTERS =
      Set.of("cycles", "cpu-cycles", "instructions", "ref-cycles");

  private final Settings settings;
  private final boolean asyncProfiler;
  private final String event;
  private final boolean wallToo;
  private final Map<Source, Long> periods = new EnumMap<>(Source.class);

  /** What a chunk with these settings was sampled for. */
  public Sampling(Settings settings, boolean asyncProfiler) {
    this.settings = settings;
    this.asyncProfiler = asyncProfiler;
    this.event = settings.value(ASYNC_PROFILER, "event");
    this.wallToo = settings.has(EXECUTION, "wall");
  }

  /** Whether the JDK's own recorder took the samples, which sees the application's threads only. */
  boolean ofJdk() {
    return !asyncProfiler;
  }

  /** The sources that were certainly enabled. */
  Set<Source> enabled() {
    Set<Source> enabled = EnumSet.noneOf(Source.class);
    if (settings.enabled(EXECUTION)) {
      Source source = sourceOfExecution("");
      if (source != null) {
        enabled.add(source);
      }
    }
    if (settings.enabled(NATIVE)) {
      enabled.add(Source.NATIVE);
    }
    if (settings.enabled(CPU_TIME)) {
      enabled.add(Source.CPU_TIME);
    }
    if (settings.has(EXECUTION, "wall")) {
      enabled.add(Source.WALL);
    }
    if (settings.enabled(ALLOCATION)) {
      enabled.add(Source.ALLOCATION);
    }
    if (settings.enabled(IN_NEW_TLAB) || settings.enabled(OUTSIDE_TLAB)) {
      enabled.add(Source.TLAB);
    }
    enabled.addAll(OtherEvents.enabled(settings));
    return enabled;
  }

  /**
   * What a {@code jdk.ExecutionSample} is. async-profiler writes its wall clock samples under that
   * name too: always before 4.0, and with {@code nobatch} since. Where both are taken, CPU samples
   * have the state {@code STATE_DEFAULT} and wall clock samples another one (event.h and
   * flightRecorder.cpp of 3.0 and 4.5); 2.9 took one of them only, and its CPU samples are {@code
   * STATE_RUNNABLE}.
   *
   * @param state name of the sampled thread's state; empty when there is none to go by
   * @return null when the sampled event does not follow CPU time, e.g. cache misses
   */
  @Nullable Source sourceOfExecution(String state) {
    if (!asyncProfiler) {
      return Source.EXECUTION;
    }
    if (event.equals("wall") || (wallToo && !state.isEmpty() && !state.equals("STATE_DEFAULT"))) {
      return Source.WALL;
    }
    return CPU_CLOCKS.contains(event) || CPU_COUNTERS.contains(event) ? Source.EXECUTION : null;
  }

  /** Nanoseconds one sample of a source taken by time stands for. */
  long period(Source source) {
    Long known = periods.get(source);
    if (known == null) {
      known = periodOf(source);
      periods.put(source, known);
    }
    return known;
  }

  private long periodOf(Source source) {
    return switch (source) {
      case EXECUTION -> asyncProfiler ? asyncPeriod() : jdkPeriod(EXECUTION, "period");
      case NATIVE -> jdkPeriod(NATIVE, "period");
      case CPU_TIME -> jdkPeriod(CPU_TIME, "throttle");
      case DATADOG -> ASYNC_INTERVAL;
      case DATADOG_WALL -> ASYNC_WALL_INTERVAL;
      case WALL ->
          settings.nanos(
              EXECUTION, "wall", settings.nanos(EXECUTION, "interval", ASYNC_WALL_INTERVAL));
      default -> throw new IllegalArgumentException(source + " is not taken by time");
    };
  }

  /** Whether the recording does not say what a sample of a source taken by time stands for. */
  boolean assumed(Source source) {
    return switch (source) {
      case EXECUTION ->
          !asyncProfiler && !settings.has(EXECUTION, "period") || CPU_COUNTERS.contains(event);
      case NATIVE -> !settings.has(NATIVE, "period");
      case DATADOG, DATADOG_WALL -> true;
      default -> false;
    };
  }

  private long jdkPeriod(String of, String name) {
    return settings.nanos(of, name, JDK_PERIOD);
  }

  private long asyncPeriod() {
    return CPU_COUNTERS.contains(event)
        ? ASYNC_INTERVAL
        : settings.nanos(EXECUTION, "interval", ASYNC_INTERVAL);
  }
}
