package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jvm.ClassNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** The same figures by the JDK's own reader. */
final class Oracle {
  final Map<String, Long> count = new HashMap<>();

  /** Number of CPU samples by {@code class.method:line} of the leaf. */
  final Map<String, Long> cpuLeaves = new HashMap<>();

  /** Number of frames of all CPU samples; a cut stack has one that stands for the callers. */
  long cpuFrames;

  final AllocationOracle allocation = new AllocationOracle();

  long pauseNanos;
  long longestPause;
  long cpuTimeNanos;
  long gcCpuNanos;
  long sumOfPauses;
  final Map<String, Long> pausesByCause = new HashMap<>();

  static Oracle read(Path file) throws IOException {
    Oracle oracle = new Oracle();
    Map<Long, String> causes = new HashMap<>();
    Map<Long, Long> pauses = new HashMap<>();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        oracle.add(recording.readEvent(), causes, pauses);
      }
    }
    pauses.forEach(
        (id, nanos) ->
            oracle.pausesByCause.merge(causes.getOrDefault(id, "unknown"), nanos, Long::sum));
    return oracle;
  }

  long count(String event) {
    return count.getOrDefault(event, 0L);
  }

  private void add(RecordedEvent event, Map<Long, String> causes, Map<Long, Long> pauses) {
    String name = event.getEventType().getName();
    count.merge(name, 1L, Long::sum);
    allocation.add(event);
    switch (name) {
      case "jdk.ExecutionSample" -> addCpu(event.getStackTrace());
      case "jdk.CPUTimeSample" -> cpuTimeNanos += event.getDuration("samplingPeriod").toNanos();
      case "jdk.GCPhasePause" -> {
        long nanos = event.getDuration().toNanos();
        pauseNanos += nanos;
        longestPause = Math.max(longestPause, nanos);
        pauses.merge((long) event.getInt("gcId"), nanos, Long::sum);
      }
      case "jdk.GarbageCollection" -> {
        causes.put((long) event.getInt("gcId"), event.getString("cause"));
        sumOfPauses += event.getDuration("sumOfPauses").toNanos();
      }
      case "jdk.GCCPUTime" ->
          gcCpuNanos +=
              event.getDuration("userTime").toNanos() + event.getDuration("systemTime").toNanos();
      default -> {}
    }
  }

  private void addCpu(RecordedStackTrace stack) {
    if (stack != null && !stack.getFrames().isEmpty()) {
      RecordedFrame leaf = stack.getFrames().get(0);
      RecordedMethod method = leaf.getMethod();
      cpuLeaves.merge(
          ClassNames.ofFrame(method.getType().getName())
              + "."
              + method.getName()
              + ":"
              + Math.max(0, leaf.getLineNumber()),
          1L,
          Long::sum);
      cpuFrames += stack.getFrames().size() + (stack.isTruncated() ? 1 : 0);
    }
  }
}
