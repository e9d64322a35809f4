package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's small recordings, compared with {@code jdk.jfr.consumer.RecordingFile}. */
class JfrSmallRecordingsTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdk17-profile",
        "jdk17-default",
        "jdk17-tlab",
        "jdk25-profile",
        "jdk25-default",
        "jdk25-cputime"
      })
  void samples_waits_and_pauses_are_those_of_the_jdks_reader(String name) throws Exception {
    Path file = folder.resolve("recording.jfr");
    String packed = "/recordings/" + name + ".jfr.gz";
    try (InputStream in =
        new GZIPInputStream(Objects.requireNonNull(getClass().getResourceAsStream(packed)))) {
      Files.copy(in, file);
    }
    Reading reading = Recordings.read(file);
    Oracle oracle = Oracle.read(file);
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    long cpuTime = oracle.count("jdk.CPUTimeSample");
    if (cpuTime > 0) {
      assertThat(reading.profile().total(SampleKind.CPU).samples()).isEqualTo(cpuTime);
      assertThat(reading.profile().total(SampleKind.CPU).amount()).isEqualTo(oracle.cpuTimeNanos);
    } else {
      assertThat(reading.profile().total(SampleKind.CPU).samples())
          .isEqualTo(oracle.count("jdk.ExecutionSample"));
    }
    assertThat(reading.profile().total(SampleKind.NATIVE).samples())
        .isEqualTo(oracle.count("jdk.NativeMethodSample"));
    if (oracle.count("jdk.ObjectAllocationInNewTLAB") == 0) {
      AllocationOracle.Sum counted = oracle.allocation.counted();
      assertThat(reading.profile().total(SampleKind.ALLOCATION).samples())
          .isEqualTo(counted.count());
      assertThat(reading.profile().total(SampleKind.ALLOCATION).amount())
          .isEqualTo(counted.bytes());
    }
    assertThat(JfrEventsCorpusTest.sums(reading)).isEqualTo(EventOracle.read(file).sums);
    assertThat(reading.gc().pauses().count()).isEqualTo(oracle.count("jdk.GCPhasePause"));
    assertThat(reading.gc().pauses().totalNanos()).isEqualTo(oracle.pauseNanos);
  }
}
