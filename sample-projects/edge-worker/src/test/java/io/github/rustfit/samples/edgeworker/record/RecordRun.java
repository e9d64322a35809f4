package io.github.rustfit.samples.edgeworker.record;

import io.github.rustfit.samples.edgeworker.EdgeWorker;
import io.github.rustfit.samples.edgeworker.load.LoadDriver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * Runs the worker under Flight Recorder and a GC log, and the load driver in a second JVM, then
 * puts the results into {@code rustfit/}. Both JVMs run in the project's folder with relative paths
 * only, so that nothing in the results names the machine they were made on.
 */
public final class RecordRun {
  private static final int PORT = 7321;
  private static final String CLASS_PATH = "target/classes";
  private static final String WORK = "target/record";
  private static final List<String> SERVICE_OPTIONS =
      List.of(
          "-XX:+UseParallelGC",
          "-Xms512m",
          "-Xmx512m",
          "-XX:+AlwaysPreTouch",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:+DebugNonSafepoints",
          "-Xlog:gc*,safepoint:file=" + WORK + "/gc.log:uptime,level,tags:filecount=0");

  private final Path project;

  private RecordRun(Path project) {
    this.project = project;
  }

  /**
   * Takes the project's folder as the first argument; all others are passed on to the driver.
   *
   * @throws IOException if one of the two JVMs fails
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> driverArguments = List.of(args).subList(1, args.length);
    new RecordRun(Path.of(args[0])).run(driverArguments);
  }

  private void run(List<String> driverArguments) throws IOException, InterruptedException {
    Files.createDirectories(project.resolve(WORK));
    Process service =
        java(SERVICE_OPTIONS, EdgeWorker.class, List.of(Integer.toString(PORT)))
            .redirectOutput(project.resolve(WORK).resolve("worker.log").toFile())
            .start();
    try {
      awaitPort(Duration.ofSeconds(30));
      List<String> report = drive(driverArguments, service.pid());
      jcmd(service.pid(), "JFR.dump", "name=rustfit", "filename=" + WORK + "/recording.jfr");
      Files.write(results().resolve("load.txt"), report);
    } finally {
      service.destroy();
      service.waitFor(10, TimeUnit.SECONDS);
    }
    compress("recording.jfr");
    compress("gc.log");
  }

  /** Runs the driver to its end; starts the recording when it says that the service is warm. */
  private List<String> drive(List<String> arguments, long service)
      throws IOException, InterruptedException {
    List<String> driverArguments = new ArrayList<>(List.of("port=" + PORT));
    driverArguments.addAll(arguments);
    Process driver = java(List.of("-Xmx3g"), LoadDriver.class, driverArguments).start();
    List<String> report = new ArrayList<>();
    try (BufferedReader output = driver.inputReader()) {
      boolean warm = false;
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        System.out.println(line);
        if (warm) {
          report.add(line);
        } else if (line.equals(LoadDriver.WARM)) {
          warm = true;
          jcmd(service, "JFR.start", "name=rustfit", "settings=rustfit.jfc");
        }
      }
    } finally {
      driver.destroy();
    }
    if (driver.waitFor() != 0) {
      throw new IOException("the load driver ended with " + driver.exitValue());
    }
    return report;
  }

  private ProcessBuilder java(List<String> options, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(tool("java")));
    command.addAll(options);
    command.addAll(List.of("-cp", CLASS_PATH, main.getName()));
    command.addAll(arguments);
    return inProject(command);
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

  private static void awaitPort(Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
        return;
      } catch (IOException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
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
