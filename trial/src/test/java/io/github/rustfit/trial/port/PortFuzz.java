package io.github.rustfit.trial.port;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Ports random programs and compares what both give, for as many as are asked for: {@code
 * <programs> <first seed> [<programs at once>]}. Ends with 1 for a difference.
 */
final class PortFuzz {

  /** What came of a batch. */
  record Batch(
      int programs, int refused, int calls, int thrown, int left, List<String> differences) {}

  private static final int INPUTS = 8;

  private PortFuzz() {}

  public static void main(String[] args) throws Exception {
    int programs = Integer.parseInt(args[0]);
    long seed = Long.parseLong(args[1]);
    int size = args.length > 2 ? Integer.parseInt(args[2]) : 200;
    long done = 0;
    long refused = 0;
    long calls = 0;
    long thrown = 0;
    long left = 0;
    long wrong = 0;
    long start = System.nanoTime();
    for (int i = 0; done < programs; i++) {
      Path folder = Files.createTempDirectory("port-fuzz");
      Batch batch = run(folder, seed + done, size, i % 4 == 3 ? 2 : 0);
      done += size;
      refused += batch.refused();
      calls += batch.calls();
      thrown += batch.thrown();
      left += batch.left();
      wrong += batch.differences().size();
      batch.differences().stream().limit(5).forEach(System.out::println);
      System.out.printf(
          java.util.Locale.ROOT,
          "%d programs, %d refused, %d calls equal of which %d threw, %d left to Java, %d"
              + " differences, %.0f s%n",
          done,
          refused,
          calls,
          thrown,
          left,
          wrong,
          (System.nanoTime() - start) / 1e9);
      if (batch.differences().isEmpty()) {
        delete(folder);
      } else {
        System.out.println("kept " + folder);
      }
    }
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static void delete(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  /** Programs of seeds from one on. */
  static Batch run(Path folder, long seed, int size, int optimization) throws Exception {
    StringBuilder source = new StringBuilder("final class Random1 {\n");
    for (int i = 0; i < size; i++) {
      String name = "f" + (seed + i);
      // Every third one is called on an object.
      boolean object = (seed + i) % 3 == 0;
      source.append(object ? Programs.object(seed + i, name) : Programs.method(seed + i, name));
      source.append('\n');
    }
    try (Ported ported = new Ported(folder, "Random1", source.append("}\n").toString())) {
      List<String> differences = new ArrayList<>();
      Map<String, Integer> reasons = new TreeMap<>();
      int refused = 0;
      for (var both : ported.methods().values()) {
        if (!both.port().done()) {
          refused++;
          reasons.merge(
              both.port().refusals().get(0).reason().replaceAll("\\b[amp]\\d+", "x"),
              1,
              Integer::sum);
        }
      }
      if (System.getProperty("reasons") != null) {
        System.out.println(reasons);
      }
      String words = ported.build(optimization);
      if (!words.isEmpty()) {
        differences.add("rustc: " + words);
        return new Batch(size, refused, 0, 0, 0, differences);
      }
      Map<String, List<Object[]>> inputs = new TreeMap<>();
      for (var each : ported.methods().entrySet()) {
        Random random = new Random(each.getKey().hashCode());
        List<Class<?>> types = each.getValue().types();
        List<Object[]> all = new ArrayList<>();
        for (int i = 0; i < INPUTS; i++) {
          Object[] arguments = new Object[types.size()];
          for (int k = 0; k < arguments.length; k++) {
            arguments[k] = Values.of(types.get(k), random);
          }
          all.add(arguments);
        }
        inputs.put(each.getKey(), all);
      }
      Ported.Outcome outcome = ported.compare(inputs);
      differences.addAll(outcome.differences());
      return new Batch(
          size, refused, outcome.equal(), outcome.thrown(), outcome.left(), differences);
    }
  }
}
