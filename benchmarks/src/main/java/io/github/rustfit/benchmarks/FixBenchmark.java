package io.github.rustfit.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * For each pair of {@code benchmarks/fixes}: what the finding on its side with the pattern promises,
 * and what the fix brings. Both sides run in processes of their own, in turns.
 */
public final class FixBenchmark {

  private static final String HEAD =
      "pair,pattern,jdk,lines,cpu_share,allocation_share,promised,gain,gain_low,gain_high,bytes_left,"
          + "verdict";
  private static final int PAIRS = 7;

  /** How often two sides that run are measured in turns, and for how long each time. */
  private static final int TURNS = 5;

  private static final String MEASURED_MILLIS = "80";
  private static final int RECORDED_MILLIS = 4000;

  /** As many as shares are taken from; what the JVM does itself gives none, and takes longer. */
  private static final int SAMPLES = 1000;

  /** What a fix has to bring at least, as for a gate: 5 % of the CPU, or of the bytes. */
  private static final double WORTH = 0.05;

  private static final List<String> HEAP = List.of("-Xms256m", "-Xmx256m", "-XX:+UseG1GC");

  private record Side(String sum, double nanos, double bytes) {}

  private final Path fixes;
  private final Path folder;
  private final FixJudge judge;

  private FixBenchmark(Path fixes, Path folder) {
    this.fixes = fixes;
    this.folder = folder;
    judge = new FixJudge(fixes);
  }

  /** Arguments: the folder of the pairs, one for recordings and classes, and pairs; all if none. */
  public static void main(String[] args) throws Exception {
    Path fixes = Path.of(args[0]).toAbsolutePath().normalize();
    Path results = fixes.resolve("results.csv");
    List<String> wanted = Arrays.asList(args).subList(2, args.length);
    FixBenchmark benchmark = new FixBenchmark(fixes, Path.of(args[1]).toAbsolutePath());
    System.out.println(HEAD);
    for (String pair : wanted.isEmpty() ? benchmark.all() : wanted) {
      String row = benchmark.row(pair);
      System.out.println(row);
      keep(results, row);
    }
  }

  /** Every class that is a pair. */
  private List<String> all() throws IOException {
    try (Stream<Path> files = Files.list(fixes.resolve("pairs"))) {
      return files
          .filter(FixBenchmark::isPair)
          .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
          .sorted()
          .toList();
    }
  }

