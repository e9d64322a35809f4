package io.github.rustfit.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first megabytes of one GC log with several readers, each in a process of its own, and
 * prints the medians as a Markdown table. Needs GNU time as {@code /usr/bin/time}, and {@code
 * taskset} to keep a process on one core.
 */
public final class GcBenchmark {

  private static final int MEGABYTE = 1_000_000;
  private static final long LONGEST_MINUTES = 10;
  private static final List<String> ONE_CORE = List.of("taskset", "-c", "0");
  private static final List<String> SMALL =
      List.of("-Xmx64m", "-XX:+UseSerialGC");

  /** A reader: its label, what runs the JVM, its options, its name, and how often it reads. */
  private record Reader(
      String label, List<String> launcher, List<String> options, String name, int readings) {}

  private record Run(String pauses, double wall, double cpu, double peakMebibytes, double rate) {}

  private static final List<Reader> READERS =
      List.of(
          new Reader("rustfit, one core", ONE_CORE, SMALL, "rustfit", 1),
          new Reader("rustfit, all cores", List.of(), SMALL, "rustfit", 1),
          new Reader("rustfit with SHA-256, all cores", List.of(), SMALL, "rustfit-inputs", 1),
          new Reader("rustfit, one core, fifth reading", ONE_CORE, SMALL, "rustfit", 5),
          new Reader("GCViewer", List.of(), List.of(), "gcviewer", 1),
          new Reader("GCToolKit", List.of(), List.of(), "gctoolkit", 1));

  private GcBenchmark() {}

  /** Arguments: a folder for cut logs, the number of runs, a GC log, and sizes in megabytes. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    System.out.println(
        "| Log | Reader | pauses, ms | wall s | CPU s | MB per CPU s | MB/s inside | peak MiB |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (String size : Arrays.asList(args).subList(3, args.length)) {
      int megabytes = Integer.parseInt(size);
      compare(folder, cut(folder, Path.of(args[2]), megabytes), megabytes, args[1]);
    }
  }

  private static void compare(Path folder, Path log, int megabytes, String runs)
      throws IOException, InterruptedException {
    List<List<Run>> all = new ArrayList<>();
    READERS.forEach(reader -> all.add(new ArrayList<>()));
    for (int run = Integer.parseInt(runs); run > 0; run--) {
      // In turn, so that whatever else the machine does hits all of them.
      for (int i = 0; i < READERS.size(); i++) {
        Run one = run(READERS.get(i), log, folder);
        if (one != null) {
          all.get(i).add(one);
        }
      }
    }
    for (int i = 0; i < READERS.size(); i++) {
      String label = megabytes + " MB | " + READERS.get(i).label();
      System.out.println("| " + label + " | " + row(all.get(i), megabytes, READERS.get(i)));
    }
  }

  /** The first megabytes of a log, up to a line break. */
  private static Path cut(Path folder, Path log, int megabytes) throws IOException {
    Path part = folder.resolve(megabytes + "mb.log");
    try (InputStream in = Files.newInputStream(log);
        OutputStream out = Files.newOutputStream(part)) {
      for (int i = 0; i < megabytes; i++) {
        byte[] bytes = in.readNBytes(MEGABYTE);
        int length = bytes.length;
        while (i == megabytes - 1 && length > 0 && bytes[length - 1] != '\n') {
          length--;
        }
        out.write(bytes, 0, length);
      }
    }
    return part;
  }

  private static @Nullable Run run(Reader reader, Path log, Path folder)
      throws IOException, InterruptedException {
    Path times = folder.resolve("time.txt");
    Path printed = folder.resolve("out.txt");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("/usr/bin/time", "-f", "%e %U %S %M", "-o", times.toString()));
    command.addAll(reader.launcher());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(reader.options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(GcRead.class.getName(), reader.name(), log.toString()));
    command.add(Integer.toString(reader.readings()));
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(printed.toFile())
            .start();
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.waitFor();
      return null;
    }
    List<String> lines = Files.readAllLines(printed);
    if (process.exitValue() != 0 || lines.isEmpty()) {
      return null;
    }
    String[] said = lines.get(lines.size() - 1).split(" ", -1);
    List<String> timed = Files.readAllLines(times);
    String[] time = timed.get(timed.size() - 1).split(" ", -1);
    return new Run(
        said[0] + ", " + said[1],
        Double.parseDouble(time[0]),
        Double.parseDouble(time[1]) + Double.parseDouble(time[2]),
        Double.parseDouble(time[3]) / 1024,
        Double.parseDouble(said[2]));
  }

  private static String row(List<Run> runs, int megabytes, Reader reader) {
    if (runs.isEmpty()) {
      return "failed | | | | | |";
    }
    double cpu = median(runs, Run::cpu);
    return String.format(
        Locale.ROOT,
        "%s | %.2f | %.2f | %.0f | %.0f | %.0f |",
        runs.get(0).pauses(),
        median(runs, Run::wall),
        cpu,
        megabytes * reader.readings() / cpu,
        median(runs, Run::rate),
        median(runs, Run::peakMebibytes));
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
    double[] values = runs.stream().mapToDouble(figure).sorted().toArray();
    return values[values.length / 2];
  }
}
