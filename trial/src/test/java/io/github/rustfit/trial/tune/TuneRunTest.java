package io.github.rustfit.trial.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.rustfit.rules.evidence.gc.GcSummary;
import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration;
import io.github.rustfit.rules.evidence.tuning.TunedConfiguration.Result;
import io.github.rustfit.rules.testing.GcBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shell script stands for the program: it says a latency that depends on its options alone, give
 * or take what a file of random numbers holds, so that what is right is known.
 */
@DisabledOnOs(OS.WINDOWS)
class TuneRunTest {

  /** Of one JDK with G1 at 100 ms: Parallel 50, and with a young heap 40; ZGC does not start. */
  private static final String PROGRAM =
      """
      noise=$(od -An -N1 -tu1 /dev/urandom); ms=$((10000 + noise / 4))
      case "$*" in *UseZGC*) echo 'Error occurred during initialization of VM'; exit 1;; esac
      case "$*" in *UseParallelGC*) ms=$((ms / 2));; esac
      case "$*" in *-Xmn*) ms=$((ms * 4 / 5));; esac
      case "$*" in *UseSerialGC*) ms=$((ms * 3));; esac
      for word in "$@"; do case "$word" in -Xlog*) log=${word#*file=}; log=${log%%%p*};; esac; done
      echo > "$log$$.log"
      echo "p99 $ms"
      """;

  private static final GcSummary LOG =
      GcBuilder.gc().collector("G1").nanos(1_000_000_000, 1_000_000_000).heap(64 << 20, 0).build();

  @TempDir Path folder = Path.of("");

  private TunePlan plan(String program, Duration budget, double maxLatency) throws IOException {
    Path script = Files.writeString(folder.resolve("program.sh"), program);
    Path work = Files.createDirectories(folder.resolve("work"));
    return new TunePlan(
        new TunePlan.Code("", "sh " + script.getFileName() + " @{jvm}", folder, Optional.empty()),
        List.of("-Xmx64m"),
        List.of(new Jdk(Path.of(System.getProperty("java.home")), 21, "21.0.1")),
        new TunePlan.Counting(
            Optional.empty(),
            Optional.empty(),
            Optional.of(Pattern.compile("p99 ([0-9]+)")),
            Optional.empty()),
        new TunePlan.Goal(Aim.LATENCY, Long.MAX_VALUE, maxLatency),
        new TunePlan.Measuring(budget, Optional.empty(), Optional.empty(), true, false),
        List.of(),
        work);
  }

  private static TuneRun.Tuned run(TunePlan plan) throws TuneException {
    return new TuneRun(
            plan,
            new TuneRun.Setting(Set.of(), 64, 4L << 30),
            file -> LOG,
            line -> assertThat(line).doesNotContain("\n"))
        .run(soFar -> assertThat(soFar.configurations()).isNotEmpty());
  }

