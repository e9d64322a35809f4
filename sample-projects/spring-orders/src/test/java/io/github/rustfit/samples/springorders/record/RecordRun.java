package io.github.rustfit.samples.springorders.record;

import io.github.rustfit.samples.springorders.OrdersApplication;
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
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * Runs the service under Flight Recorder and a GC log, loads it, and puts the results into {@code
 * rustfit/}. The recording starts after two minutes of warm-up; it needs JDK 25. The service runs
 * in the project's folder with relative paths only, so that nothing in the results names the
 * machine.
 */
public final class RecordRun {

  private static final int PORT = 7341;
  private static final Duration WARM_UP = Duration.ofSeconds(Long.getLong("warmUp", 120));
  private static final Duration MEASURED = Duration.ofSeconds(Long.getLong("seconds", 310));

  /**
   * What the JDK's profile records, but for what describes the machine, and fewer of the events that
   * would make the file large. CPU is sampled by CPU time, which JDK 25 brings: no sample is lost on
   * a busy machine.
   */
  private static final String[] START = {
    "JFR.start",
    "name=rustfit",
    "settings=profile",
    "jdk.CPUTimeSample#enabled=true",
    "jdk.CPUTimeSample#throttle=20ms",
    "jdk.ExecutionSample#enabled=false",
    "jdk.InitialEnvironmentVariable#enabled=false",
    "jdk.InitialSystemProperty#enabled=false",
    "jdk.SystemProcess#enabled=false",
    "jdk.NativeLibrary#enabled=false",
    "jdk.ThreadDump#enabled=false",
    "jdk.ModuleExport#enabled=false",
    "jdk.ModuleRequire#enabled=false",
    "jdk.ObjectAllocationSample#throttle=20/s",
    "jdk.NativeMethodSample#period=200ms",
    "jdk.ThreadPark#threshold=100ms"
  };
  private static final String WORK = "target/record";

  private final Path project;

  private RecordRun(Path project) {
    this.project = project;
  }

  /** Takes the project's folder. */
  public static void main(String[] args) throws Exception {
    new RecordRun(Path.of(args[0])).run();
  }

  private void run() throws Exception {
    Files.createDirectories(project.resolve(WORK));
    Files.createDirectories(project.resolve("rustfit"));
    Process service =
        inProject(
                tool("java"),
                "-Xmx256m",
                "-XX:FlightRecorderOptions=stackdepth=512",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+DebugNonSafepoints",
                "-Xlog:gc*,safepoint:file=" + WORK + "/gc.log:uptime,level,tags:filecount=0",
                "-cp",
                "target/classes" + File.pathSeparator + "target/lib/*",
                OrdersApplication.class.getName())
            .redirectOutput(project.resolve(WORK).resolve("service.log").toFile())
            .start();
    try {
      awaitPort();
      Load load = new Load();
      load.prepare();
      load.offer(WARM_UP);
      jcmd(service.pid(), START);
      Duration before = cpu(service);
      String report =
          load.offer(MEASURED)
              + String.format(
                  Locale.ROOT,
                  "service_cpu_seconds   %.1f%n",
                  cpu(service).minus(before).toMillis() / 1e3);
      jcmd(service.pid(), "JFR.dump", "name=rustfit", "filename=" + WORK + "/recording.jfr");
      Files.writeString(project.resolve("rustfit/load.txt"), report);
      System.out.print(report);
    } finally {
      service.destroy();
      service.waitFor(10, TimeUnit.SECONDS);
    }
    compress("recording.jfr");
    compress("gc.log");
  }

  /** User and kernel time of the service, as the operating system counts it. */
  private static Duration cpu(Process service) {
    return service.info().totalCpuDuration().orElseThrow();
  }

  private void jcmd(long pid, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(tool("jcmd"), Long.toString(pid)));
    command.addAll(List.of(arguments));
    int exit =
        inProject(command.toArray(new String[0]))
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException(String.join(" ", arguments) + " ended with " + exit);
    }
  }

  private ProcessBuilder inProject(String... command) {
    return new ProcessBuilder(command)
        .directory(project.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static void awaitPort() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      try (Socket probe = new Socket(InetAddress.getByName("127.0.0.1"), PORT)) {
        return;
      } catch (IOException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  private void compress(String name) throws IOException {
    try (InputStream from = Files.newInputStream(project.resolve(WORK).resolve(name));
        OutputStream to =
            new GZIPOutputStream(
                Files.newOutputStream(project.resolve("rustfit").resolve(name + ".gz")))) {
      from.transferTo(to);
    }
  }
}
