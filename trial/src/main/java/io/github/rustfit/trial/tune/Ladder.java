package io.github.rustfit.trial.tune;

import static io.github.rustfit.rules.evidence.tuning.Aim.CPU;
import static io.github.rustfit.rules.evidence.tuning.Aim.LATENCY;
import static io.github.rustfit.rules.evidence.tuning.Aim.MEMORY;
import static io.github.rustfit.rules.evidence.tuning.Aim.PAUSES;
import static io.github.rustfit.rules.evidence.tuning.Aim.START_UP;
import static io.github.rustfit.rules.evidence.tuning.Aim.TIME;

import io.github.rustfit.rules.evidence.tuning.Aim;
import io.github.rustfit.trial.tune.Configuration.Training;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is worth a try, in the order of the ladder: the JVM and its collector first, as they move
 * most, then single options on top of the best of these.
 */
final class Ladder {

  private static final long MIB = 1 << 20;

  /** Collectors cost code beside their own time, but seldom more than a few percent. */
  private static final double LITTLE = 0.01;

  /** JEP 519, and JEP 534 by which it is the default. */
  private static final int COMPACT = 25;

  private static final int COMPACT_BY_DEFAULT = 27;

  /** JEP 514: one step to an AOT cache. */
  private static final int AOT_IN_ONE_STEP = 25;

  /** JEP 516: with ZGC as well. */
  private static final int AOT_WITH_ZGC = 26;

  /** JEP 350: an archive of the classes that a run loaded. */
  private static final int ARCHIVE_AT_EXIT = 13;

  /** Deduplication of strings by any collector, JDK-8267185 and JDK-8272609. */
  private static final int DEDUPLICATION = 18;

  private final TunePlan plan;
  private final Facts facts;

  Ladder(TunePlan plan, Facts facts) {
    this.plan = plan;
    this.facts = facts;
  }

  /** The present configuration. */
  static Configuration present(TunePlan plan) {
    return plain(Configuration.PRESENT, plan, "", Optional.empty());
  }

  /** The present one under another name. */
  static Configuration again(TunePlan plan) {
    return plain(
        "present again", plan, "the same once more: what differs is noise", Optional.empty());
  }

  /** Other code, run as the present one. */
  static List<Configuration> variants(TunePlan plan) {
    return plan.variants().stream().map(code -> variant(plan, code)).toList();
  }

  private static Configuration variant(TunePlan plan, TunePlan.Code code) {
    if (code.image().isEmpty()) {
      return plain(code.name(), plan, "other code", Optional.of(code));
    }
    return new Configuration(
        code.name(),
        plan.jdks().get(0),
        plan.options().stream().filter(Shell::ofAnImage).toList(),
        "an executable that was compiled ahead of time needs no JVM to start",
        Optional.empty(),
        Optional.of(code));
  }

  private static Configuration plain(
      String name, TunePlan plan, String why, Optional<TunePlan.Code> code) {
    return new Configuration(name, plan.jdks().get(0), plan.options(), why, Optional.empty(), code);
  }

  /**
   * JVMs and collectors, beside the present ones; first what is likeliest to serve the aim, on the
   * present JVM and on the newest one, as there may be no time for all.
   */
  List<Configuration> jvms() {
    Configuration present = present(plan);
    int newest = plan.jdks().stream().mapToInt(Jdk::feature).max().orElse(0);
    Map<Configuration, Integer> ranks = new LinkedHashMap<>();
    for (Jdk jdk : plan.jdks()) {
      boolean here = jdk.equals(present.jdk());
      int later = here || jdk.feature() == newest ? 0 : Collector.values().length;
      String suffix = plan.jdks().size() > 1 ? " on " + jdk.feature() : "";
      if (!here) {
        Configuration other =
            changed(
                "as it is" + suffix, jdk, List.of(), "a newer or another JVM runs the same code");
        ranks.put(other, 1 + later);
      }
      for (Collector collector : Collector.values()) {
        boolean same = collector.isPrintedAs(facts.collector());
        if (collector.on(jdk) && !same && sensible(collector)) {
          ranks.put(
              changed(collector.title() + suffix, jdk, collector.options(jdk), why(collector)),
              order().indexOf(collector) + later);
        }
      }
    }
    List<Configuration> all = new ArrayList<>(ranks.keySet());
    all.sort(Comparator.comparing(one -> ranks.getOrDefault(one, 0)));
    return List.copyOf(all);
  }

  private Configuration changed(String name, Jdk jdk, List<String> changes, String why) {
    return new Configuration(
        name, jdk, Options.with(plan.options(), changes), why, Optional.empty(), Optional.empty());
  }

