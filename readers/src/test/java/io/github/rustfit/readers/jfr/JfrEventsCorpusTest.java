package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting, live objects, exceptions and native memory, compared with the JDK's own reader. */
class JfrEventsCorpusTest {

  /** What is compared; time and allocation have tests of their own. */
  static final Set<SampleKind> KINDS = EnumSet.range(SampleKind.LIVE, SampleKind.NATIVE_MEMORY);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  static Map<EventOracle.Key, EventOracle.Sum> sums(Reading reading) {
    Map<EventOracle.Key, EventOracle.Sum> sums = new HashMap<>();
    for (Map.Entry<SampleKey, Weight> one : reading.profile().samples().entrySet()) {
      if (KINDS.contains(one.getKey().kind())) {
        sums.merge(
            new EventOracle.Key(one.getKey().kind(), one.getKey().type()),
            new EventOracle.Sum(one.getValue().samples(), one.getValue().amount()),
            EventOracle.Sum::plus);
      }
    }
    return sums;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdk17-profile",
        "jdk25-profile",
        "jdk25-cputime",
        "ap46-lock_1us",
        "ap46-live_alloc_128k",
        "ap46-nativemem_128k",
        "ap46-all",
        "ap46-jfrsync-jdk25"
      })
  void counts_sums_and_classes_are_those_of_the_jdks_reader(String name) throws Exception {
    Path file = Recordings.corpus(name, folder.resolve(name));
    Reading reading = Recordings.read(file);
    EventOracle oracle = EventOracle.read(file);

    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(sums(reading)).isNotEmpty().isEqualTo(oracle.sums);
    assertThat(reading.profile().facts().thrown()).isEqualTo(oracle.thrown());
    assertThat(reading.profile().facts().lostBytes().amount()).isEqualTo(oracle.lostBytes);
    assertThat(reading.profile().facts().lostCpuSamples().amount()).isEqualTo(oracle.lostSamples);
  }

  /** Counts by {@code jfr summary}, the JDK's own tool. */
  @ParameterizedTest
  @CsvSource({
    "jdk17-profile, LOCK, 137",
    "jdk17-profile, LIVE, 194",
    "jdk17-profile, PARK, 0",
    "jdk17-profile, SOCKET, 0",
    "jdk17-profile, FILE, 0",
    "ap46-lock_1us, LOCK, 57",
    "ap46-lock_1us, PARK, 0",
    "ap46-live_alloc_128k, LIVE, 810",
    "ap46-nativemem_128k, NATIVE_MEMORY, 689"
  })
  void an_enabled_kind_is_recorded_even_if_nothing_happened(
      String name, SampleKind kind, long count) throws Exception {
    Reading reading =
        Recordings.read(Recordings.corpus(name, folder.resolve(name + kind + "-count")));

    assertThat(reading.profile().total(kind).samples()).isEqualTo(count);
    assertThat(reading.profile().observed()).containsKey(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "jdk17-profile, EXCEPTION",
    "jdk17-profile, NATIVE_MEMORY",
    "ap46-lock_1us, SOCKET",
    "ap46-lock_1us, LIVE",
    "ap46-cpu, LOCK",
    "ap46-alloc_128k, LIVE"
  })
  void a_kind_that_was_not_enabled_is_unknown(String name, SampleKind kind) throws Exception {
    Reading reading =
        Recordings.read(Recordings.corpus(name, folder.resolve(name + kind + "-unknown")));

    assertThat(reading.profile().recorded(kind)).isFalse();
  }

  @Test
  void thresholds_are_those_of_the_settings() throws Exception {
    Path jdk = Recordings.corpus("jdk17-profile", folder.resolve("threshold"));
    Path async = Recordings.corpus("ap46-lock_1us", folder.resolve("threshold"));

    // profile.jfc of JDK 17: 10 ms for all of them.
    assertThat(Recordings.read(jdk).profile().facts().thresholds())
        .containsOnly(
            Map.entry(SampleKind.LOCK, 10_000_000L),
            Map.entry(SampleKind.PARK, 10_000_000L),
            Map.entry(SampleKind.SOCKET, 10_000_000L),
            Map.entry(SampleKind.FILE, 10_000_000L));
    assertThat(Recordings.read(async).profile().facts().thresholds())
        .containsOnly(Map.entry(SampleKind.LOCK, 1_000L), Map.entry(SampleKind.PARK, 1_000L));
  }

  @Test
  void losses_are_known_where_the_jdk_reports_them_and_limits_where_there_are_any()
      throws Exception {
    Reading jdk = Recordings.read(Recordings.corpus("jdk17-profile", folder.resolve("loss")));
    Reading async = Recordings.read(Recordings.corpus("ap46-lock_1us", folder.resolve("loss")));

    assertThat(jdk.profile().facts().lostBytes())
        .isEqualTo(new Tally(0, jdk.profile().recordedNanos()));
    assertThat(jdk.profile().facts().lostCpuSamples()).isEqualTo(Tally.UNKNOWN);
    assertThat(async.profile().facts().lostBytes()).isEqualTo(Tally.UNKNOWN);
    // jfr print --events jdk.ContainerConfiguration: quota and memory limit are -1.
    assertThat(jdk.profile().facts().cpuLimits()).isEmpty();
    assertThat(jdk.profile().facts().memoryLimits()).isEmpty();
  }
}
