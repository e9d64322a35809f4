package io.github.rustfit.fleet;

import static io.github.rustfit.fleet.testing.Inputs.LABEL_PATHS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.fleet.testing.Inputs;
import io.github.rustfit.fleet.testing.Run;
import io.github.rustfit.fleet.testing.WaitingReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job on a cluster of two executors, each a JVM of its own. As Spark's own tests do it, the
 * variable {@code SPARK_TESTING} lets its launcher do without an installation of Spark, of which
 * {@code SPARK_HOME} need only be a folder, and executors get this test's class path.
 */
class KilledExecutorTest {

  private static final long POLL_NANOS = 50_000_000;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void an_executor_that_is_killed_while_it_reads_changes_nothing(@TempDir Path scratch)
      throws Exception {
    Path in = scratch.resolve("in");
    for (int i = 1; i <= 8; i++) {
      Inputs.stacks(in.resolve("orders/1/2026/pod-" + i + ".collapsed"), "orders", i, 2 * i, 3 * i);
    }
    Inputs.sources(in.resolve("orders/evidence.json"), scratch, "orders");
    Path meeting = Files.createDirectory(scratch.resolve("meeting"));
    Inputs.write(in.resolve("other/1/2026/wait.bin"), WaitingReader.MARK + meeting);
    Path out = scratch.resolve("out");
    Process job = job(in, out, scratch);
    try {
      long reading = pid(meeting, job);
      ProcessHandle executor = ProcessHandle.of(reading).orElseThrow();
      assertThat(executor.pid()).isNotEqualTo(job.pid());
      executor.destroyForcibly();
      executor.onExit().join();
      Files.createFile(meeting.resolve(WaitingReader.GO));
      assertThat(job.waitFor()).as(() -> said(scratch)).isZero();
    } finally {
      job.descendants().forEach(ProcessHandle::destroyForcibly);
      job.destroyForcibly();
    }
    assertThat(Files.list(meeting).filter(file -> file.toString().contains("pid-")))
        .as("processes that read it: the one that was killed, and another one")
        .hasSizeGreaterThan(1);
    // The reader does not wait any more.
    Run alone = Jobs.run(in, scratch.resolve("alone"), LABEL_PATHS);
    assertThat(new Run(0, "", "", out).files()).isEqualTo(alone.files());
  }

  private static Process job(Path in, Path out, Path scratch) throws IOException {
    String classPath = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("fleet.jvm").split(" ")));
    command.addAll(
        List.of(
            "-cp",
            classPath,
            "-Dspark.executor.extraClassPath=" + classPath,
            "-Dspark.ui.enabled=false",
            "-Dspark.driver.host=localhost",
            "-Dspark.local.dir=" + scratch.resolve("local"),
            Fleet.class.getName(),
            in.toString(),
            "--master=local-cluster[2,1,1024]",
            "--out=" + out));
    command.addAll(LABEL_PATHS);
    File said = scratch.resolve("said.txt").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(scratch.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said);
    builder.environment().put("SPARK_TESTING", "1");
    builder.environment().put("SPARK_HOME", scratch.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_HOSTNAME", "localhost");
    return builder.start();
  }

  /** Waits until an executor reads the file that waits. */
  private static long pid(Path meeting, Process job) throws IOException {
    while (true) {
      try (Stream<Path> files = Files.list(meeting)) {
        Optional<Long> pid =
            files
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith("pid-"))
                .map(name -> Long.valueOf(name.substring("pid-".length())))
                .findFirst();
        if (pid.isPresent()) {
          return pid.get();
        }
      }
      assertThat(job.isAlive()).as(() -> said(meeting.resolve(".."))).isTrue();
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private static String said(Path scratch) {
    try {
      return Files.readString(scratch.resolve("said.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