  private List<Collector> order() {
    return switch (facts.aim()) {
      case CPU, TIME ->
          List.of(
              Collector.PARALLEL,
              Collector.ZGC,
              Collector.SERIAL,
              Collector.G1,
              Collector.SHENANDOAH);
      case LATENCY, PAUSES ->
          List.of(
              Collector.ZGC,
              Collector.SHENANDOAH,
              Collector.G1,
              Collector.PARALLEL,
              Collector.SERIAL);
      case MEMORY, START_UP ->
          List.of(
              Collector.SERIAL,
              Collector.G1,
              Collector.PARALLEL,
              Collector.ZGC,
              Collector.SHENANDOAH);
    };
  }

  private boolean sensible(Collector collector) {
    boolean littleCollected =
        facts.collectorShare() >= 0
            && facts.collectorShare() < LITTLE
            && !facts.all()
            && !facts.named("throughput-collector", "gc-pressure");
    return switch (collector) {
      case PARALLEL -> facts.aim() != MEMORY || facts.all();
      case SERIAL ->
          Set.of(CPU, MEMORY, START_UP).contains(facts.aim())
              || facts.processors() <= 2
              || facts.all();
      case G1 -> !littleCollected || facts.aim() == MEMORY;
      case ZGC, SHENANDOAH ->
          facts.all()
              || facts.aim() == LATENCY
              || facts.aim() == PAUSES
              || (Set.of(CPU, TIME).contains(facts.aim()) && !littleCollected)
              || facts.named("low-pause-collector");
    };
  }

  private String why(Collector collector) {
    if (collector == Collector.PARALLEL && facts.named("throughput-collector")) {
      return "the report: the collector takes much of the CPU (throughput-collector)";
    }
    if (collector == Collector.ZGC && facts.named("low-pause-collector")) {
      return "the report: pauses are long for what was promised (low-pause-collector)";
    }
    if (collector == Collector.SERIAL && facts.named("memory-ladder", "start-up-ladder")) {
      return "the report: Java's own means against a missed target (memory-ladder)";
    }
    return collector.why();
  }

  /** Single options on top of a configuration. */
  List<Configuration> options(Configuration on) {
    List<Configuration> all = new ArrayList<>();
    if (on.isImage()) {
      return all;
    }
    Aim aim = facts.aim();
    int feature = on.jdk().feature();
    heaps(all, on);
    if (feature >= COMPACT && feature < COMPACT_BY_DEFAULT && !on.options().contains(COMPACTED)) {
      put(all, on, "compact headers", List.of(COMPACTED), "smaller objects (JEP 519)");
    }
    if (aim == START_UP || aim == MEMORY || facts.all()) {
      put(
          all,
          on,
          "first tier",
          List.of("-XX:TieredStopAtLevel=1"),
          "compiles once and keeps no profiles; what runs for long is slower");
    }
    boolean zgc = on.options().contains("-XX:+UseZGC");
    if ((aim == START_UP || facts.all())
        && feature >= AOT_IN_ONE_STEP
        && (!zgc || feature >= AOT_WITH_ZGC)) {
      Path file = plan.work().resolve("app-" + feature + ".aot");
      all.add(
          trained(
              on,
              "AOT cache",
              "-XX:AOTCache=" + file,
              new Training(Options.with(on.options(), List.of("-XX:AOTCacheOutput=" + file)), file),
              "classes come loaded and linked, with profiles of a run (JEP 514, 515)"));
    } else if ((aim == START_UP || facts.all()) && feature >= ARCHIVE_AT_EXIT) {
      Path file = plan.work().resolve("app-" + feature + ".jsa");
      all.add(
          trained(
              on,
              "class archive",
              "-XX:SharedArchiveFile=" + file,
              new Training(
                  Options.with(on.options(), List.of("-XX:ArchiveClassesAtExit=" + file)), file),
              "classes come parsed (JEP 350)"));
    }
    boolean collects = facts.collectorShare() < 0 || facts.collectorShare() >= LITTLE;
    if (collects && facts.processors() > 1 && !on.options().contains("-XX:+UseSerialGC")) {
      if (aim == CPU || aim == MEMORY || facts.named("container-cpu", "cpu-starvation")) {
        put(
            all,
            on,
            "one GC thread",
            List.of("-XX:ParallelGCThreads=1", "-XX:ConcGCThreads=1"),
            "threads that wait for each other cost CPU where processors are few");
      }
    }
    if (facts.named("explicit-gc") || facts.all()) {
      put(
          all,
          on,
          "no explicit collections",
          List.of("-XX:+DisableExplicitGC"),
          "the program asks for collections (explicit-gc)");
    }
    if (facts.named("humongous-allocation") && !usesOtherThanG1(on)) {
      put(
          all,
          on,
          "large regions",
          List.of("-XX:G1HeapRegionSize=32m"),
          "the report: objects larger than half a region (humongous-allocation)");
    }
    if (facts.all()) {
      rest(all, on, feature);
    }
    all.removeIf(on::same);
    return List.copyOf(all);
  }

  private static final String COMPACTED = "-XX:+UseCompactObjectHeaders";

  private static boolean usesOtherThanG1(Configuration on) {
    return on.options().stream()
        .anyMatch(one -> Options.key(one).equals("collector") && !one.contains("UseG1GC"));
  }

