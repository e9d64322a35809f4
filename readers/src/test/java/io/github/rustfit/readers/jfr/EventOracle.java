package io.github.rustfit.readers.jfr;

import io.github.rustfit.readers.jvm.ClassNames;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordingFile;

/** Events of waiting, objects, exceptions and losses by the JDK's own reader. */
final class EventOracle {

  /**
   * @param type name of the class that the event names; empty when it names none
   */
  record Key(SampleKind kind, String type) {}

  record Sum(long count, long amount) {
    Sum plus(Sum other) {
      return new Sum(count + other.count, amount + other.amount);
    }
  }

  final Map<Key, Sum> sums = new HashMap<>();
  long lostBytes;
  long lostSamples;
  private final TreeMap<Instant, Long> throwables = new TreeMap<>();

  /**
   * Reads the chunks one by one, since the JDK's reader applies the first chunk's clock to all: in
   * jdk17-profile that is 4 ns less for 137 waits, in jdk25-profile 40 µs between two chunks.
   */
  static EventOracle read(Path file) throws IOException {
    EventOracle oracle = new EventOracle();
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    Path chunk = Files.createTempFile(file.getParent(), "chunk", ".jfr");
    for (int offset = 0; offset < bytes.limit(); ) {
      int size = Math.toIntExact(bytes.getLong(offset + 8));
      Files.write(chunk, Arrays.copyOfRange(bytes.array(), offset, offset + size));
      try (RecordingFile recording = new RecordingFile(chunk)) {
        while (recording.hasMoreEvents()) {
          oracle.add(recording.readEvent());
        }
      }
      offset += size;
    }
    Files.delete(chunk);
    return oracle;
  }

  Sum sum(SampleKind kind) {
    return sums.entrySet().stream()
        .filter(sum -> sum.getKey().kind() == kind)
        .map(Map.Entry::getValue)
        .reduce(new Sum(0, 0), Sum::plus);
  }

  /** Growth of the counter from its first to its last report. */
  Tally thrown() {
    return throwables.size() < 2
        ? Tally.UNKNOWN
        : new Tally(
            throwables.lastEntry().getValue() - throwables.firstEntry().getValue(),
            Duration.between(throwables.firstKey(), throwables.lastKey()).toNanos());
  }

  private void add(RecordedEvent event) {
    long lasted = event.getDuration().toNanos();
    switch (event.getEventType().getName()) {
      case "jdk.JavaMonitorEnter" -> add(SampleKind.LOCK, type(event, "monitorClass"), lasted);
      case "jdk.ThreadPark" -> add(SampleKind.PARK, type(event, "parkedClass"), lasted);
      case "jdk.VirtualThreadPinned" -> add(SampleKind.PINNED, "", lasted);
      case "jdk.SocketRead", "jdk.SocketWrite" -> add(SampleKind.SOCKET, "", lasted);
      case "jdk.FileRead", "jdk.FileWrite" -> add(SampleKind.FILE, "", lasted);
      case "jdk.JavaExceptionThrow" -> add(SampleKind.EXCEPTION, type(event, "thrownClass"), 1);
      case "jdk.OldObjectSample" ->
          add(
              SampleKind.LIVE,
              ClassNames.ofType(
                  event.<RecordedObject>getValue("object").getClass("type").getName()),
              event.hasField("objectSize") ? event.getLong("objectSize") : 0);
      case "profiler.LiveObject" ->
          add(SampleKind.LIVE, type(event, "objectClass"), event.getLong("allocationSize"));
      case "profiler.Malloc" -> add(SampleKind.NATIVE_MEMORY, "", event.getLong("size"));
      case "jdk.ExceptionStatistics" ->
          throwables.put(event.getStartTime(), event.getLong("throwables"));
      case "jdk.DataLoss" -> lostBytes += event.getLong("amount");
      case "jdk.CPUTimeSamplesLost" -> lostSamples += event.getLong("lostSamples");
      default -> {}
    }
  }

  private void add(SampleKind kind, String type, long amount) {
    sums.merge(new Key(kind, type), new Sum(1, amount), Sum::plus);
  }

  private static String type(RecordedEvent event, String field) {
    return event.getValue(field) == null
        ? ""
        : ClassNames.ofType(event.getClass(field).getName().replace('.', '/'));
  }
}
