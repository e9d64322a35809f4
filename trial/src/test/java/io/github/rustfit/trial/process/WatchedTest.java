package io.github.rustfit.trial.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(OS.LINUX)
class WatchedTest {

  @TempDir Path folder = Path.of("");

  private Watched watched(String script, Watched.Until until) {
    return new Watched(
        List.of("/bin/sh", "-c", script),
        folder,
        folder.resolve("said.txt"),
        Map.of("A", "b"),
        until);
  }

  private static Watched.Until until(int seconds) {
    return new Watched.Until(Duration.ofSeconds(seconds), Optional.empty(), Optional.empty());
  }

  /** The shell counts what its children took, to which what is seen is compared. */
  @Test
  void cpu_time_of_what_is_started_is_that_of_the_shell() throws IOException {
    Watched.Seen seen =
        watched("sh -c 'i=0; while [ $i -lt 1000000 ]; do i=$((i+1)); done'; times", until(120))
            .run();
    assertThat(seen.status()).isZero();
    String times =
        java.nio.file.Files.readString(folder.resolve("said.txt")).lines().toList().get(1);
    double children = 0;
    for (String one : times.split(" ")) {
      String[] parts = one.replace("s", "").split("m");
      children += Double.parseDouble(parts[0]) * 60 + Double.parseDouble(parts[1]);
    }
    double seconds = seen.usage().values().stream().mapToLong(Usage::cpuNanos).sum() / 1e9;
    assertThat(children).isGreaterThan(0.1);
    assertThat(seconds).isBetween(children * 0.7 - 0.05, children * 1.2 + 0.1);
    assertThat(seen.usage().values()).allMatch(one -> one.residentBytes() > 0);
  }

  /** A program with some 250 MiB of small objects, which each collection looks at. */
  static final class Fill {

    private Fill() {}

    public static void main(String[] arguments) throws InterruptedException {
      int[][] kept = new int[5_000_000][];
      for (int i = 0; i < kept.length; i++) {
        kept[i] = new int[8];
      }
      for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
        System.gc();
        Thread.sleep(500);
      }
      System.out.println(kept[7][7]);
    }
  }

  /** With a limit of 450 MiB no process can have 600 MiB, however often its heap is mapped. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void memory_that_a_process_maps_several_times_is_counted_once(int rounds) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path classes = Path.of("target", "test-classes").toAbsolutePath();
    String program =
        "-XX:+UseZGC -Xmx450m -cp '" + classes + "' '" + Fill.class.getName() + "' " + rounds;
    Watched.Seen seen = watched("exec '" + java + "' " + program, until(120)).run();

    assertThat(seen.status()).isZero();
    long most = seen.usage().values().stream().mapToLong(Usage::residentBytes).max().orElse(0);
    assertThat(most >> 20).isBetween(240L, 600L);
  }

  @Test
  void one_that_does_not_end_is_asked_to_once_it_was_ready_long_enough() throws IOException {
    Watched.Seen seen =
        watched(
                "sleep 0.3; echo started $A; while true; do sleep 0.1; done",
                new Watched.Until(
                    Duration.ofSeconds(60),
                    Optional.of(Duration.ofMillis(500)),
                    Optional.of(Pattern.compile("started b"))))
            .run();
    assertThat(seen.asked()).isTrue();
    assertThat(seen.readyNanos()).isGreaterThan(250_000_000);
    assertThat(seen.wallNanos()).isGreaterThan(seen.readyNanos() + 400_000_000);
  }

  @Test
  void one_that_hangs_is_stopped() {
    assertThatIOException()
        .isThrownBy(() -> watched("sleep 600", until(1)).run())
        .withMessage("it took more than 1 s");
  }

  @Test
  void how_it_ended_is_told() throws IOException {
    assertThat(watched("exit 7", until(60)).run().status()).isEqualTo(7);
  }
}
