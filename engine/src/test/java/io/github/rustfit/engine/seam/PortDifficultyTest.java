package io.github.rustfit.engine.seam;

import static io.github.rustfit.rules.testing.Signed.hot;
import static io.github.rustfit.rules.testing.Signed.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.source.TypeShape.Kind;
import io.github.rustfit.rules.testing.Situation;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Counted by hand. */
class PortDifficultyTest {

  @Test
  void cycles_depth_and_coupling_are_counted() {
    Situation situation =
        new Situation()
            .judged(
                hot(
                    List.of(),
                    type(Kind.CLASS, "com.acme.hot.Tree", List.of("com.acme.hot.Tree.Node")),
                    type(
                        Kind.CLASS,
                        "com.acme.hot.Tree$Node",
                        List.of("java.util.List<com.acme.hot.Edge>", "com.acme.hot.Leaf[]")),
                    type(Kind.CLASS, "com.acme.hot.Edge", List.of("com.acme.hot.Tree.Node")),
                    type(Kind.CLASS, "com.acme.hot.Base", List.of("java.lang.ThreadLocal<byte[]>")),
                    type(Kind.CLASS, "com.acme.hot.Mid", "com.acme.hot.Base", List.of()),
                    type(Kind.CLASS, "com.acme.hot.Leaf", "com.acme.hot.Mid", List.of())))
            .imports(
                "com.acme.rest.Rest", "com.acme.rest.*", "com.acme.hot.Leaf", "java.util.List");

    assertThat(PortDifficulty.of(situation.context()))
        .isEqualTo(new PortDifficulty(6, 2, 3, 2, 0, 1));
  }

  @Test
  void classes_that_extend_each_other_in_a_circle_end() {
    Situation situation =
        new Situation()
            .judged(
                hot(
                    List.of(),
                    type(Kind.CLASS, "com.acme.hot.A", "com.acme.hot.B", List.of()),
                    type(Kind.CLASS, "com.acme.hot.B", "com.acme.hot.A", List.of())));
    PortDifficulty difficulty = PortDifficulty.of(situation.context());
    assertThat(difficulty.largestCycle()).isEqualTo(2);
    assertThat(difficulty.inheritanceDepth()).isEqualTo(100);
  }

  @Test
  void strongly_connected_components() {
    TreeMap<String, SortedSet<String>> edges = new TreeMap<>();
    edges.put("a", new TreeSet<>(Set.of("b", "d")));
    edges.put("b", new TreeSet<>(Set.of("c")));
    edges.put("c", new TreeSet<>(Set.of("a")));
    edges.put("d", new TreeSet<>(Set.of("e")));
    edges.put("e", new TreeSet<>(Set.of("d")));
    edges.put("f", new TreeSet<>(Set.of("f", "a")));
    assertThat(new Cycles(edges).largest()).isEqualTo(3);
    edges.remove("b");
    assertThat(new Cycles(edges).largest()).isEqualTo(2);
    edges.remove("d");
    assertThat(new Cycles(edges).largest()).isEqualTo(1);
    edges.remove("f");
    assertThat(new Cycles(edges).largest()).isZero();
  }

  @Test
  void a_chain_of_any_length_needs_no_stack() {
    TreeMap<String, SortedSet<String>> edges = new TreeMap<>();
    for (int i = 0; i < 100_000; i++) {
      edges.put("n" + i, new TreeSet<>(Set.of("n" + (i + 1) % 100_000)));
    }
    assertThat(new Cycles(edges).largest()).isEqualTo(100_000);
  }
}
