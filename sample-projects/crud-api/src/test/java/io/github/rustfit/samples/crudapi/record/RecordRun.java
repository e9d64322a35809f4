package io.github.rustfit.samples.crudapi.record;

import io.github.rustfit.samples.crudapi.CrudApi;
import io.github.rustfit.samples.crudapi.load.LoadDriver;
import java.io.BufferedReader;
import java.io.File;
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
 * Runs the service under Flight Recorder and a GC log, and the load driver in a second JVM, then
 * puts the results into {@code rustfit/}. With {@code stored} as the second argument the database
 * is a server in a JVM of its own that keeps its data in a file, async-profiler records by the wall
 * clock, and the results go into {@code rustfit-stored/}. All JVMs run in the project's folder with relative paths
 * only, so that nothing in the results names the machine they were made on.
 */
public final class RecordRun {
  private static final int PORT = 7312;
  private static final String CLASS_PATH = "target/classes" + File.pathSeparator + "target/lib/*";
  private static final String WORK = "target/record";
  private static final List<String> SERVICE_OPTIONS =
      List.of(
          "-Xms256m",
          "-Xmx256m",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:+DebugNonSafepoints",
          "-Xlog:gc*,safepoint:file=" + WORK + "/gc.log:uptime,level,tags:filecount=0");

  private static final String STORED = "stored";
  private static final int DATABASE_PORT = 7313;
  private static final String STORED_URL =
      "jdbc:h2:tcp://localhost:" + DATABASE_PORT + "/./shop";
  private static final String PROFILER = "libasyncProfiler.so";

  private final Path project;
  private final boolean stored;
  private Path library = Path.of(PROFILER);

  private RecordRun(Path project, boolean stored) {
    this.project = project;
    this.stored = stored;
  }

  /**
   * Takes the project's folder as the first argument, then {@code stored} or not; all others are
   * passed on to the driver.
   *
   * @throws IOException if one of the two JVMs fails
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    boolean stored = args.length > 1 && args[1].equals(STORED);
    List<String> driverArguments = List.of(args).subList(stored ? 2 : 1, args.length);
    new RecordRun(Path.of(args[0]), stored).run(driverArguments);
  }

  private void run(List<String> driverArguments) throws IOException, InterruptedException {
    Files.createDirectories(project.resolve(WORK));
    if (!stored) {
      record(driverArguments);
      return;
    }
    Path folder = Files.createTempDirectory("async-profiler");
    library = extractProfiler(folder);
    Process database = database().start();
    try {
      awaitPort(DATABASE_PORT, Duration.ofSeconds(30));
      record(driverArguments);
    } finally {
      database.destroy();
      database.waitFor(10, TimeUnit.SECONDS);
      Files.delete(library);
      Files.delete(folder);
    }
  }

  private ProcessBuilder database() {
    return inProject(
            List.of(tool("java"), "-Xmx256m", "-cp", CLASS_PATH, "org.h2.tools.Server", "-tcp",
                "-tcpPort", Integer.toString(DATABASE_PORT), "-ifNotExists", "-baseDir", WORK))
        .redirectOutput(project.resolve(WORK).resolve("database.log").toFile());
  }

  private void record(List<String> driverArguments) throws IOException, InterruptedException {
    Process service =
        java(SERVICE_OPTIONS, CrudApi.class, serviceArguments())
            .redirectOutput(project.resolve(WORK).resolve("service.log").toFile())
            .start();
    try {
      awaitPort(PORT, Duration.ofSeconds(30));
      List<String> report = drive(driverArguments, service.pid());
      stopRecording(service.pid());
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
    Process driver = java(List.of("-Xmx256m"), LoadDriver.class, driverArguments).start();
    List<String> report = new ArrayList<>();
    try (BufferedReader output = driver.inputReader()) {
      boolean warm = false;
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        System.out.println(line);
        if (warm) {
          report.add(line);
        } else if (line.equals(LoadDriver.WARM)) {
          warm = true;
          startRecording(service);
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

  private List<String> serviceArguments() {
    String port = Integer.toString(PORT);
    return stored ? List.of(port, STORED_URL) : List.of(port);
  }

  private void startRecording(long service) throws IOException, InterruptedException {
    if (stored) {
      profiler(service, "start,event=wall,interval=10ms,jstackdepth=512,jfr");
    } else {
      jcmd(service, "JFR.start", "name=rustfit", "settings=rustfit.jfc");
    }
  }

  private void stopRecording(long service) throws IOException, InterruptedException {
    if (stored) {
      profiler(service, "stop");
    } else {
      jcmd(service, "JFR.dump", "name=rustfit", "filename=" + WORK + "/recording.jfr");
    }
  }

  private void profiler(long service, String command) throws IOException, InterruptedException {
    String options = command + ",file=" + WORK + "/recording.jfr";
    jcmd(service, "JVMTI.agent_load", library.toString(), '"' + options + '"'); // jcmd cuts at commas
  }

  /** async-profiler's library for Linux on x64, from its Maven artifact; recordings name its place. */
  private static Path extractProfiler(Path folder) throws IOException {
    try (InputStream from = RecordRun.class.getResourceAsStream("/linux-x64/" + PROFILER)) {
      if (from == null) {
        throw new IOException("async-profiler is not on the class path: use -Precord-stored");
      }
      Path to = folder.resolve(PROFILER);
      Files.copy(from, to);
      return to;
    }
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

  private static void awaitPort(int port, Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
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
    return Files.createDirectories(project.resolve(stored ? "rustfit-stored" : "rustfit"));
  }

  private void compress(String name) throws IOException {
    try (InputStream from = Files.newInputStream(project.resolve(WORK).resolve(name));
        OutputStream to =
            new GZIPOutputStream(Files.newOutputStream(results().resolve(name + ".gz")))) {
      from.transferTo(to);
    }
  }
}
