package io.github.rustfit.samples.etlpipeline.record;

import io.github.rustfit.samples.etlpipeline.replay.DayReplay;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Replays a day of deliveries under Flight Recorder and a GC log, then puts the results into {@code
 * rustfit/} and deletes the data. The JVM runs in the project's folder with relative paths only, so
 * that nothing in the results names the machine they were made on.
 */
public final class RecordRun {
  private static final String WORK = "target/record";
  private static final String DATA = "target/deliveries";
  private static final String FILES_PER_DELIVERY = "26";
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseParallelGC",
          "-Xms512m",
          "-Xmx512m",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:+DebugNonSafepoints",
          "-Xlog:gc*,safepoint:file=" + WORK + "/gc.log:uptime,level,tags:filecount=0");

  private final Path project;

  private RecordRun(Path project) {
    this.project = project;
  }

  /**
   * Takes the project's folder and, if it is not to be that of the committed run, how many files a
   * delivery has.
   *
   * @throws IOException if the replay fails
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    new RecordRun(Path.of(args[0])).run(args.length > 1 ? args[1] : FILES_PER_DELIVERY);
  }

  private void run(String filesPerDelivery) throws IOException, InterruptedException {
    Files.createDirectories(project.resolve(WORK));
    List<String> report;
    try {
      report = replay(filesPerDelivery);
    } finally {
      deleteData();
    }
    Files.write(results().resolve("load.txt"), report);
    compress("recording.jfr");
    compress("gc.log");
  }

  /** Runs the replay to its end; starts the recording when it says that the job is warm. */
  private List<String> replay(String filesPerDelivery) throws IOException, InterruptedException {
    Process replay = java(OPTIONS, DayReplay.class, List.of(DATA, filesPerDelivery)).start();
    List<String> report = new ArrayList<>();
    try (BufferedReader output = replay.inputReader()) {
      boolean warm = false;
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        System.out.println(line);
        if (line.equals(DayReplay.WARM)) {
          warm = true;
          jcmd(replay.pid(), "JFR.start", "name=rustfit", "settings=rustfit.jfc");
        } else if (line.equals(DayReplay.DONE)) {
          jcmd(replay.pid(), "JFR.dump", "name=rustfit", "filename=" + WORK + "/recording.jfr");
          replay.getOutputStream().close();
        } else if (warm) {
          report.add(line);
        }
      }
    } finally {
      replay.destroy();
    }
    if (replay.waitFor() != 0) {
      throw new IOException("the replay ended with " + replay.exitValue());
    }
    return report;
  }

  private void jcmd(long pid, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(tool("jcmd"), Long.toString(pid)));
    command.addAll(List.of(arguments));
    int exit = inProject(command).redirectOutput(ProcessBuilder.Redirect.INHERIT).start().waitFor();
    if (exit != 0) {
      throw new IOException(String.join(" ", arguments) + " ended with " + exit);
    }
  }

  private ProcessBuilder java(List<String> options, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(tool("java")));
    command.addAll(options);
    command.addAll(List.of("-cp", "target/classes", main.getName()));
    command.addAll(arguments);
    return inProject(command);
  }

  private ProcessBuilder inProject(List<String> command) {
    return new ProcessBuilder(command)
        .directory(project.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private void deleteData() throws IOException {
    Path data = project.resolve(DATA);
    if (Files.exists(data)) {
      try (Stream<Path> files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
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
