package io.github.rustfit.readers.jfr.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.jfr.format.Cursor;
import io.github.rustfit.readers.jfr.format.Metadata;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings and what they say about samples, one event type numbered 101 and one 107. */
class JfrSamplingTest {

  @SuppressWarnings("NullAway.Init")
  Settings settings;

  @BeforeEach
  void none() {
    settings = new Settings(metadata());
  }

  @ParameterizedTest
  @CsvSource({
    "20 ms, 20000000",
    "10ms, 10000000",
    "1 s, 1000000000",
    "5000000, 5000000",
    "0, 7",
    "everyChunk, 7",
    "500/s, 7",
    "'', 7",
    "99999999999999999999 s, 7"
  })
  void times_are_read_with_their_unit_and_anything_else_is_no_time(String value, long nanos) {
    settings.add(101, "period", value);
    assertThat(settings.nanos(Sampling.EXECUTION, "period", 7)).isEqualTo(nanos);
  }

  @Test
  void settings_belong_to_the_event_they_name() {
    settings.add(107, "enabled", "true");
    settings.add(4711, "enabled", "true");
    assertThat(new Sampling(settings, false).enabled()).isEmpty();
    settings.add(101, "enabled", "true");
    assertThat(new Sampling(settings, false).enabled()).containsExactly(Source.EXECUTION);
  }

  @Test
  void the_jdks_default_period_stands_in() {
    assertThat(new Sampling(settings, false).period(Source.EXECUTION)).isEqualTo(20_000_000);
    assertThat(new Sampling(settings, false).period(Source.NATIVE)).isEqualTo(20_000_000);
  }

  @Test
  void wall_clock_samples_of_older_async_profilers_are_not_cpu() {
    settings.add(101, "enabled", "true");
    settings.add(101, "interval", "0");
    settings.add(107, "event", "wall");
    Sampling sampling = new Sampling(settings, true);
    assertThat(sampling.enabled()).containsExactly(Source.WALL);
    assertThat(sampling.sourceOfExecution("STATE_RUNNABLE")).isEqualTo(Source.WALL);
    assertThat(sampling.period(Source.WALL)).isEqualTo(50_000_000);
  }

  @Test
  void unbatched_wall_clock_samples_are_told_apart_by_their_state() {
    settings.add(101, "enabled", "true");
    settings.add(101, "wall", "1000000");
    settings.add(101, "nobatch", "true");
    settings.add(107, "event", "cpu");
    Sampling sampling = new Sampling(settings, true);
    assertThat(sampling.enabled()).containsExactlyInAnyOrder(Source.EXECUTION, Source.WALL);
    assertThat(sampling.sourceOfExecution("STATE_SLEEPING")).isEqualTo(Source.WALL);
    assertThat(sampling.sourceOfExecution("STATE_DEFAULT")).isEqualTo(Source.EXECUTION);
    assertThat(sampling.period(Source.WALL)).isEqualTo(1_000_000);
  }

  /** 3.0 has no batches and no setting for them: the state tells, whatever the CPU engine. */
  @Test
  void with_cpu_and_wall_clock_at_once_async_profiler_3_tells_them_apart_by_the_state() {
    settings.add(101, "enabled", "true");
    settings.add(101, "interval", "0");
    settings.add(101, "wall", "50000000");
    settings.add(107, "event", "itimer");
    Sampling sampling = new Sampling(settings, true);
    assertThat(sampling.enabled()).containsExactlyInAnyOrder(Source.EXECUTION, Source.WALL);
    assertThat(sampling.sourceOfExecution("STATE_DEFAULT")).isEqualTo(Source.EXECUTION);
    assertThat(sampling.sourceOfExecution("STATE_RUNNABLE")).isEqualTo(Source.WALL);
    assertThat(sampling.sourceOfExecution("STATE_SLEEPING")).isEqualTo(Source.WALL);
  }

  /** 2.9 knows no setting {@code wall}, takes one of both, and calls CPU samples runnable. */
  @Test
  void cpu_samples_of_async_profiler_2_are_runnable() {
    settings.add(101, "enabled", "true");
    settings.add(107, "event", "itimer");
    assertThat(new Sampling(settings, true).sourceOfExecution("STATE_RUNNABLE"))
        .isEqualTo(Source.EXECUTION);
  }

  @Test
  void samples_of_cache_misses_are_not_cpu() {
    settings.add(101, "enabled", "true");
    settings.add(107, "event", "cache-misses");
    assertThat(new Sampling(settings, true).enabled()).isEmpty();
    assertThat(new Sampling(settings, true).sourceOfExecution("")).isNull();
  }

  /** Metadata of two classes, written as a recording would: texts first, then the tree. */
  private static Metadata metadata() {
    ByteBuffer bytes = ByteBuffer.allocate(1000);
    bytes.put(new byte[] {1, 0, 0, 0, 0});
    List<String> texts =
        List.of(
            "root", "class", "id", "name", "101", Sampling.EXECUTION, "107", "jdk.ActiveRecording");
    bytes.put((byte) texts.size());
    for (String text : texts) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      bytes.put((byte) 3).put((byte) utf8.length).put(utf8);
    }
    bytes.put(new byte[] {0, 0, 2});
    bytes.put(new byte[] {1, 2, 2, 4, 3, 5, 0});
    bytes.put(new byte[] {1, 2, 2, 6, 3, 7, 0});
    return Metadata.parse(new Cursor(bytes.array(), bytes.position()));
  }
}