  private static TunedConfiguration named(TuneRun.Tuned tuned, String name) {
    return tuned.configurations().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_best_is_found_and_what_does_not_start_is_said() throws Exception {
    TuneRun.Tuned tuned = run(plan(PROGRAM, Duration.ofMinutes(5), Double.POSITIVE_INFINITY));

    assertThat(tuned.noise().doubt()).isEmpty();
    assertThat(tuned.best()).startsWith("ParallelGC, young heap 42 MiB");
    TunedConfiguration parallel = named(tuned, "ParallelGC");
    assertThat(parallel.result()).isEqualTo(Result.BETTER);
    assertThat(parallel.gain().orElseThrow().value()).isBetween(1.9, 2.1);
    assertThat(named(tuned, tuned.best()).gain().orElseThrow().value()).isBetween(2.4, 2.6);
    assertThat(named(tuned, "ZGC").result()).isEqualTo(Result.FAILED);
    assertThat(named(tuned, "ZGC").said())
        .isEqualTo("it ended with status 1: Error occurred during initialization of VM");
    assertThat(named(tuned, "SerialGC").result()).isIn(Result.WORSE, Result.OPEN);
    assertThat(named(tuned, "present again").result()).isEqualTo(Result.AGAIN);
    assertThat(tuned.heap().limitBytes()).isEqualTo(64 << 20);
  }

  @Test
  void what_is_over_a_bound_is_not_taken() throws Exception {
    String program = PROGRAM.replace("ms / 2", "ms / 2 - 4000");
    TunePlan plan = plan(program, Duration.ofMinutes(5), 0.5e4);
    TuneRun.Tuned all = run(plan);

    assertThat(all.best()).contains("ParallelGC");
    // Serial takes three times what is allowed.
    assertThat(named(all, "SerialGC").result()).isEqualTo(Result.OUT_OF_BOUNDS);
    assertThat(named(all, "SerialGC").said()).contains("more than is allowed");
  }

  @Test
  void where_all_are_alike_the_present_one_stays() throws Exception {
    String alike =
        PROGRAM.lines().filter(line -> !line.startsWith("case")).reduce("", (a, b) -> a + b + "\n");
    TuneRun.Tuned tuned = run(plan(alike, Duration.ofMinutes(5), Double.POSITIVE_INFINITY));

    assertThat(tuned.best()).isEqualTo("present");
    // The script stands for a JVM, and makes no archive.
    assertThat(named(tuned, "present, class archive").said())
        .isEqualTo("its training run made no file to use");
    assertThat(tuned.configurations())
        .filteredOn(one -> !one.name().endsWith("class archive"))
        .extracting(TunedConfiguration::result)
        .containsOnly(Result.PRESENT, Result.AGAIN, Result.SAME);
  }

  @Test
  void options_that_reach_no_jvm_are_no_measurement() throws Exception {
    TunePlan plan = plan("echo 'p99 7'\n", Duration.ofMinutes(5), Double.POSITIVE_INFINITY);

    assertThatExceptionOfType(TuneException.class)
        .isThrownBy(() -> run(plan))
        .withMessageContaining(
            "The first run, of the present configuration, gives nothing to compare with: ")
        .withMessageContaining("the options did not reach one")
        .withMessageContaining("@{jvm}");
  }

  @Test
  void a_load_without_the_number_is_said() throws Exception {
    TunePlan plan =
        plan(PROGRAM.replace("p99 ", "p50 "), Duration.ofMinutes(5), Double.POSITIVE_INFINITY);

    assertThatExceptionOfType(TuneException.class)
        .isThrownBy(() -> run(plan))
        .withMessageContaining("p99 ([0-9]+) looks for the latency: p50 1");
  }

  /** The launch takes the program's last argument for nothing; the executable, a shell, runs it. */
  private TunePlan imaged(String argument, Aim aim) throws IOException {
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n" + PROGRAM);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Path image = Files.copy(Path.of("/bin/sh").toRealPath(), folder.resolve("app"));
    TunePlan plan = plan(PROGRAM, Duration.ofMinutes(5), Double.POSITIVE_INFINITY);
    TunePlan.Code code =
        new TunePlan.Code(
            "", "bin/java @{jvm} -cp x Main -c '" + argument + "'", folder, Optional.empty());
    return new TunePlan(
            code,
            List.of("-XX:+UseG1GC"),
            plan.jdks(),
            plan.counting(),
            new TunePlan.Goal(aim, Long.MAX_VALUE, Double.POSITIVE_INFINITY),
            new TunePlan.Measuring(
                Duration.ofMinutes(5), Optional.empty(), Optional.empty(), false, false),
            List.of(),
            plan.work())
        .with(
            List.of(
                new TunePlan.Code("aot", code.command(), folder, Optional.of(image.toRealPath()))));
  }

  @Test
  void an_executable_takes_the_place_of_the_launch() throws Exception {
    TuneRun.Tuned tuned = run(imaged("echo p99 1000; sleep 0.3", Aim.LATENCY));

    TunedConfiguration aot = named(tuned, "aot");
    // It says 1000 where the program says 10000 to 10064.
    assertThat(aot.result()).isEqualTo(Result.BETTER);
    assertThat(aot.gain().orElseThrow().value()).isBetween(10.0, 10.1);
    assertThat(tuned.best()).isEqualTo("aot");
    assertThat(aot.needsJvm()).isFalse();
    assertThat(aot.collector()).isEmpty();
    assertThat(aot.options()).isEmpty();
    // It is run as it is: no option of a JVM is tried on it.
    assertThat(tuned.configurations())
        .extracting(TunedConfiguration::name)
        .noneMatch(name -> name.startsWith("aot,"));
  }

  @Test
  void what_an_executable_does_not_tell_is_no_figure() throws Exception {
    TunePlan pauses = imaged("sleep 0.3", Aim.LATENCY);
    TuneRun.Tuned silent = run(pauses);

    assertThat(named(silent, "aot").result()).isEqualTo(Result.FAILED);
    assertThat(named(silent, "aot").said()).contains("looks for the latency");
  }

  @Test
  void an_executable_that_the_command_does_not_run_is_said() throws Exception {
    TunePlan seen = imaged("true", Aim.LATENCY);
    TunePlan hidden =
        plan(PROGRAM, Duration.ofMinutes(5), Double.POSITIVE_INFINITY)
            .with(
                List.of(
                    new TunePlan.Code(
                        "aot",
                        "sh program.sh @{jvm} -Xlog:gc:file=" + folder + "/gc-%p",
                        folder,
                        seen.variants().get(0).image())));

    assertThat(named(run(hidden), "aot").said())
        .startsWith("no process ran " + folder.toRealPath().resolve("app"))
        .contains("${RUSTFIT_IMAGE:-java …}");
  }

  @Test
  void one_that_hangs_is_out_and_the_rest_goes_on() throws Exception {
    TunePlan plan =
        plan(
            PROGRAM.replace("exit 1", "sleep 600"),
            Duration.ofMinutes(5),
            Double.POSITIVE_INFINITY);
    TunePlan limited =
        new TunePlan(
            plan.code(),
            plan.options(),
            plan.jdks(),
            plan.counting(),
            plan.goal(),
            new TunePlan.Measuring(
                Duration.ofMinutes(5),
                Optional.of(Duration.ofSeconds(3)),
                Optional.empty(),
                false,
                false),
            plan.variants(),
            plan.work());
    TuneRun.Tuned tuned = run(limited);

    assertThat(named(tuned, "ZGC").result()).isEqualTo(Result.FAILED);
    assertThat(named(tuned, "ZGC").said()).startsWith("it took more than 3 s");
    assertThat(tuned.best()).contains("ParallelGC");
  }
}
