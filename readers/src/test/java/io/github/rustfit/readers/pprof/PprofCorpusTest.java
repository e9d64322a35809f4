package io.github.rustfit.readers.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Content;
import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.readers.stacks.Converted;
import io.github.rustfit.readers.stacks.FileContent;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings that async-profiler's converter made profiles of, compared with the JFR reader. */
class PprofCorpusTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  private static Reading read(Path file) throws IOException {
    return new PprofReader().read(new FileContent(file));
  }

  @ParameterizedTest
  @CsvSource({
    "ap46-cpu, '', CPU",
    "ap46-itimer, --dot, CPU",
    "ap46-ctimer, --total, CPU",
    "ap46-wall, --wall, WALL",
    "ap46-alloc_128k, --alloc, ALLOCATION"
  })
  void a_converted_recording_reads_like_the_recording(String name, String option, SampleKind kind)
      throws IOException {
    Path recording = Converted.recording(name, folder);
    Path file = Converted.pprof(recording, option);
    Reading reading = read(file);
    Reading jfr = Converted.jfr(recording);
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(Converted.observed(reading)).containsExactly(kind);
    Map<String, Long> expected = new TreeMap<>(Converted.samples(jfr, true));
    expected.keySet().removeIf(key -> !key.startsWith(kind.name()));
    assertThat(Converted.samples(reading, true)).isEqualTo(expected);
    assertThat(Converted.count(reading, kind)).isPositive().isEqualTo(Converted.count(jfr, kind));
    assertThat(reading.profile().recordedNanos())
        .isCloseTo(jfr.profile().recordedNanos(), Offset.offset(1_000_000_000L));
  }

  @Test
  void bytes_are_the_recordings_bytes() throws IOException {
    Path recording = Converted.recording("ap46-alloc_128k", folder);
    Reading reading = read(Converted.pprof(recording, "--alloc", "--total"));
    assertThat(reading.profile().total(SampleKind.ALLOCATION).amount())
        .isEqualTo(Converted.jfr(recording).profile().total(SampleKind.ALLOCATION).amount())
        .isEqualTo(1_580_839_248);
  }

  @Test
  void nothing_in_the_corpus_is_claimed_but_converted_recordings_are() throws IOException {
    PprofReader reader = new PprofReader();
    Converted.heads()
        .forEach((path, head) -> assertThat(reader.claims(head)).as("%s", path).isFalse());
    for (String name : new String[] {"ap46-cpu", "ap46-wall", "ap46-alloc_128k"}) {
      byte[] profile = Files.readAllBytes(Converted.pprof(Converted.recording(name, folder)));
      int length = Math.min(profile.length, Content.HEAD_BYTES);
      assertThat(reader.claims(Arrays.copyOf(profile, length))).as(name).isTrue();
    }
  }
}
