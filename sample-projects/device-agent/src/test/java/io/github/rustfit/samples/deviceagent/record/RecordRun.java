package io.github.rustfit.samples.deviceagent.record;

import io.github.rustfit.samples.deviceagent.DeviceAgent;
import io.github.rustfit.samples.deviceagent.collector.Collector;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * Runs the agent under a GC log and, after a minute, Flight Recorder, and a collector in a second
 * JVM, then puts the results into {@code rustfit/}. Both JVMs run in the project's folder with
 * relative paths only, so that nothing in the results names the machine they were made on.
 */
public final class RecordRun {
  private static final String PORT = "7315";
  private static final String WORK = "target/record";
  private static final Duration WARM_UP = Duration.ofMinutes(1);
  private static final List<String> AGENT_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms8m",
          "-Xmx32m",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=16m",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:+DebugNonSafepoints",
          "-Xlog:gc*,safepoint:file=" + WORK + "/gc.log:uptime,level,tags:filecount=0");

  private final Path project;
  private final Duration recorded;

  private RecordRun(Path project, Duration recorded) {
    this.project = project;
    this.recorded = recorded;
  }

  /**
   * Takes the project's folder and, if it is not to be that of the committed run, the seconds to
   * record.
   *
   * @throws IOException if one of the two JVMs fails
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 330;
    new RecordRun(Path.of(args[0]), Duration.ofSeconds(seconds)).run();
  }

  private void run() throws IOException, InterruptedException {
    Files.createDirectories(project.resolve(WORK));
    Process collector = java(List.of("-Xmx32m"), Collector.class, "collector.log").start();
    Process agent = java(AGENT_OPTIONS, DeviceAgent.class, "agent.log").start();
    try {
      Thread.sleep(WARM_UP.toMillis());
      List<String> report = new ArrayList<>(memory(agent.pid(), "before_recording"));
      double busy = busySeconds(agent);
      jcmd(agent.pid(), "JFR.start", "name=rustfit", "settings=rustfit.jfc");
      Thread.sleep(recorded.toMillis());
      jcmd(agent.pid(), "JFR.dump", "name=rustfit", "filename=" + WORK + "/recording.jfr");
      report.addAll(memory(agent.pid(), "at_the_end"));
      report.add(line("cpu_seconds", busySeconds(agent) - busy));
      report.add(line("batches", batches()));
      report.forEach(System.out::println);
      Files.write(results().resolve("load.txt"), report);
    } finally {
      for (Process process : List.of(agent, collector)) {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
      }
    }
    compress("recording.jfr");
    compress("gc.log");
  }

  /** Resident memory of the process, with and without pages of files, in MiB. */
  private static List<String> memory(long pid, String when) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String status : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
      if (status.startsWith("VmRSS:") || status.startsWith("RssAnon:")) {
        String[] fields = status.split("\\s+");
        String name = fields[0].startsWith("Vm") ? "resident_mib_" : "anonymous_mib_";
        lines.add(line(name + when, Long.parseLong(fields[1]) / 1024.0));
      }
    }
    return lines;
  }

  private static double busySeconds(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  private long batches() throws IOException {
    return Files.readAllLines(project.resolve(WORK).resolve("collector.log")).size();
  }

  private static String line(String name, double value) {
    return String.format(Locale.ROOT, "%-30s %.1f", name, value);
  }

  private ProcessBuilder java(List<String> options, Class<?> main, String output) {
    List<String> command = new ArrayList<>(List.of(tool("java")));
    command.addAll(options);
    command.addAll(List.of("-cp", "target/classes", main.getName(), PORT));
    return inProject(command).redirectOutput(project.resolve(WORK).resolve(output).toFile());
  }

  private void jcmd(long pid, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(tool("jcmd"), Long.toString(pid)));
    command.addAll(List.of(arguments));
    int exit = inProject(command).redirectOutput(ProcessBuilder.Redirect.INHERIT).start().waitFor();
    if (exit != 0) {
      throw new IOException(String.join(" ", arguments) + " ended with " + exit);
    }
  }

  private ProcessBuilder inProject(List<String> command) {
    return new ProcessBuilder(command)
        .directory(project.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private Path results() throws IOException {
    return Files.createDirectories(project.resolve("rustfit"));
  }

  private void compress(String name) throws IOException {
    try (InputStream from = Files.newInputStream(project.resolve(WORK).resolve(name));
        OutputStream to =
            new GZIPOutputStream(Files.newOutputStream(results().resolve(name + ".gz")))) {
      from.transferTo(to);
    }
  }
}
