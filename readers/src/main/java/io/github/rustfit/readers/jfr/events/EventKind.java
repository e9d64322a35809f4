package io.github.rustfit.readers.jfr.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events that matter and which of their members; {@link ChunkEvents} says what they mean. */
public enum EventKind {
  SETTING("jdk.ActiveSetting", "id", "name", "value"),
  EXECUTION(Source.EXECUTION, Sampling.EXECUTION, "stackTrace", "state", "sampledThread"),
  NATIVE(Source.NATIVE, Sampling.NATIVE, "stackTrace"),
  WALL(Source.WALL, Sampling.WALL, "stackTrace", "samples"),
  CPU_TIME(Source.CPU_TIME, Sampling.CPU_TIME, "stackTrace", "samplingPeriod", "eventThread"),
  ALLOCATION(
      Source.ALLOCATION, Sampling.ALLOCATION, "stackTrace", "weight", "objectClass", "eventThread"),
  IN_NEW_TLAB(Source.TLAB, Sampling.IN_NEW_TLAB, "stackTrace", "tlabSize", "objectClass"),
  OUTSIDE_TLAB(Source.TLAB, Sampling.OUTSIDE_TLAB, "stackTrace", "allocationSize", "objectClass"),
  MONITOR(
      Source.LOCK, "jdk.JavaMonitorEnter", "stackTrace", "duration", "monitorClass", "eventThread"),
  PARK(Source.PARK, "jdk.ThreadPark", "stackTrace", "duration", "parkedClass", "eventThread"),
  PINNED(
      Source.PINNED,
      "jdk.VirtualThreadPinned",
      "stackTrace",
      "duration",
      "eventThread",
      "pinnedReason",
      "blockingOperation"),
  SOCKET_READ(Source.SOCKET, "jdk.SocketRead", "stackTrace", "duration"),
  SOCKET_WRITE(Source.SOCKET, "jdk.SocketWrite", "stackTrace", "duration"),
  FILE_READ(Source.FILE, "jdk.FileRead", "stackTrace", "duration"),
  FILE_WRITE(Source.FILE, "jdk.FileWrite", "stackTrace", "duration"),
  OLD_OBJECT(Source.LIVE, "jdk.OldObjectSample", "stackTrace", "objectSize", "object"),
  LIVE_OBJECT(Source.LIVE, "profiler.LiveObject", "stackTrace", "allocationSize", "objectClass"),
  MALLOC(Source.NATIVE_MEMORY, "profiler.Malloc", "stackTrace", "size"),
  THROW(Source.EXCEPTION, "jdk.JavaExceptionThrow", "stackTrace", "thrownClass"),
  DATADOG_CPU(Source.DATADOG, "datadog.ExecutionSample", "stackTrace", "weight", "eventThread"),
  DATADOG_WALL(Source.DATADOG_WALL, "datadog.MethodSample", "stackTrace", "weight"),
  METHOD_TIMING("jdk.MethodTiming", "method", "invocations", "average", "maximum"),
  METHOD_TRACE("jdk.MethodTrace", "method", "duration"),
  DATA_LOSS("jdk.DataLoss", "amount"),
  SAMPLES_LOST("jdk.CPUTimeSamplesLost", "lostSamples"),
  EXCEPTIONS("jdk.ExceptionStatistics", "throwables"),
  CONTAINER(
      "jdk.ContainerConfiguration", "cpuSlicePeriod", "cpuQuota", "memoryLimit", "hostTotalMemory"),
  THREAD_START("jdk.ThreadStart", "thread"),
  CPU_LOAD("jdk.CPULoad", "jvmUser", "jvmSystem"),
  THREAD_CPU_LOAD("jdk.ThreadCPULoad", "user", "system", "eventThread"),
  CPU("jdk.CPUInformation", "hwThreads"),
  JVM("jdk.JVMInformation", "jvmVersion", "pid", "jvmStartTime", "javaArguments", "jvmArguments"),
  ENVIRONMENT("jdk.InitialEnvironmentVariable", "key", "value"),
  RESIDENT("jdk.ResidentSetSize", "size", "peak"),
  NATIVE_MEMORY("jdk.NativeMemoryUsage", "type", "committed"),
  SHUTDOWN("jdk.Shutdown", "reason"),
  PAUSE("jdk.GCPhasePause", "gcId", "name", "duration"),
  COLLECTION("jdk.GarbageCollection", "gcId", "name", "cause", "sumOfPauses", "longestPause"),
  G1_COLLECTION("jdk.G1GarbageCollection", "gcId", "type"),
  HEAP("jdk.GCHeapSummary", "gcId", "when", "heapUsed"),
  GC_CPU("jdk.GCCPUTime", "userTime", "systemTime", "realTime"),
  STALL("jdk.ZAllocationStall", "duration"),
  LOCKER("jdk.GCLocker", "duration"),
  SAFEPOINT_BEGIN("jdk.SafepointBegin", "safepointId", "duration"),
  SAFEPOINT_END("jdk.SafepointEnd", "safepointId", "duration"),
  GC("jdk.GCConfiguration", "youngCollector", "oldCollector"),
  GC_HEAP("jdk.GCHeapConfiguration", "maxSize");

  private final @Nullable Source source;
  private final String event;
  private final List<String> members;
  private final int type;

  EventKind(String event, String... members) {
    this(null, event, members);
  }

  /** A sample: its first member is its stack. */
  EventKind(@Nullable Source source, String event, String... members) {
    this.source = source;
    this.event = event;
    this.members = List.of(members);
    int place = members.length - 1;
    while (place >= 0 && !members[place].endsWith("Class")) {
      place--;
    }
    this.type = place;
  }

  /** Where its samples come from; null when it is none. */
  @Nullable Source source() {
    return source;
  }

  /** The event's name in the metadata. */
  public String event() {
    return event;
  }

  /** Names of the wanted members; events ask for them by their place in this list. */
  List<String> members() {
    return members;
  }

  /** Place of the class that it names; -1 when it names none. */
  int type() {
    return type;
  }

  /** Whether it describes the JVM and the machine, whenever it was written. */
  boolean describes() {
    return switch (this) {
      case SETTING, CPU, JVM, CONTAINER, RESIDENT, NATIVE_MEMORY, SHUTDOWN, GC, GC_HEAP -> true;
      default -> false;
    };
  }

  /** Whether it counts from the begin of the recording on, so that no part of it can be told. */
  boolean counts() {
    return this == METHOD_TIMING;
  }

  /** Whether the collector writes it. */
  boolean ofCollector() {
    return ordinal() >= PAUSE.ordinal();
  }
}
