package io.github.rustfit.samples.lambdahandler.load;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Starts the function again and again, as a platform does that has no idle instance left, and
 * measures how long the first answer takes. Every other start may use a cache of loaded and linked
 * classes (JEP 483, JEP 514), so that both kinds meet the same moods of the machine.
 */
public final class ColdStarts {
  private static final int EVENTS = 5;
  private static final long SEED = 1;
  private static final String CLASS_PATH =
      "target/lambda-handler-1.0-SNAPSHOT.jar" + File.pathSeparator + "target/lib/*";
  private static final String FUNCTION = "io.github.rustfit.samples.lambdahandler.LambdaHandler";

  /** The options of every instance; the platform gives it 256 MB. */
  private static final List<String> INSTANCE = List.of("-XX:+UseSerialGC", "-Xms128m", "-Xmx128m");

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Path project;
  private int started;

  /** Starts the function that was packaged in the project's folder. */
  public ColdStarts(Path project) {
    this.project = project;
  }

  /**
   * Takes the project's folder and, optionally, the number of starts (default 100).
   *
   * @throws IOException if a JVM fails
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 100;
    new ColdStarts(Path.of(args[0])).measure(count).forEach(System.out::println);
  }

  /**
   * Measures starts without any recording, and as many with a cache where the JDK has one (25).
   *
   * @return lines of a name and a figure
   * @throws IOException if a JVM fails
   */
  public List<String> measure(int count) throws IOException, InterruptedException {
    boolean caches = Runtime.version().feature() >= 25;
    String cache = "target/function.aot";
    if (caches) {
      start(List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off"));
    }
    List<Invocation> plain = new ArrayList<>();
    List<Invocation> cached = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      plain.add(start(List.of()));
      if (caches) {
        cached.add(start(List.of("-XX:AOTCache=" + cache)));
      }
    }
    List<String> report = new ArrayList<>(List.of(String.format("%-22s %d", "cold_starts", count)));
    report.addAll(report("cold", plain));
    report.add(Latencies.of(plain, Invocation::lastNanos).line("fifth_event_p50_ms", 50));
    if (caches) {
      report.addAll(report("cached_cold", cached));
    }
    return report;
  }

  /**
   * Starts the function once.
   *
   * @param options of the JVM, besides those of every instance
   * @return from the start of the process to the first answer, and the latency of the last one
   * @throws IOException if the JVM fails
   */
  Invocation start(List<String> options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(INSTANCE);
    command.addAll(options);
    command.addAll(List.of("-cp", CLASS_PATH, FUNCTION));
    List<String> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      events.add(Events.next(started * EVENTS + i, random));
    }
    started++;
    return Invocation.run(command, project, events);
  }

  /**
   * Starts the function with options for each start.
   *
   * @param options of each start
   * @return lines of a name and a figure
   * @throws IOException if a JVM fails
   */
  public List<String> record(List<List<String>> options) throws IOException, InterruptedException {
    List<Invocation> recorded = new ArrayList<>();
    for (List<String> one : options) {
      recorded.add(start(one));
    }
    return report("recorded_cold", recorded);
  }

  private static List<String> report(String name, List<Invocation> invocations) {
    Latencies latencies = Latencies.of(invocations, Invocation::coldNanos);
    return List.of(
        latencies.line(name + "_p50_ms", 50),
        latencies.line(name + "_p99_ms", 99),
        latencies.line(name + "_max_ms", 100));
  }
}
