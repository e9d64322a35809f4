package io.github.rustfit.readers.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.gclog.GcLogReader;
import io.github.rustfit.readers.input.Inputs;
import io.github.rustfit.readers.input.OpenedInputs;
import io.github.rustfit.readers.input.Window;
import io.github.rustfit.rules.evidence.base.Input;
import io.github.rustfit.rules.evidence.gc.GcSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs with a pause of 5 ms in each second from the first to the twentieth: counted by hand. */
class WindowOfLogTest {

  private static final String HEADING =
      "[0.004s][info][gc] Using G1\n"
          + "[0.005s][info][gc,init] Version: 17.0.15+6 (release)\n"
          + "[0.005s][info][gc,init] Heap Max Capacity: 256M\n";

  @TempDir Path folder;

  private static String pause(int second) {
    return "[info][gc] GC("
        + (second - 1)
        + ") Pause Young (Normal) (G1 Evacuation Pause) 20M->10M(100M) 5.000ms\n";
  }

  private static String log(String heading, IntFunction<String> line) {
    return heading + IntStream.rangeClosed(1, 20).mapToObj(line).collect(Collectors.joining());
  }

  private static String uptimes() {
    return log(HEADING, second -> "[" + second + ".000s]" + pause(second));
  }

  private OpenedInputs read(String log, Window window) throws IOException {
    Files.writeString(folder.resolve("gc.log"), log);
    return new Inputs(folder, List.of(new GcLogReader())).within(window).read(List.of("gc.log"));
  }

  /** Those of the seconds 5 to 9, in 5 seconds; 10 MiB were allocated between any two. */
  @Test
  void pauses_between_two_times_since_the_start_of_the_jvm_count() throws IOException {
    GcSummary gc = read(uptimes(), Window.of("5s", "10s", false)).evidence().gc();

    assertThat(gc.pauses().count()).isEqualTo(5);
    assertThat(gc.collections()).isEqualTo(5);
    assertThat(gc.wallNanos()).isEqualTo(5_000_000_000L);
    assertThat(gc.allocation().amount()).isEqualTo(4 * (10L << 20));
    assertThat(gc.collectors()).containsExactly("G1");
    assertThat(gc.jvmVersions()).containsExactly("17.0.15+6");
    assertThat(gc.maxHeapBytes()).isEqualTo(256L << 20);
  }

  @Test
  void either_end_may_be_open() throws IOException {
    GcSummary late = read(uptimes(), Window.of("15s", null, false)).evidence().gc();
    GcSummary early = read(uptimes(), Window.of(null, "15s", false)).evidence().gc();

    assertThat(late.pauses().count()).isEqualTo(6);
    assertThat(late.wallNanos()).isEqualTo(5_000_000_000L);
    assertThat(early.pauses().count()).isEqualTo(14);
    assertThat(early.wallNanos()).isEqualTo(15_000_000_000L);
  }

  @Test
  void dates_serve_windows_of_the_clock_and_of_the_start() throws IOException {
    String dated =
        log(
            "[2026-11-29T10:00:00.000+0000][info][gc] Using G1\n",
            second -> "[2026-11-29T10:00:%02d.000+0000]".formatted(second) + pause(second));
    String both =
        log(
            HEADING.replace("[0.00", "[2026-11-29T10:00:00.000+0000][0.00"),
            second ->
                "[2026-11-29T10:00:%02d.000+0000][%d.000s]".formatted(second, second)
                    + pause(second));
    for (String log : List.of(dated, both)) {
      Window clock = Window.of("2026-11-29T10:00:05Z", "2026-11-29T11:00:10+01:00", false);
      for (Window window : List.of(clock, Window.of("5s", "10s", false))) {
        GcSummary gc = read(log, window).evidence().gc();
        assertThat(gc.pauses().count()).as("%s", window).isEqualTo(5);
        assertThat(gc.wallNanos()).as("%s", window).isEqualTo(5_000_000_000L);
      }
    }
  }