  /** Limits by what is live, in steps that are told apart; never more than the machine has. */
  private void heaps(List<Configuration> all, Configuration on) {
    double live = facts.log().largestLiveBytes();
    double limit = facts.log().maxHeapBytes();
    double most = facts.memoryBytes() > 0 ? 0.75 * facts.memoryBytes() : Double.MAX_VALUE;
    if (facts.aim() == MEMORY) {
      if (live > 0) {
        for (double factor : new double[] {1.5, 2, 3}) {
          heap(all, on, factor * live, factor + " times what is live");
        }
      }
      if (limit > 0) {
        heap(all, on, limit / 4, "a quarter of the present limit");
      }
      return;
    }
    if (limit == 0 || facts.aim() == START_UP) {
      return;
    }
    boolean collects = facts.collectorShare() < 0 || facts.collectorShare() >= LITTLE;
    if (collects || facts.named("heap-room", "gc-pressure", "allocation-stalls")) {
      for (double factor : new double[] {2, 4}) {
        if (factor * limit <= most) {
          heap(all, on, factor * limit, factor + " times the present limit: collections are fewer");
        }
      }
      long whole = Math.round(Math.min(limit, most) / MIB);
      put(
          all,
          on,
          "young heap " + whole * 2 / 3 + " MiB",
          List.of("-Xms" + whole + "m", "-Xmx" + whole + "m", "-Xmn" + whole * 2 / 3 + "m"),
          "short-lived objects die before they are copied");
      put(
          all,
          on,
          "whole heap from the start",
          List.of("-Xms" + whole + "m", "-Xmx" + whole + "m"),
          "the heap does not grow step by step");
    }
  }

  private void heap(List<Configuration> all, Configuration on, double bytes, String why) {
    long size = Math.max(8, Math.round(bytes / MIB));
    put(all, on, "heap " + size + " MiB", List.of("-Xms" + size + "m", "-Xmx" + size + "m"), why);
  }

  private void rest(List<Configuration> all, Configuration on, int feature) {
    boolean dedup = feature >= DEDUPLICATION || !usesOtherThanG1(on);
    if (dedup) {
      put(
          all,
          on,
          "string deduplication",
          List.of("-XX:+UseStringDeduplication"),
          "equal strings share their characters");
    }
    put(
        all,
        on,
        "large pages",
        List.of("-XX:+UseTransparentHugePages"),
        "fewer misses of address translation in a large heap");
    put(
        all,
        on,
        "large code cache",
        List.of("-XX:ReservedCodeCacheSize=512m"),
        "compiled code is not thrown away");
    put(
        all,
        on,
        "no tiers",
        List.of("-XX:-TieredCompilation"),
        "one compiler, which takes fewer processors from the program");
    List<String> stacks =
        on.options().stream().filter(one -> Options.key(one).equals("stack")).toList();
    if (!stacks.isEmpty()) {
      all.add(
          new Configuration(
              on.name() + ", stacks by default",
              on.jdk(),
              Options.without(on.options(), stacks),
              "the program sets " + String.join(" ", stacks),
              Optional.empty(),
              on.code()));
    }
  }

  private static void put(
      List<Configuration> all, Configuration on, String name, List<String> changes, String why) {
    all.add(
        new Configuration(
            on.name() + ", " + name,
            on.jdk(),
            Options.with(on.options(), changes),
            why,
            on.training(),
            on.code()));
  }

  private static Configuration trained(
      Configuration on, String name, String use, Training training, String why) {
    return new Configuration(
        on.name() + ", " + name,
        on.jdk(),
        Options.with(on.options(), List.of(use)),
        why,
        Optional.of(training),
        on.code());
  }

  /** All of what was good for a configuration, together; what a run made for one still fits. */
  static Configuration together(Configuration on, List<Configuration> good) {
    List<String> options = on.options();
    StringBuilder name = new StringBuilder(on.name());
    Optional<Training> training = Optional.empty();
    for (Configuration one : good) {
      options = Options.with(options, one.changes(on));
      training = one.training().isPresent() ? one.training() : training;
      name.append(one.name().substring(on.name().length()));
    }
    if (training.isPresent()) {
      // What a run makes fits the options of that run only.
      Path before = training.get().file();
      Path file = before.resolveSibling("together-" + before.getFileName());
      List<String> uses = options.stream().filter(one -> one.endsWith("=" + before)).toList();
      String makes = training.get().options().get(training.get().options().size() - 1);
      List<String> without = Options.without(options, uses);
      training =
          Optional.of(
              new Training(Options.with(without, List.of(moved(makes, before, file))), file));
      options = Options.with(without, uses.stream().map(one -> moved(one, before, file)).toList());
    }
    return new Configuration(
        name.toString(),
        on.jdk(),
        options,
        "what was good by itself, together",
        training,
        on.code());
  }

  private static String moved(String option, Path before, Path now) {
    return option.replace(before.toString(), now.toString());
  }
}
