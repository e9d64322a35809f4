package io.github.rustfit.plugin.report.flame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlameTreeTest {

  private static final Frame RUN = new Frame("java.lang.Thread", "run", 840);
  private static final Frame SERVE = new Frame("com.acme.web.Server", "serve", 10);
  private static final Frame GET = new Frame("com.acme.cache.Cache", "get", 20);
  private static final Frame PARSE = new Frame("org.lib.Parser", "parse", 5);
  private static final Frame SYSTEM = new Frame("", "read", 0);

  /** Leaf first, as recordings have it. */
  private static Map.Entry<SampleKey, Weight> sample(long amount, Frame... stack) {
    return Map.entry(new SampleKey(SampleKind.CPU, List.of(stack), ""), new Weight(1, amount, 1));
  }

  private static FlameTree.Node tree(List<Map.Entry<SampleKey, Weight>> samples) {
    return FlameTree.of(
        samples, Set.of("com.acme.cache"), Set.of("com.acme.cache", "com.acme.web"));
  }

  /** Counted by hand: 700 in get itself, 200 below it, 100 beside it. */
  private static final List<Map.Entry<SampleKey, Weight>> SAMPLES =
      List.of(
          sample(700, GET, SERVE, RUN),
          sample(200, PARSE, GET, SERVE, RUN),
          sample(100, SYSTEM, SERVE, RUN));

  @Test
  void widths_are_what_passes_through_a_frame() {
    FlameTree.Node root = tree(SAMPLES);
    FlameTree.Node serve = root.children().get(0).children().get(0);

    assertThat(root.amount()).isEqualTo(1000);
    assertThat(serve.frame()).isEqualTo(SERVE);
    assertThat(serve.amount()).isEqualTo(1000);
    assertThat(serve.own()).isZero();
    assertThat(serve.children())
        .extracting(FlameTree.Node::frame, FlameTree.Node::amount, FlameTree.Node::own)
        .containsExactly(tuple(SYSTEM, 100L, 100L), tuple(GET, 900L, 700L));
  }

  @Test
  void tells_whose_code_a_frame_is() {
    FlameTree.Node run = tree(SAMPLES).children().get(0);
    FlameTree.Node serve = run.children().get(0);
    FlameTree.Node get = serve.children().get(1);

    assertThat(run.owner()).isEqualTo(FlameTree.Owner.JDK);
    assertThat(serve.owner()).isEqualTo(FlameTree.Owner.APPLICATION);
    assertThat(get.owner()).isEqualTo(FlameTree.Owner.OWN);
    assertThat(get.children().get(0).owner()).isEqualTo(FlameTree.Owner.LIBRARY);
    assertThat(serve.children().get(0).owner()).isEqualTo(FlameTree.Owner.OTHER);
  }

  @Test
  void what_nobody_could_see_is_left_out_and_stays_in_the_width_of_its_caller() {
    FlameTree.Node root = tree(List.of(sample(9_999, GET), sample(1, SERVE, RUN)));

    assertThat(root.amount()).isEqualTo(10_000);
    assertThat(root.children()).extracting(FlameTree.Node::frame).containsExactly(GET);
  }

  @Test
  void a_stack_without_end_is_cut() {
    List<Frame> deep = new ArrayList<>(Collections.nCopies(100_000, GET));
    FlameTree.Node at = tree(List.of(sample(5, deep.toArray(Frame[]::new))));
    int depth = 0;
    while (!at.children().isEmpty()) {
      at = at.children().get(0);
      depth++;
    }
    assertThat(depth).isEqualTo(400);
    assertThat(at.own()).isEqualTo(5);
  }

  @Test
  void the_page_gets_nodes_in_pre_order_and_each_name_once() throws Exception {
    JsonNode data = new ObjectMapper().readTree(FlameData.of("CPU", "nanoseconds", tree(SAMPLES)));

    List<String> rows = new ArrayList<>();
    for (JsonNode row : data.get("nodes")) {
      rows.add(
          row.get(0)
              + " "
              + data.get("names").get(row.get(1).asInt()).asText()
              + ":"
              + row.get(2)
              + " "
              + data.get("owners").get(row.get(3).asInt()).asText()
              + " "
              + row.get(4)
              + " "
              + row.get(5));
    }
    assertThat(rows)
        .containsExactly(
            "0 all:0 other 1000 0",
            "1 java.lang.Thread.run:840 jdk 1000 0",
            "2 com.acme.web.Server.serve:10 application 1000 0",
            "3 read:0 other 100 100",
            "3 com.acme.cache.Cache.get:20 own 900 700",
            "4 org.lib.Parser.parse:5 library 200 200");
  }

  @Test
  void no_name_can_end_the_script_element() {
    Frame hostile = new Frame("", "</script><script>alert(1)</script><!--\u2028", 0);
    assertThat(FlameData.of("</script>", "bytes", tree(List.of(sample(1, hostile)))))
        .doesNotContain("<", ">", "\u2028")
        .contains("\\u003C/script\\u003E", "\\u2028");
  }
}
