package io.github.rustfit.plugin.report.flame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.readers.crates.CrateCatalogueReader;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.policy.Policy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Components are the modules here, each with one class {@code com.<module>.Main}. */
class FlameGraphsTest {

  private static FlameGraphs graphs(Map<SampleKey, Weight> samples, String... modules) {
    TreeSet<SourceFile> sources = new TreeSet<>();
    for (String module : modules) {
      String name = "com." + module + ".Main";
      sources.add(
          new SourceFile(
              module,
              module + "/Main.java",
              "00",
              SourceFile.Role.MAIN,
              "com." + module,
              10,
              Collections.emptySortedSet(),
              List.of(new SourceType(name, 1, 10, List.of(), Optional.empty())),
              Collections.emptySortedSet(),
              Collections.emptySortedSet()));
    }
    Map<SampleKind, Long> observed = new HashMap<>();
    samples.keySet().forEach(key -> observed.put(key.kind(), 60_000_000_000L));
    ProfileSummary profile =
        new ProfileSummary(
            60_000_000_000L,
            observed,
            samples,
            Tally.UNKNOWN,
            Tally.UNKNOWN,
            new TreeSet<>(),
            new TreeSet<>(),
            RecordingFacts.EMPTY);
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            new TreeMap<>(Map.of("00", profile)),
            new TreeMap<>(),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            sources,
            new TreeSet<>(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());
    Rules rules = Rules.load(FlameGraphsTest.class.getClassLoader());
    return FlameGraphs.of(
        evidence,
        new Assessor(Policy.DEFAULT, CrateCatalogueReader.builtIn(), rules).assess(evidence));
  }

  private static SampleKey cpu(String module) {
    return new SampleKey(
        SampleKind.CPU, List.of(new Frame("com." + module + ".Main", "run", 3)), "");
  }

  private static long total(FlameGraph graph) {
    return graph.samples().stream().mapToLong(sample -> sample.getValue().amount()).sum();
  }

  @Test
  void each_component_with_a_hundredth_of_the_time_has_one_and_so_has_the_whole() {
    FlameGraphs graphs =
        graphs(
            Map.of(
                cpu("large"), Weight.of(980, 10),
                cpu("just"), Weight.of(10, 10),
                cpu("small"), Weight.of(9, 10),
                cpu("stranger"), Weight.of(1, 10)),
            "large",
            "just",
            "small",
            "idle");
    assertThat(graphs.graphs())
        .extracting(FlameGraph::fileName, FlameGraphsTest::total)
        .containsExactly(
            tuple("all-cpu.html", 10_000L),
            tuple("just-cpu.html", 100L),
            tuple("large-cpu.html", 9_800L));
    assertThat(graphs.whole()).map(FlameGraphs.Link::file).contains("flamegraphs/all-cpu.html");
    assertThat(graphs.links().get("just"))
        .extracting(FlameGraphs.Link::file, FlameGraphs.Link::text, FlameGraphs.Link::id)
        .containsExactly(tuple("flamegraphs/just-cpu.html", "CPU time", "just-cpu"));
    assertThat(graphs.links().get("small")).isEmpty();
  }

  private static SampleKey nobodys(Frame... stack) {
    return new SampleKey(SampleKind.CPU, List.of(stack), "");
  }

  /** Of 1,000 samples, by hand: 700 own, 200 of a server (150 in a parser), 100 native. */
  @Test
  void what_nobody_owns_has_a_graph_and_areas_that_add_up() {
    Frame server = new Frame("org.apache.tomcat.util.net.NioEndpoint$SocketProcessor", "run", 1);
    Frame thread = new Frame("java.lang.Thread", "run", 2);
    Frame parser = new Frame("com.fasterxml.jackson.core.Parser", "next", 3);
    FlameGraphs graphs =
        graphs(
            Map.of(
                cpu("large"), Weight.of(700, 10),
                nobodys(parser, server, thread), Weight.of(150, 10),
                nobodys(server, thread), Weight.of(50, 10),
                nobodys(new Frame("", "epoll_wait", 0)), Weight.of(100, 10)),
            "large");
    assertThat(graphs.graphs())
        .extracting(FlameGraph::fileName, FlameGraphsTest::total)
        .contains(tuple("unowned-cpu.html", 3_000L));
    Unowned unowned = graphs.unowned().orElseThrow();
    assertThat(unowned.link().file()).isEqualTo("flamegraphs/unowned-cpu.html");
    assertThat(unowned.areas())
        .containsExactly(
            new Unowned.Area(
                "Tomcat request threads",
                0.2,
                List.of(
                    new Unowned.Area("com.fasterxml.jackson", 0.15, List.of()),
                    new Unowned.Area("org.apache.tomcat", 0.05, List.of()))),
            new Unowned.Area(
                "native code", 0.1, List.of(new Unowned.Area("native code", 0.1, List.of()))));
  }

  /** 20 libraries of 1 to 20 samples: 11 largest, and 9 with 1 + 2 + … + 9 = 45 of 310. */
  @Test
  void areas_are_bounded_and_what_is_folded_is_one_of_them() {
    Map<SampleKey, Weight> samples = new HashMap<>(Map.of(cpu("large"), Weight.of(100, 10)));
    for (int i = 1; i <= 20; i++) {
      Frame library = new Frame("lib.n" + i + ".Work", "run", 1);
      samples.put(nobodys(library, new Frame("org.junit.Runner", "run", 1)), Weight.of(i, 10));
    }
    Unowned.Area junit = graphs(samples, "large").unowned().orElseThrow().areas().get(0);
    assertThat(junit.name()).isEqualTo("JUnit");
    assertThat(junit.parts()).hasSize(12);
    assertThat(junit.parts().get(0).name()).isEqualTo("lib.n20");
    assertThat(junit.parts().get(11).name()).isEqualTo("9 others");
    assertThat(junit.parts().get(11).share()).isCloseTo(45.0 / 310, within(1e-9));
  }

  @Test
  void a_component_may_be_called_all() {
    assertThat(graphs(Map.of(cpu("all"), Weight.of(1)), "all").graphs())
        .extracting(FlameGraph::fileName)
        .containsExactly("all-cpu.html", "all-2-cpu.html");
  }

  @Test
  void allocation_alone_has_no_graph_of_cpu_time() {
    SampleKey key =
        new SampleKey(
            SampleKind.ALLOCATION, List.of(new Frame("com.web.Main", "run", 3)), "byte[]");
    FlameGraphs graphs = graphs(Map.of(key, Weight.of(4096)), "web");
    assertThat(graphs.graphs())
        .extracting(FlameGraph::fileName)
        .containsExactly("web-allocation.html");
    assertThat(graphs.whole()).isEmpty();
  }

  @Test
  void without_samples_there_is_none() {
    assertThat(graphs(Map.of(), "web").graphs()).isEmpty();
  }
}
