package io.github.rustfit.readers.jfr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;

/**
 * What {@code jdk.ObjectAllocationSample} adds up to by the JDK's own reader: as it stands, and by
 * this project's definition, worked out a second time from Java's thread ids and the events' order
 * in time. A recording without virtual threads and without gaps is assumed.
 */
final class AllocationOracle {

  record Sample(long javaThread, Instant time, long bytes) {}

  record Sum(long count, long bytes) {
    static Sum of(List<Sample> samples) {
      return new Sum(samples.size(), samples.stream().mapToLong(Sample::bytes).sum());
    }
  }

  private final List<Sample> samples = new ArrayList<>();
  private final Set<Long> started = new HashSet<>();
  private Duration ageOfJvm = Duration.ofDays(1);

  void add(RecordedEvent event) {
    switch (event.getEventType().getName()) {
      case "jdk.ObjectAllocationSample" ->
          samples.add(
              new Sample(
                  event.getThread().getJavaThreadId(),
                  event.getStartTime(),
                  event.getLong("weight")));
      case "jdk.ThreadStart" -> {
        RecordedThread thread = event.getValue("thread");
        if (thread != null) { // a thread that detached before its name was written
          started.add(thread.getJavaThreadId());
        }
      }
      case "jdk.JVMInformation" -> {
        Duration age = Duration.between(event.getInstant("jvmStartTime"), event.getStartTime());
        ageOfJvm = age.compareTo(ageOfJvm) < 0 ? age : ageOfJvm;
      }
      default -> {}
    }
  }

  /** All of them, as other tools add them up. */
  Sum plain() {
    return Sum.of(samples);
  }

  /** All of one thread. */
  Sum plain(long javaThread) {
    return Sum.of(samples.stream().filter(one -> one.javaThread() == javaThread).toList());
  }

  /** Without the earliest of each thread that may be older than the recording. */
  Sum counted() {
    if (ageOfJvm.compareTo(Duration.ofSeconds(2)) <= 0) {
      return plain();
    }
    List<Sample> counted = new ArrayList<>(samples);
    samples.stream()
        .map(Sample::javaThread)
        .distinct()
        .filter(thread -> !started.contains(thread))
        .forEach(thread -> counted.remove(earliest(thread)));
    return Sum.of(counted);
  }

  private Sample earliest(long thread) {
    return samples.stream()
        .filter(sample -> sample.javaThread() == thread)
        .min((a, b) -> a.time().compareTo(b.time()))
        .orElseThrow();
  }
}
