package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.stacks.JvmThreads;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.gc.GcIncident;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.gc.PauseTotal;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import one.jfr.JfrReader;
import one.jfr.event.AllocationSample;
import one.jfr.event.Event;
import one.jfr.event.ExecutionSample;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real recordings, compared with the JDK's reader or with async-profiler's converter. */
class JfrCorpusTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"jdk17-profile", "jdk25-profile"})
  void a_jdk_recording_sums_up_as_by_the_jdk(String name) throws Exception {
    Path file = Recordings.corpus(name, folder);
    Reading reading = Recordings.read(file);
    Oracle oracle = Oracle.read(file);
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(reading.profile().total(SampleKind.CPU).samples())
        .isEqualTo(oracle.count("jdk.ExecutionSample"));
    assertThat(reading.profile().total(SampleKind.NATIVE).samples())
        .isEqualTo(oracle.count("jdk.NativeMethodSample"));
    assertThat(cpuFrames(reading)).isEqualTo(oracle.cpuFrames);
    assertThat(reading.profile().total(SampleKind.ALLOCATION).samples())
        .isEqualTo(oracle.allocation.counted().count());
    assertThat(reading.profile().total(SampleKind.ALLOCATION).amount())
        .isEqualTo(oracle.allocation.counted().bytes());
    assertThat(reading.gc().pauses().count()).isEqualTo(oracle.count("jdk.GCPhasePause"));
    // The JDK rounds begin and end of a pause, this reader its length: one nanosecond each.
    Offset<Long> rounding = Offset.offset(reading.gc().pauses().count());
    assertThat(reading.gc().pauses().totalNanos()).isCloseTo(oracle.pauseNanos, rounding);
    assertThat(reading.gc().pauses().maxNanos()).isCloseTo(oracle.longestPause, Offset.offset(1L));
    assertThat(reading.gc().causes()).containsOnlyKeys(oracle.pausesByCause.keySet());
    oracle.pausesByCause.forEach(
        (cause, nanos) ->
            assertThat(reading.gc().causes().getOrDefault(cause, PauseTotal.NONE).totalNanos())
                .isCloseTo(nanos, rounding));
    assertThat(reading.gc().collections()).isEqualTo(oracle.count("jdk.GarbageCollection"));
    assertThat(reading.gc().gcCpu().amount()).isEqualTo(oracle.gcCpuNanos);
    assertThat(reading.gc().collectors()).containsExactly("G1");
    assertThat(reading.gc().maxHeapBytes()).isEqualTo(256L << 20);
    assertThat(reading.profile().cores()).containsExactly(2);
  }

  /**
   * Counts by {@code jfr print --events jdk.GCPhasePause} and {@code jdk.GarbageCollection} of the
   * JDK, by {@code name} and by {@code cause} with {@code name = "G1New"}; mixed ones by {@code
   * jdk.G1GarbageCollection}.
   */
  @ParameterizedTest
  @CsvSource({"jdk17-profile, 121, 631, 119, 0", "jdk25-profile, 170, 760, 168, 3"})
  void pauses_have_a_kind_and_a_place_in_time(
      String name, long remarks, long others, long mixed, long full, @TempDir Path own)
      throws Exception {
    GcSummary gc = Recordings.read(Recordings.corpus(name, own)).gc();
    Map<String, PauseTotal> kinds = gc.details().kinds();
    assertThat(count(kinds, "Pause Remark")).isEqualTo(remarks);
    assertThat(count(kinds, "Pause Young (Mixed)")).isEqualTo(mixed);
    assertThat(count(kinds, "Pause Full")).isEqualTo(full);
    assertThat(count(kinds, "Pause Young")).isEqualTo(others - mixed - full);
    assertThat(gc.details().runs().kept()).hasSize(1);
    assertThat(gc.details().runs().kept().get(0).pauses().count()).isEqualTo(gc.pauses().count());
    assertThat(gc.details().utilisation().worstNanos()).hasSize(3);
    assertThat(gc.details().incidents().of(GcIncident.ALLOCATION_STALL).known()).isFalse();
  }

  /**
   * By {@code jfr print --json --events jdk.GCCPUTime} and awk, in nanoseconds; the JDK rounds down
   * each of them.
   */
  @ParameterizedTest
  @CsvSource({"jdk17-profile, 873, 5949999697", "jdk25-profile, 1100, 6619999586"})
  void pauses_have_their_cpu_times(String name, long pauses, long real, @TempDir Path own)
      throws Exception {
    GcSummary gc = Recordings.read(Recordings.corpus(name, own)).gc();
    assertThat(gc.details().cpu().pauses()).isEqualTo(pauses);
    assertThat(gc.details().cpu().userNanos() + gc.details().cpu().systemNanos())
        .isEqualTo(gc.gcCpu().amount());
    assertThat(gc.details().cpu().realNanos()).isCloseTo(real, Offset.offset(2 * pauses));
  }

  private static long count(Map<String, PauseTotal> kinds, String kind) {
    return kinds.getOrDefault(kind, PauseTotal.NONE).count();
  }

  @Test
  void where_cpu_time_was_sampled_the_other_sampler_does_not_count() throws Exception {
    Path file = Recordings.corpus("jdk25-cputime", folder);
    Reading reading = Recordings.read(file);
    Oracle oracle = Oracle.read(file);
    assertThat(oracle.count("jdk.ExecutionSample")).isPositive();
    assertThat(reading.profile().total(SampleKind.CPU).samples())
        .isEqualTo(oracle.count("jdk.CPUTimeSample"));
    assertThat(reading.profile().total(SampleKind.CPU).amount()).isEqualTo(oracle.cpuTimeNanos);
    assertThat(reading.gc().fullCollections()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "ap46-cpu, CPU, 5000000",
    "ap46-itimer, CPU, 5000000",
    "ap46-ctimer, CPU, 5000000",
    "ap46-cpu-clock, CPU, 5000000",
    "ap46-wall, WALL, 5000000"
  })
  void an_async_profiler_recording_has_the_kind_it_was_made_for(
      String name, SampleKind kind, long interval) throws Exception {
    Path file = Recordings.corpus(name, folder);
    Reading reading = Recordings.read(file);
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    Set<SampleKind> kinds = EnumSet.of(kind);
    if (kind == SampleKind.CPU) {
      kinds.addAll(JvmThreads.KINDS);
    }
    assertThat(reading.profile().observed().keySet()).isEqualTo(kinds);
    Weight total = kinds.stream().map(reading.profile()::total).reduce(Weight.ZERO, Weight::merge);
    assertThat(total.samples()).isPositive().isEqualTo(converterSamples(file));
    assertThat(total.amount()).isEqualTo(interval * converterSamples(file));
    assertThat(reading.gc().known()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ap46-alloc_128k", "ap46-live_alloc_128k", "ap46-all"})
  void async_profilers_allocations_weigh_what_its_converter_says(String name) throws Exception {
    Path file = Recordings.corpus(name, folder);
    Reading reading = Recordings.read(file);
    long bytes = 0;
    try (JfrReader reader = new JfrReader(file.toString())) {
      for (Event event; (event = reader.readEvent()) != null; ) {
        bytes += event instanceof AllocationSample ? event.value() : 0;
      }
    }
    assertThat(reading.profile().total(SampleKind.ALLOCATION).amount())
        .isPositive()
        .isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({"ap46-lock_1us, LOCK PARK", "ap46-nativemem_128k, NATIVE_MEMORY"})
  void a_recording_of_something_else_is_read_and_knows_nothing_of_time_and_allocation(
      String name, String kinds) throws Exception {
    Reading reading = Recordings.read(Recordings.corpus(name, folder));
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(reading.profile().observed().keySet())
        .extracting(SampleKind::name)
        .containsExactly(kinds.split(" "));
    assertThat(reading.profile().recordedNanos()).isPositive();
  }

  @Test
  void both_profilers_of_one_run_cover_their_time_once() throws Exception {
    Reading reading = Recordings.read(Recordings.corpus("ap46-jfrsync-jdk25", folder));
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    // The JDK's chunk lasts 20.686 s, async-profiler's lies within but for its last 47 ms.
    assertThat(reading.profile().recordedNanos()).isBetween(20_686_000_000L, 20_740_000_000L);
    assertThat(reading.gc().pauses().count()).isEqualTo(374);
    assertThat(reading.profile().recorded(SampleKind.CPU)).isTrue();
  }

  @Test
  void the_recording_of_a_killed_jvm_is_read_up_to_its_last_flush() throws Exception {
    Reading reading = Recordings.read(Recordings.corpus("killed-jvm-inprogress", folder));
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("not finished when its JVM ended", "JFR.stop");
    assertThat(reading.profile().total(SampleKind.CPU).samples()).isPositive();
    assertThat(reading.gc().causes().values().stream().mapToLong(PauseTotal::count).sum())
        .isEqualTo(reading.gc().pauses().count())
        .isPositive();
  }

  @Test
  void a_truncated_jdk_recording_is_read_up_to_the_last_flush_before_the_cut() throws Exception {
    Path file = Recordings.corpus("jdk17-profile", folder.resolve("cut"));
    Reading whole = Recordings.read(file);
    // 80 % of the first chunk's 13,366,955 bytes, which cover 50.2 s.
    Reading reading = Recordings.read(Arrays.copyOf(Files.readAllBytes(file), 10_693_564), folder);
    assertThat(reading.status()).isEqualTo(Input.Status.PARTIAL);
    assertThat(reading.problem()).contains("is missing or was not finished", "in 1 chunk");
    assertThat(reading.profile().recordedNanos()).isBetween(35_000_000_000L, 45_000_000_000L);
    assertThat(reading.profile().total(SampleKind.CPU).samples())
        .isBetween(900L, whole.profile().total(SampleKind.CPU).samples());
    assertThat(reading.profile().samples().keySet())
        .allMatch(key -> whole.profile().samples().containsKey(key));
  }

  private static long converterSamples(Path file) throws Exception {
    long samples = 0;
    try (JfrReader reader = new JfrReader(file.toString())) {
      for (ExecutionSample sample; (sample = reader.readEvent(ExecutionSample.class)) != null; ) {
        samples += sample.samples();
      }
    }
    return samples;
  }

  private static long cpuFrames(Reading reading) {
    return reading.profile().samples().entrySet().stream()
        .filter(sample -> sample.getKey().kind() == SampleKind.CPU)
        .mapToLong(sample -> sample.getValue().samples() * sample.getKey().stack().size())
        .sum();
  }
}
