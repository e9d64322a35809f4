package io.github.rustfit.readers.jfr;

import java.util.List;

/** The events that matter and which of their members; {@link ChunkEvents} says what they mean. */
enum EventKind {
  SETTING("jdk.ActiveSetting", "id", "name", "value"),
  EXECUTION(Sampling.EXECUTION, "stackTrace", "state"),
  NATIVE(Sampling.NATIVE, "stackTrace"),
  WALL(Sampling.WALL, "stackTrace", "samples"),
  CPU_TIME(Sampling.CPU_TIME, "stackTrace", "samplingPeriod"),
  ALLOCATION(Sampling.ALLOCATION, "stackTrace", "objectClass", "weight", "eventThread"),
  IN_NEW_TLAB(Sampling.IN_NEW_TLAB, "stackTrace", "objectClass", "tlabSize"),
  OUTSIDE_TLAB(Sampling.OUTSIDE_TLAB, "stackTrace", "objectClass", "allocationSize"),
  MONITOR("jdk.JavaMonitorEnter", "stackTrace", "duration", "monitorClass"),
  PARK("jdk.ThreadPark", "stackTrace", "duration", "parkedClass"),
  PINNED("jdk.VirtualThreadPinned", "stackTrace", "duration"),
  SOCKET_READ("jdk.SocketRead", "stackTrace", "duration"),
  SOCKET_WRITE("jdk.SocketWrite", "stackTrace", "duration"),
  FILE_READ("jdk.FileRead", "stackTrace", "duration"),
  FILE_WRITE("jdk.FileWrite", "stackTrace", "duration"),
  OLD_OBJECT("jdk.OldObjectSample", "stackTrace", "objectSize"),
  LIVE_OBJECT("profiler.LiveObject", "stackTrace", "allocationSize", "objectClass"),
  MALLOC("profiler.Malloc", "stackTrace", "size"),
  THROW("jdk.JavaExceptionThrow", "stackTrace", "thrownClass"),
  DATA_LOSS("jdk.DataLoss", "amount"),
  SAMPLES_LOST("jdk.CPUTimeSamplesLost", "lostSamples"),
  EXCEPTIONS("jdk.ExceptionStatistics", "throwables"),
  CONTAINER(
      "jdk.ContainerConfiguration", "cpuSlicePeriod", "cpuQuota", "memoryLimit", "hostTotalMemory"),
  THREAD_START("jdk.ThreadStart", "thread"),
  CPU_LOAD("jdk.CPULoad", "jvmUser", "jvmSystem"),
  THREAD_CPU_LOAD("jdk.ThreadCPULoad", "user", "system", "eventThread"),
  CPU("jdk.CPUInformation", "hwThreads"),
  JVM("jdk.JVMInformation", "jvmVersion", "pid", "jvmStartTime"),
  PAUSE("jdk.GCPhasePause", "gcId", "name", "duration"),
  COLLECTION("jdk.GarbageCollection", "gcId", "name", "cause", "sumOfPauses", "longestPause"),
  G1_COLLECTION("jdk.G1GarbageCollection", "gcId", "type"),
  HEAP("jdk.GCHeapSummary", "gcId", "when", "heapUsed"),
  GC_CPU("jdk.GCCPUTime", "userTime", "systemTime"),
  GC("jdk.GCConfiguration", "youngCollector", "oldCollector"),
  GC_HEAP("jdk.GCHeapConfiguration", "maxSize");

  private final String event;
  private final List<String> members;

  EventKind(String event, String... members) {
    this.event = event;
    this.members = List.of(members);
  }

  /** The event's name in the metadata. */
  String event() {
    return event;
  }

  /** Names of the wanted members; events ask for them by their place in this list. */
  List<String> members() {
    return members;
  }

  /** Whether the collector writes it. */
  boolean ofCollector() {
    return ordinal() >= PAUSE.ordinal();
  }
}
