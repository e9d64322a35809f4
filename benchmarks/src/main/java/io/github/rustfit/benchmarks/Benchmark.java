package io.github.rustfit.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs every reader over every recording as a process of its own, several times in turn, and prints
 * the medians as a Markdown table. Needs GNU time as {@code /usr/bin/time}.
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

  private record Run(double wall, double user, double system, double peakMebibytes) {}

  private static final List<Reader> READERS =
      List.of(
          Reader.ours("rustfit, 512 MB heap", "rustfit", "-Xmx512m"),
          Reader.ours("rustfit with SHA-256, 512 MB heap", "rustfit-inputs", "-Xmx512m"),
          Reader.ours("converter, `JfrReader` loop", "converter-loop"),
          new Reader(
              "converter, JFR → collapsed, alloc",
              List.of(),
              List.of("one.convert.Main", "--alloc", "-o", "collapsed")),
          Reader.ours("`jdk.jfr.consumer.RecordingFile`", "recordingfile"),
          Reader.ours("JDK Mission Control loader", "jmc"));

  private final Path folder;
  private final int runs;

  private Benchmark(Path folder, int runs) {
    this.folder = folder;
    this.runs = runs;
  }

  /**
   * Arguments: a folder for large files, the number of runs, and for each recording to read either
   * its path or {@code path*copies}, that many copies in one file.
   */
  public static void main(String[] args) throws Exception {
    Benchmark benchmark = new Benchmark(Path.of(args[0]), Integer.parseInt(args[1]));
    Files.createDirectories(benchmark.folder);
    System.out.println("| Recording | Reader | wall s | user s | system s | peak MiB |");
    System.out.println("|---|---|---|---|---|---|");
    for (String recording : Arrays.asList(args).subList(2, args.length)) {
      benchmark.compare(recording);
    }
  }

  private void compare(String recording) throws IOException, InterruptedException {
    Path file = file(recording);
    String label =
        Objects.requireNonNull(file.getFileName()) + ", " + Files.size(file) / MEGABYTE + " MB";
    List<List<Run>> all = new ArrayList<>();
    READERS.forEach(reader -> all.add(new ArrayList<>()));
    for (int run = 0; run < runs; run++) {
      // In turn, so that whatever else the machine does hits all of them.
      for (int i = 0; i < READERS.size(); i++) {
        Run one = run(READERS.get(i), file);
        if (one != null) {
          all.get(i).add(one);
        }
      }
    }
    for (int i = 0; i < READERS.size(); i++) {
      System.out.println("| " + label + " | " + READERS.get(i).label() + " | " + row(all.get(i)));
    }
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

  private @Nullable Run run(Reader reader, Path file)
      throws IOException, InterruptedException {
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
      return null;
    }
    if (process.exitValue() != 0) {
      return null;
    }
    List<String> lines = Files.readAllLines(times);
    String[] figures = lines.get(lines.size() - 1).split(" ", -1);
    return new Run(
        Double.parseDouble(figures[0]),
        Double.parseDouble(figures[1]),
        Double.parseDouble(figures[2]),
        Double.parseDouble(figures[3]) / 1024);
  }

  private static String row(List<Run> runs) {
    if (runs.isEmpty()) {
      return "failed | | | |";
    }
    return String.format(
        Locale.ROOT,
        "%.2f | %.2f | %.2f | %.0f |",
        median(runs.stream().mapToDouble(Run::wall).toArray()),
        median(runs.stream().mapToDouble(Run::user).toArray()),
        median(runs.stream().mapToDouble(Run::system).toArray()),
        median(runs.stream().mapToDouble(Run::peakMebibytes).toArray()));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
