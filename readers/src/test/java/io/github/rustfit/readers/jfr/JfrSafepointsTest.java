package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.gc.PauseHistogram;
import io.github.rustfit.rules.evidence.gc.SafepointTotals;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Safepoints of a recording, against the JDK's own reader. */
class JfrSafepointsTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path record(boolean ends, Duration threshold) throws Exception {
    Path file = folder.resolve("safepoints.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ActiveSetting");
      recording.enable("jdk.GarbageCollection");
      recording.enable("jdk.GCPhasePause").withThreshold(Duration.ZERO);
      recording.enable("jdk.SafepointBegin").withThreshold(threshold);
      if (ends) {
        recording.enable("jdk.SafepointEnd").withThreshold(threshold);
      }
      recording.start();
      for (int i = 0; i < 5; i++) {
        System.gc();
      }
      recording.stop();
      recording.dump(file);
    }
    return file;
  }

  private static SafepointTotals safepoints(Path file) throws Exception {
    return Recordings.read(file).gc().details().safepoints();
  }

  @Test
  void each_lasts_from_its_beginning_to_its_end() throws Exception {
    Path file = record(true, Duration.ZERO);
    Map<Long, RecordedEvent> begun = new HashMap<>();
    Map<Long, Instant> ended = new HashMap<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      switch (event.getEventType().getName()) {
        case "jdk.SafepointBegin" -> begun.put(event.getLong("safepointId"), event);
        case "jdk.SafepointEnd" -> ended.put(event.getLong("safepointId"), event.getEndTime());
        default -> {}
      }
    }
    begun.keySet().retainAll(ended.keySet());
    long stopped = 0;
    long reaching = 0;
    for (Map.Entry<Long, RecordedEvent> safepoint : begun.entrySet()) {
      RecordedEvent begin = safepoint.getValue();
      Instant end = ended.getOrDefault(safepoint.getKey(), begin.getEndTime());
      stopped += Duration.between(begin.getStartTime(), end).toNanos();
      reaching += begin.getDuration().toNanos();
    }

    SafepointTotals read = safepoints(file);

    assertThat(begun).hasSizeGreaterThanOrEqualTo(5);
    assertThat(read.known()).isTrue();
    assertThat(read.reachingKnown()).isTrue();
    assertThat(read.stopped().count()).isEqualTo(begun.size());
    // Ticks are turned into nanoseconds once or twice, which rounds differently.
    assertThat(read.stopped().totalNanos()).isBetween(stopped - 10_000, stopped + 10_000);
    assertThat(read.reaching().totalNanos()).isBetween(reaching - 10_000, reaching + 10_000);
  }

  @Test
  void unknown_unless_every_beginning_and_end_was_recorded() throws Exception {
    assertThat(safepoints(record(false, Duration.ZERO)).known()).isFalse();
    SafepointTotals some = safepoints(record(true, Duration.ofMillis(1)));
    assertThat(some.known()).isFalse();
    assertThat(some.stopped()).isEqualTo(PauseHistogram.EMPTY);
  }
}
