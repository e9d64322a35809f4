package io.github.rustfit.engine.builtin;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.repository.OperationsFact;
import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What Rust would change about how the component is built, deployed and watched. */
public final class OperationsCost implements Rule {

  private static final String NOTHING =
      "Keep Dockerfiles, manifests and the build server's files in the repository: they tell what a"
          + " native part would change.";

  /** What an option's prefix tells, in the order of the report. */
  private static final List<Map.Entry<String, String>> OPTIONS =
      List.of(
          Map.entry(
              "-javaagent:",
              "A Java agent is loaded, %s: a Rust process loads none, so what it measures has to be"
                  + " built in, and inside the JVM it sees a native call as one step."),
          Map.entry(
              "-agent",
              "A JVM agent is loaded, %s: it does not see into native code, and a Rust process needs"
                  + " another tool (perf, eBPF)."),
          Map.entry(
              "-Dcom.sun.management.jmxremote",
              "JMX is open, %s: what is watched and switched there needs an endpoint of its own in a"
                  + " Rust process."),
          Map.entry(
              "-XX:+HeapDumpOnOutOfMemoryError",
              "Heap dumps are written, %s: they do not show native memory, which takes a heap"
                  + " profiler of the allocator and core dumps."),
          Map.entry(
              "-XX:HeapDumpPath",
              "Heap dumps are written, %s: they do not show native memory, which takes a heap"
                  + " profiler of the allocator and core dumps."),
          Map.entry(
              "-XX:StartFlightRecording",
              "JFR records all the time, %s: it does not see into native code, and Rust has no"
                  + " recorder that is always on."));

  @Override
  public RuleDescriptor descriptor() {
    return new RuleDescriptor(
        "operations-cost",
        "What operations would change",
        "Names what agents, JMX, images, platforms and the build server mean for a native part;"
            + " speaks against Rust, and never decides.",
        Topic.OPERATIONS,
        Role.SUPPORTING,
        Set.of(),
        List.of());
  }

  @Override
  public Outcome judge(RuleContext context) {
    List<OperationsFile> files =
        context.repository().operations().stream()
            .filter(file -> file.concerns(context.component().module()))
            .filter(file -> file.kind() != OperationsFile.Kind.MAVEN)
            .toList();
    List<Fact> costs = new ArrayList<>();
    options(files, costs);
    images(files, costs);
    platforms(files, costs);
    toolchain(files, costs);
    List<Fact> facts = new ArrayList<>(costs);
    benefits(files, facts);
    if (facts.isEmpty()) {
      return Outcome.unknown(NOTHING);
    }
    return Outcome.of(costs.isEmpty() ? Answer.YES : Answer.NO, facts, List.of(), List.of());
  }

  private static void options(List<OperationsFile> files, List<Fact> costs) {
    SortedMap<Integer, List<String>> places = new TreeMap<>();
    for (OperationsFile file : files) {
      for (OperationsFact option : file.facts(Kind.JVM_OPTION)) {
        for (int i = 0; i < OPTIONS.size(); i++) {
          if (option.value().startsWith(OPTIONS.get(i).getKey())) {
            String text = OPTIONS.get(i).getValue();
            int first = i;
            while (first > 0 && OPTIONS.get(first - 1).getValue().equals(text)) {
              first--;
            }
            places
                .computeIfAbsent(first, key -> new ArrayList<>())
                .add(option.value() + " (" + place(file, option) + ")");
            break;
          }
        }
      }
    }
    places.forEach(
        (index, where) ->
            costs.add(Fact.repository(String.format(OPTIONS.get(index).getValue(), some(where)))));
  }

  private static void images(List<OperationsFile> files, List<Fact> costs) {
    List<String> based =
        places(
            files.stream().filter(file -> !file.facts(Kind.RUNS_JAVA).isEmpty()).toList(),
            Kind.BASE_IMAGE);
    if (!based.isEmpty()) {
      costs.add(
          Fact.repository(
              "The image is based on "
                  + some(based)
                  + ": a Rust service needs another base, with builds, scans and patches of its own;"
                  + " a native library inside the JVM has to fit this one's C library"
                  + (based.stream().anyMatch(image -> image.contains("alpine"))
                      ? ", musl on Alpine."
                      : ".")));
    }
  }

  private static void platforms(List<OperationsFile> files, List<Fact> costs) {
    SortedSet<String> platforms = new TreeSet<>();
    files.forEach(file -> file.facts(Kind.PLATFORM).forEach(one -> platforms.add(one.value())));
    if (platforms.size() > 1) {
      costs.add(
          Fact.repository(
              "It is built for or runs on "
                  + String.join(", ", platforms)
                  + " ("
                  + some(places(files, Kind.PLATFORM))
                  + "): the same Java archive runs on all, Rust is compiled and tested for each."));
    }
  }

  private static void toolchain(List<OperationsFile> files, List<Fact> costs) {
    List<OperationsFile> builds =
        files.stream().filter(file -> file.kind() == OperationsFile.Kind.CI).toList();
    boolean rust = files.stream().anyMatch(file -> !file.facts(Kind.RUST).isEmpty());
    if (!builds.isEmpty() && !rust) {
      costs.add(
          Fact.repository(
              "The build server has no Rust toolchain ("
                  + some(builds.stream().map(OperationsFile::path).toList())
                  + "): compiler, cache, lints and audits of crates come in addition."));
    }
  }

  private static void benefits(List<OperationsFile> files, List<Fact> facts) {
    List<String> rust = places(files, Kind.RUST);
    if (!rust.isEmpty()) {
      facts.add(Fact.repository("Rust is built here already: " + some(rust) + "."));
    }
    List<String> ahead = places(files, Kind.NATIVE_IMAGE);
    if (!ahead.isEmpty()) {
      facts.add(
          Fact.repository(
              "A native image of the Java program is built: "
                  + some(ahead)
                  + ". Start-up and footprint are won without Rust, and operations run native"
                  + " binaries."));
    }
  }

  private static List<String> places(List<OperationsFile> files, Kind kind) {
    return files.stream()
        .flatMap(
            file ->
                file.facts(kind).stream()
                    .map(fact -> fact.value() + " (" + place(file, fact) + ")"))
        .toList();
  }

  private static String place(OperationsFile file, OperationsFact fact) {
    return fact.line() > 0 ? file.path() + ":" + fact.line() : file.path();
  }

  private static String some(List<String> all) {
    return Listed.first(all);
  }
}
