package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.rules.evidence.gc.PausePoint;
import io.github.rustfit.rules.evidence.gc.RunHistory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When events were, in a recording of several chunks, each of which has its own beginning and
 * clock: compared with the times of the JDK's own reader, which {@code jfr print} shows.
 */
class JfrTimesTest {

  /** Ticks are turned into nanoseconds once or twice, which rounds differently. */
  private static final long ROUNDING = 10_000;

  /** Another recording that begins or ends makes a new chunk of the one that runs. */
  private static Path record(Path folder) throws Exception {
    Path file = folder.resolve("chunks.jfr");
    try (Recording whole = new Recording()) {
      whole.enable("jdk.ActiveSetting");
      whole.enable("jdk.GarbageCollection");
      whole.enable("jdk.GCPhasePause").withThreshold(Duration.ZERO);
      whole.start();
      for (int chunk = 0; chunk < 3; chunk++) {
        try (Recording other = new Recording()) {
          other.start();
          System.gc();
          Thread.sleep(20);
          System.gc();
        }
      }
      whole.stop();
      whole.dump(file);
    }
    return file;
  }

  @Test
  void pauses_of_every_chunk_are_where_the_reader_of_the_jdk_has_them(@TempDir Path folder)
      throws Exception {
    Path file = record(folder);
    List<RecordedEvent> expected =
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().equals("jdk.GCPhasePause"))
            .sorted(Comparator.comparing(RecordedEvent::getStartTime))
            .toList();
    Instant first = expected.get(0).getStartTime();

    List<RunHistory> runs = Recordings.read(file).gc().details().runs().kept();
    assertThat(runs).hasSize(1);
    List<PausePoint> read = runs.get(0).pauses().points();
    assertThat(read).hasSameSizeAs(expected).hasSizeGreaterThanOrEqualTo(6);
    for (int i = 0; i < read.size(); i++) {
      long start = Duration.between(first, expected.get(i).getStartTime()).toNanos();
      assertThat(read.get(i).startNanos()).isCloseTo(start, within(ROUNDING));
      assertThat(read.get(i).nanos())
          .isCloseTo(expected.get(i).getDuration().toNanos(), within(ROUNDING));
    }
  }
}