  private static boolean isPair(Path file) {
    try {
      return Files.readString(file).contains(" implements Pair ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String row(String pair) throws IOException, InterruptedException {
    String pattern = pattern(pair);
    FixJudge.Cost cost = judged(pair, pattern);
    double[] gains = new double[PAIRS];
    double[] left = new double[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      Side[] sides = measure(pair, i % 2 == 0);
      gains[i] = sides[0].nanos() / sides[1].nanos();
      left[i] = sides[0].bytes() == 0 ? 1 : sides[1].bytes() / sides[0].bytes();
    }
    Arrays.sort(gains);
    Arrays.sort(left);
    boolean confirmed = !cost.lines().isEmpty();
    return String.join(
        ",",
        pair,
        pattern,
        Integer.toString(Runtime.version().feature()),
        String.join(" ", cost.lines().stream().map(String::valueOf).toList()),
        confirmed ? number(cost.cpu(), 3) : "",
        confirmed ? number(cost.allocation(), 3) : "",
        confirmed ? number(1 / (1 - Math.min(0.999, cost.cpu())), 2) : "",
        number(gains[PAIRS / 2], 2),
        number(gains[0], 2),
        number(gains[PAIRS - 1], 2),
        number(left[PAIRS / 2], 3),
        verdict(gains, left[PAIRS / 2], cost.allocation()));
  }

  /** The comment of a pair begins with its pattern. */
  private String pattern(String pair) throws IOException {
    String source = Files.readString(fixes.resolve("pairs").resolve(pair + ".java"));
    int at = source.indexOf("{@code ");
    return source.substring(at + "{@code ".length(), source.indexOf('}', at));
  }

  /**
   * A fix pays if the middle of its gains is worth it, and at most one pair of runs got slower; it
   * saves only allocation if at least half of the bytes that its finding counts are gone.
   */
  private static String verdict(double[] gains, double left, double promised) {
    if (gains[PAIRS / 2] >= 1 + WORTH && gains[1] > 1) {
      return "pays";
    }
    return 1 - left >= Math.max(WORTH, promised / 2) ? "only allocation" : "does not pay";
  }

  private FixJudge.Cost judged(String pair, String pattern)
      throws IOException, InterruptedException {
    int millis = RECORDED_MILLIS;
    record(pair, millis);
    FixJudge.Cost cost = judge.of(pair, pattern, folder);
    if (cost.samples() < SAMPLES) {
      record(pair, 3 * millis);
      cost = judge.of(pair, pattern, folder);
    }
    return cost;
  }

  private void record(String pair, int millis) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java());
    command.addAll(
        List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:+DebugNonSafepoints",
            "-XX:FlightRecorderOptions=stackdepth=512",
            "-XX:StartFlightRecording:settings=profile,filename="
                + folder.resolve(pair + ".jfr")
                + ",jdk.ExecutionSample#period=1ms,jdk.NativeMethodSample#period=1ms",
            "-Xlog:jfr+startup=error",
            "-Xlog:gc*,safepoint:file="
                + folder.resolve(pair + ".log")
                + ":time,uptime,level,tags:filecount=0"));
    command.addAll(List.of("-cp", folder.toString(), "pairs.Run", pair, "before"));
    command.addAll(List.of(Integer.toString(millis), "record"));
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(pair + " was not recorded");
    }
  }

  /** Before and after: both warm up at once, then they are measured in turns. */
  private Side[] measure(String pair, boolean beforeFirst) throws IOException, InterruptedException {
    Process before = start(pair, "before");
    Process after = start(pair, "after");
    try (BufferedReader ofBefore = before.inputReader();
        BufferedReader ofAfter = after.inputReader()) {
      ready(pair, ofBefore);
      ready(pair, ofAfter);
      Side[] befores = new Side[TURNS];
      Side[] afters = new Side[TURNS];
      for (int i = 0; i < TURNS; i++) {
        if (beforeFirst) {
          befores[i] = go(before, ofBefore);
        }
        afters[i] = go(after, ofAfter);
        if (!beforeFirst) {
          befores[i] = go(before, ofBefore);
        }
      }
      Side[] middle = {middle(befores), middle(afters)};
      if (!middle[0].sum().equals(middle[1].sum())) {
        throw new IllegalStateException(
            pair + " gives " + middle[0].sum() + " and " + middle[1].sum());
      }
      return middle;
    } finally {
      before.destroy();
      after.destroy();
    }
  }

  private static Side middle(Side[] turns) {
    Arrays.sort(turns, Comparator.comparingDouble(Side::nanos));
    return turns[turns.length / 2];
  }

  private Process start(String pair, String side) throws IOException {
    List<String> command = new ArrayList<>(java());
    // JIT compilers that wait for a busy machine would leave a side half compiled.
    command.add("-Xbatch");
    command.addAll(List.of("-cp", folder.toString(), "pairs.Run", pair, side, MEASURED_MILLIS));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static void ready(String pair, BufferedReader reader) throws IOException {
    if (!"ready".equals(reader.readLine())) {
      throw new IllegalStateException(pair + " did not get ready");
    }
  }

  private static Side go(Process process, BufferedReader reader) throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    String[] said = String.valueOf(reader.readLine()).split("\t", -1);
    return new Side(said[0], Double.parseDouble(said[2]), Double.parseDouble(said[3]));
  }

  private static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(HEAP);
    return command;
  }

  /** Puts the row in place of an earlier one of the same pair and JDK. */
  private static void keep(Path results, String row) throws IOException {
    SortedMap<String, String> rows = new TreeMap<>();
    if (Files.exists(results)) {
      Files.readAllLines(results).stream()
          .filter(line -> !line.equals(HEAD))
          .forEach(line -> rows.put(key(line), line));
    }
    rows.put(key(row), row);
    Files.writeString(results, HEAD + "\n" + String.join("\n", rows.values()) + "\n");
  }

  private static String key(String row) {
    String[] fields = row.split(",", -1);
    return fields[1] + " " + fields[0] + " " + fields[2];
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
