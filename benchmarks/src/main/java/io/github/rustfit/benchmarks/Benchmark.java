package io.github.rustfit.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Runs every reader over every recording as a process of its own, several times in turn, and prints
 * the medians as Markdown tables. Needs GNU time as {@code /usr/bin/time}.
 */
public final class Benchmark {

  private static final long MEGABYTE = 1_000_000;
  private static final long LONGEST_MINUTES = 5;

  /** A reader: its label, its JVM options, and what to run. */
  private record Reader(String label, List<String> options, List<String> arguments) {
    static Reader ours(String label, String name, String... options) {
      return new Reader(label, List.of(options), List.of(Read.class.getName(), name));
    }
  }

  private record Run(double wall, double user, double system, double peakMebibytes) {

    static final Run FAILED = new Run(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    double cpu() {
      return user + system;
    }
  }

  private static final List<Reader> ALL_READERS =
      List.of(
          Reader.ours("rustfit, 512 MB heap", "rustfit", "-Xmx512m"),
          Reader.ours("rustfit with SHA-256, 512 MB heap", "rustfit-inputs", "-Xmx512m"),
          Reader.ours("converter, `JfrReader` loop, the same job", "converter-loop"),
          Reader.ours("converter, `JfrReader` loop, nothing named", "converter-floor"),
          new Reader(
              "converter, JFR → collapsed, alloc",
              List.of(),
              List.of("one.convert.Main", "--alloc", "-o", "collapsed")),
          Reader.ours("`jdk.jfr.consumer.RecordingFile`", "recordingfile"),
          Reader.ours("JDK Mission Control loader", "jmc"));

  private static final List<Reader> READERS =
      ALL_READERS.stream()
          .filter(reader -> reader.label().matches(System.getProperty("readers", ".*")))
          .toList();

  private final Path folder;
  private final int runs;

  private Benchmark(Path folder, int runs) {
    this.folder = folder;
    this.runs = runs;
  }

  /**
   * Arguments: a folder for large files, the number of runs, and for each recording to read either
   * its path or {@code path*copies}, that many copies in one file. The property {@code readers} is
   * a pattern for the labels of those that take part, the first of which the others are compared
   * with.
   */
  public static void main(String[] args) throws Exception {
    Benchmark benchmark = new Benchmark(Path.of(args[0]), Integer.parseInt(args[1]));
    Files.createDirectories(benchmark.folder);
    System.out.printf(
        Locale.ROOT,
        "%d processors, Java %s, medians of %d runs%n%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        benchmark.runs);
    for (String recording : Arrays.asList(args).subList(2, args.length)) {
      benchmark.compare(recording);
    }
  }

  private void compare(String recording) throws IOException, InterruptedException {
    Path file = file(recording);
    double before = load();
    List<List<Run>> all = new ArrayList<>();
    READERS.forEach(reader -> all.add(new ArrayList<>()));
    for (int run = 0; run < runs; run++) {
      // In turn, so that whatever else the machine does hits all of them.
      for (int i = 0; i < READERS.size(); i++) {
        all.get(i).add(run(READERS.get(i), file));
      }
    }
    double megabytes = (double) Files.size(file) / MEGABYTE;
    System.out.printf(
        Locale.ROOT,
        "%s, %.0f MB; load average %.1f before, %.1f after%n%n",
        file.getFileName(),
        megabytes,
        before,
        load());
    System.out.println(
        "| Reader | wall s | times ours | MB/s | user s | system s | CPU, times ours | peak MiB |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (int i = 0; i < READERS.size(); i++) {
      System.out.println(
          "| " + READERS.get(i).label() + " | " + row(all.get(i), all.get(0), megabytes));
    }
    System.out.println();
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private Path file(String recording) throws IOException {
    int star = recording.lastIndexOf('*');
    if (star < 0) {
      return Path.of(recording);
    }
    Path one = Path.of(recording.substring(0, star));
    int copies = Integer.parseInt(recording.substring(star + 1));
    Path file = folder.resolve(copies + "x-" + one.getFileName());
    if (!Files.exists(file)) {
      try (OutputStream out = Files.newOutputStream(file)) {
        for (int i = 0; i < copies; i++) {
          Files.copy(one, out);
        }
      }
    }
    return file;
  }

  private Run run(Reader reader, Path file) throws IOException, InterruptedException {
    Path times = folder.resolve("time.txt");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("/usr/bin/time", "-f", "%e %U %S %M", "-o", times.toString()));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(reader.options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(reader.arguments());
    command.add(file.toString());
    if (reader.arguments().get(0).startsWith("one.")) {
      command.add(folder.resolve("out.collapsed").toString());
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "log.txt"))
            .start();
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.destroy();
      process.waitFor();
      return Run.FAILED;
    }
    if (process.exitValue() != 0) {
      return Run.FAILED;
    }
    List<String> lines = Files.readAllLines(times);
    String[] figures = lines.get(lines.size() - 1).split(" ", -1);
    return new Run(
        Double.parseDouble(figures[0]),
        Double.parseDouble(figures[1]),
        Double.parseDouble(figures[2]),
        Double.parseDouble(figures[3]) / 1024);
  }

  /** Ratios are medians of the ratios to our run of the same turn. */
  private static String row(List<Run> runs, List<Run> ours, double megabytes) {
    if (runs.stream().anyMatch(run -> Double.isNaN(run.wall()))) {
      return "failed | | | | | | |";
    }
    double wall = median(runs.stream().mapToDouble(Run::wall).toArray());
    return String.format(
        Locale.ROOT,
        "%.2f | %.1f | %.0f | %.2f | %.2f | %.1f | %.0f |",
        wall,
        median(ratios(runs, ours, Run::wall)),
        megabytes / wall,
        median(runs.stream().mapToDouble(Run::user).toArray()),
        median(runs.stream().mapToDouble(Run::system).toArray()),
        median(ratios(runs, ours, Run::cpu)),
        median(runs.stream().mapToDouble(Run::peakMebibytes).toArray()));
  }

  private static double[] ratios(List<Run> runs, List<Run> ours, ToDoubleFunction<Run> figure) {
    double[] ratios = new double[runs.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = figure.applyAsDouble(runs.get(i)) / figure.applyAsDouble(ours.get(i));
    }
    return ratios;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
