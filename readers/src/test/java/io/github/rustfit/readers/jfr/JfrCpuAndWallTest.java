package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.input.Reading;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A recording of async-profiler 3.0 with {@code event=itimer,wall=100ms}, which writes both under
 * one name. What is expected was counted in what {@code jfr print --json} of JDK 25 says of it: 97
 * samples in the state {@code STATE_DEFAULT}, 23 {@code STATE_RUNNABLE}, 884 {@code
 * STATE_SLEEPING}.
 */
class JfrCpuAndWallTest {

  private static final int DEFAULT = 97;
  private static final int RUNNABLE = 23;
  private static final int SLEEPING = 884;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void the_state_tells_cpu_from_wall_clock() throws Exception {
    Reading reading = Recordings.read(unpacked("async3-cpu-wall"));
    ProfileSummary profile = reading.profile();
    assertThat(reading.status()).isEqualTo(Input.Status.READ);
    assertThat(profile.total(SampleKind.WALL).samples()).isEqualTo(RUNNABLE + SLEEPING);
    assertThat(profile.total(SampleKind.WALL).amount())
        .isEqualTo((RUNNABLE + SLEEPING) * 100_000_000L);
    assertThat(
            profile.total(SampleKind.CPU).samples()
                + profile.total(SampleKind.COMPILER).samples()
                + profile.total(SampleKind.COLLECTOR).samples()
                + profile.total(SampleKind.VM).samples())
        .isEqualTo(DEFAULT);
    assertThat(inside(profile, SampleKind.CPU, "busy")).isEqualTo(30);
    assertThat(inside(profile, SampleKind.CPU, "alloc")).isEqualTo(42);
    assertThat(inside(profile, SampleKind.CPU, "idle")).isZero();
    assertThat(inside(profile, SampleKind.WALL, "idle")).isEqualTo(440);
  }

  /** Samples whose leaf-most method of the program is this one. */
  private static long inside(ProfileSummary profile, SampleKind kind, String method) {
    return profile.samples().entrySet().stream()
        .filter(sample -> sample.getKey().kind() == kind)
        .filter(
            sample ->
                sample.getKey().stack().stream()
                    .filter(frame -> frame.className().equals("W"))
                    .findFirst()
                    .map(Frame::method)
                    .filter(method::equals)
                    .isPresent())
        .mapToLong(sample -> sample.getValue().samples())
        .sum();
  }

  private Path unpacked(String name) throws Exception {
    Path file = folder.resolve(name + ".jfr");
    String packed = "/profiles/" + name + ".jfr.gz";
    try (InputStream in =
        new GZIPInputStream(Objects.requireNonNull(getClass().getResourceAsStream(packed)))) {
      Files.copy(in, file);
    }
    return file;
  }
}