  @Test
  void logs_of_jdk_8_are_cut_alike() throws IOException {
    String log =
        log(
            "OpenJDK 64-Bit Server VM (25.252-b09) for linux-amd64 JRE (1.8.0_252-b09)\n"
                + "CommandLine flags: -XX:MaxHeapSize=268435456 -XX:+UseParallelGC \n",
            second ->
                String.format(
                    Locale.ROOT,
                    "%d.000: [GC (Allocation Failure)  20480K->10240K(102400K), 0.0050000 secs]%n",
                    second));
    GcSummary gc = read(log, Window.of("5s", "10s", false)).evidence().gc();

    assertThat(gc.pauses().count()).isEqualTo(5);
    assertThat(gc.wallNanos()).isEqualTo(5_000_000_000L);
    assertThat(gc.collectors()).containsExactly("Parallel");
  }

  /** The second JVM's seconds 5 to 9 count as well. */
  @Test
  void of_each_run_in_a_file_the_same_time_counts() throws IOException {
    GcSummary gc = read(uptimes() + uptimes(), Window.of("5s", "10s", false)).evidence().gc();

    assertThat(gc.pauses().count()).isEqualTo(10);
    assertThat(gc.wallNanos()).isEqualTo(10_000_000_000L);
  }

  @Test
  void a_log_without_dates_has_no_window_of_the_clock() throws IOException {
    OpenedInputs opened = read(uptimes(), Window.of("2026-11-29T10:00:05Z", null, false));

    assertThat(opened.evidence().gc()).isEqualTo(GcSummary.EMPTY);
    assertThat(opened.evidence().inputs().first().status()).isEqualTo(Input.Status.FAILED);
    assertThat(opened.evidence().inputs().first().problem()).contains("has no dates");
  }

  @Test
  void a_log_without_times_has_no_window_at_all() throws IOException {
    OpenedInputs opened =
        read(log("[info][gc] Using G1\n", WindowOfLogTest::pause), Window.of("5s", null, false));

    assertThat(opened.evidence().inputs().first().problem()).contains("has no time stamps");
  }

  @Test
  void a_log_outside_of_the_window_says_nothing_and_that_is_said() throws IOException {
    OpenedInputs opened = read(uptimes(), Window.of("30s", null, false));

    assertThat(opened.evidence().gc()).isEqualTo(GcSummary.EMPTY);
    assertThat(opened.evidence().problems())
        .singleElement()
        .extracting(problem -> problem.message())
        .asString()
        .contains("Nothing of it lies in the window");
  }

  @Test
  void a_log_alone_does_not_tell_when_start_up_was_over() throws IOException {
    OpenedInputs opened = read(uptimes(), Window.of(null, null, true));

    assertThat(opened.evidence().gc().pauses().count()).isEqualTo(20);
    assertThat(opened.evidence().inputs().first().problem())
        .contains("start-up is not left out", "Give recordings of the same runs beside it");
  }

  /** GC(14) is missing: that is another matter, with another remedy. */
  @Test
  void another_problem_keeps_its_own_remedy() throws IOException {
    String gap =
        log(HEADING, second -> second == 15 ? "" : "[" + second + ".000s]" + pause(second));
    Window window = Window.of(null, null, true).startUp(2_500_000_000L);

    assertThat(read(gap, window).evidence().inputs().first().problem())
        .contains("has no line of a collection", "Record one with -Xlog:gc*")
        .doesNotContain("Give recordings");
  }

  @Test
  void start_up_that_something_else_tells_is_left_out() throws IOException {
    Window window = Window.of(null, null, true).startUp(12_500_000_000L);
    OpenedInputs opened = read(uptimes(), window);

    assertThat(opened.evidence().gc().pauses().count()).isEqualTo(8);
    assertThat(opened.evidence().gc().wallNanos()).isEqualTo(7_500_000_000L);
    assertThat(opened.evidence().inputs().first().problem()).isEmpty();
  }
}
