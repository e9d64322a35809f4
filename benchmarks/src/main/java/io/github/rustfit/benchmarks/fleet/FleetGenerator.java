package io.github.rustfit.benchmarks.fleet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes recordings of a made fleet, its sources, and what their sums must be. */
public final class FleetGenerator {

  private static final long DAY_ONE = 1_767_225_600_000L;

  private static final int THREADS = 64;

  private FleetGenerator() {}

  /** What is asked for. */
  private record Fleet(
      Path folder,
      long seed,
      int versions,
      int hosts,
      double damaged,
      double duplicates,
      List<CallGraph> graphs) {}

  /**
   * {@code FOLDER RECORDINGS [SEED [SERVICES [VERSIONS [HOSTS [DAMAGED [DUPLICATES]]]]]]}, the last
   * two as shares.
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    Path folder = Path.of(args[0]);
    int count = Integer.parseInt(args[1]);
    long seed = (long) number(args, 2, 1);
    int services = (int) number(args, 3, 1);
    int versions = (int) number(args, 4, 2);
    int hosts = (int) number(args, 5, 10);
    double damaged = number(args, 6, 0.01);
    double duplicates = number(args, 7, 0.005);
    Fleet fleet = new Fleet(folder, seed, versions, hosts, damaged, duplicates, new ArrayList<>());
    for (int i = 0; i < services; i++) {
      fleet.graphs().add(new CallGraph("svc" + i, seed + i));
    }
    SortedMap<String, long[]> sums = new TreeMap<>();
    // The writer waits most of the time.
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<SortedMap<String, long[]>>> written = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      written.add(threads.submit(() -> write(fleet, number)));
    }
    threads.shutdown();
    for (Future<SortedMap<String, long[]>> one : written) {
      one.get()
          .forEach(
              (key, figures) -> {
                long[] sum = sums.computeIfAbsent(key, k -> new long[2]);
                sum[0] += figures[0];
                sum[1] += figures[1];
              });
    }
    StringBuilder csv = new StringBuilder("service,version,package,samples,bytes\n");
    sums.forEach((key, sum) -> csv.append(key + "," + sum[0] + "," + sum[1] + "\n"));
    Files.writeString(folder.resolve("expected.csv"), csv);
    for (CallGraph graph : fleet.graphs()) {
      sources(folder.resolve("sources"), graph);
    }
  }

  /** Writes the recording of that number and says what it holds; nothing of one that is damaged. */
  private static SortedMap<String, long[]> write(Fleet fleet, int i) throws IOException {
    Random random = new Random(fleet.seed() * 1_000_003 + i);
    int services = fleet.graphs().size();
    CallGraph graph = fleet.graphs().get(i % services);
    String service = "svc" + i % services;
    String version = "1." + i / services % fleet.versions();
    long start = DAY_ONE + i * 61_000L;
    String day = Instant.ofEpochMilli(start).toString().substring(0, 10);
    Path parent =
        fleet.folder().resolve("recordings").resolve(service).resolve(version).resolve(day);
    Files.createDirectories(parent);
    Path file = parent.resolve("host" + random.nextInt(fleet.hosts()) + "-" + i + ".jfr");
    Map<String, long[]> counted = new HashMap<>();
    try (RecordingFile recording = new RecordingFile(file, graph, start * 1_000_000, random)) {
      recording.write(300 + random.nextInt(701), counted, 1000 + i, start);
    }
    SortedMap<String, long[]> sums = new TreeMap<>();
    if (random.nextDouble() < fleet.damaged()) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate((long) (channel.size() * random.nextDouble()));
      }
      return sums;
    }
    String key = service + "," + version + ",";
    sums.put(key + "#recordings", new long[] {1, 0});
    counted.forEach((part, figures) -> sums.put(key + part, figures));
    if (random.nextDouble() < fleet.duplicates()) {
      Files.copy(file, parent.resolve("again-" + i + ".jfr"));
    }
    return sums;
  }

  private static double number(String[] args, int at, double otherwise) {
    return args.length > at ? Double.parseDouble(args[at]) : otherwise;
  }

  private static void sources(Path folder, CallGraph graph) throws IOException {
    SortedMap<String, StringBuilder> bodies = new TreeMap<>();
    for (CallGraph.Method method : graph.methods()) {
      if (!method.part().isEmpty()) {
        bodies
            .computeIfAbsent(method.type(), key -> new StringBuilder())
            .append("  void " + method.name() + "() {}\n");
      }
    }
    for (Map.Entry<String, StringBuilder> body : bodies.entrySet()) {
      String type = body.getKey();
      int dot = type.lastIndexOf('.');
      Path file =
          folder.resolve(
              type.split("\\.")[2] + "/src/main/java/" + type.replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          "package "
              + type.substring(0, dot)
              + ";\npublic class "
              + type.substring(dot + 1)
              + " {\n"
              + body.getValue()
              + "}\n");
    }
  }
}
