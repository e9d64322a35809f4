package io.github.rustfit.benchmarks.fleet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes recordings of a made fleet, its sources, and what their sums must be. */
public final class FleetGenerator {

  private static final long DAY_ONE = 1_767_225_600_000L;

  private FleetGenerator() {}

  /**
   * {@code FOLDER RECORDINGS [SEED [SERVICES [VERSIONS [HOSTS [DAMAGED [DUPLICATES]]]]]]}, the last
   * two as shares.
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int count = Integer.parseInt(args[1]);
    long seed = (long) number(args, 2, 1);
    int services = (int) number(args, 3, 1);
    int versions = (int) number(args, 4, 2);
    int hosts = (int) number(args, 5, 10);
    double damaged = number(args, 6, 0.01);
    double duplicates = number(args, 7, 0.005);
    SortedMap<String, long[]> sums = new TreeMap<>();
    Map<Integer, CallGraph> graphs = new HashMap<>();
    for (int i = 0; i < count; i++) {
      Random random = new Random(seed * 1_000_003 + i);
      int of = i % services;
      String service = "svc" + of;
      CallGraph graph = graphs.computeIfAbsent(of, key -> new CallGraph(service, seed + key));
      String version = "1." + i / services % versions;
      long start = DAY_ONE + i * 61_000L;
      String day = java.time.Instant.ofEpochMilli(start).toString().substring(0, 10);
      Path parent = folder.resolve("recordings").resolve(service).resolve(version).resolve(day);
      Files.createDirectories(parent);
      Path file = parent.resolve("host" + random.nextInt(hosts) + "-" + i + ".jfr");
      Map<String, long[]> counted = new HashMap<>();
      try (RecordingFile recording = new RecordingFile(file, graph, start * 1_000_000, random)) {
        recording.write(300 + random.nextInt(701), counted, 1000 + i, start);
      }
      String key = service + "," + version + ",";
      if (random.nextDouble() < damaged) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate((long) (channel.size() * random.nextDouble()));
        }
        continue;
      }
      sums.computeIfAbsent(key + "#recordings", k -> new long[2])[0]++;
      counted.forEach(
          (part, figures) -> {
            long[] sum = sums.computeIfAbsent(key + part, k -> new long[2]);
            sum[0] += figures[0];
            sum[1] += figures[1];
          });
      if (random.nextDouble() < duplicates) {
        Files.copy(file, parent.resolve("again-" + i + ".jfr"));
      }
    }
    StringBuilder csv = new StringBuilder("service,version,package,samples,bytes\n");
    sums.forEach((key, sum) -> csv.append(key + "," + sum[0] + "," + sum[1] + "\n"));
    Files.writeString(folder.resolve("expected.csv"), csv);
    for (CallGraph graph : graphs.values()) {
      sources(folder.resolve("sources"), graph);
    }
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
