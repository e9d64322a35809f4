package io.github.rustfit.plugin.report.flame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.profile.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    return tree(samples, FlameTree.Bounds.EMBEDDED).root();
  }

  private static FlameTree tree(
      List<Map.Entry<SampleKey, Weight>> samples, FlameTree.Bounds bounds) {
    return FlameTree.of(
        samples, Set.of("com.acme.cache"), Set.of("com.acme.cache", "com.acme.web"), bounds);
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

  /** By hand: of ten samples that stand for 700, six in a pool, three in main, one not named. */
  @Test
  void each_group_of_threads_is_a_frame_below_its_stacks() {
    Map.Entry<SampleKey, Weight> get =
        Map.entry(new SampleKey(SampleKind.CPU, List.of(GET, RUN), ""), new Weight(10, 700, 1));
    Map.Entry<SampleKey, Weight> read =
        Map.entry(new SampleKey(SampleKind.CPU, List.of(SYSTEM), ""), new Weight(2, 100, 1));
    ThreadSamples threads =
        new ThreadSamples(
            Map.of(List.of(GET, RUN), new TreeMap<>(Map.of("pool-#", 6L, "main", 3L))));
    FlameTree tree =
        FlameTree.byThread(
            List.of(get, read),
            threads,
            Set.of("com.acme.cache"),
            Set.of(),
            FlameTree.Bounds.BY_THREAD);
    assertThat(tree.root().amount()).isEqualTo(800);
    assertThat(tree.root().own()).isZero();
    assertThat(tree.root().children())
        .extracting(group -> group.frame().method(), FlameTree.Node::owner, FlameTree.Node::amount)
        .containsExactly(
            tuple("main", FrameOwner.ALL, 210L),
            tuple("not named", FrameOwner.ALL, 170L),
            tuple("pool-#", FrameOwner.ALL, 420L));
    FlameTree.Node pool = tree.root().children().get(2);
    assertThat(pool.children())
        .extracting(FlameTree.Node::frame, FlameTree.Node::owner, FlameTree.Node::amount)
        .containsExactly(tuple(RUN, FrameOwner.JDK, 420L));
    assertThat(pool.children().get(0).children())
        .extracting(FlameTree.Node::frame, FlameTree.Node::owner, FlameTree.Node::own)
        .containsExactly(tuple(GET, FrameOwner.OWN, 420L));
  }

  @Test
  void tells_whose_code_a_frame_is() {
    FlameTree.Node run = tree(SAMPLES).children().get(0);
    FlameTree.Node serve = run.children().get(0);
    FlameTree.Node get = serve.children().get(1);

    assertThat(tree(SAMPLES).owner()).isEqualTo(FrameOwner.ALL);
    assertThat(run.owner()).isEqualTo(FrameOwner.JDK);
    assertThat(serve.owner()).isEqualTo(FrameOwner.APPLICATION);
    assertThat(get.owner()).isEqualTo(FrameOwner.OWN);
    assertThat(get.children().get(0).owner()).isEqualTo(FrameOwner.LIBRARY);
    assertThat(serve.children().get(0).owner()).isEqualTo(FrameOwner.NATIVE);
  }

  /** Stacks as async-profiler records them of HotSpot 17's threads. */
  @Test
  void the_jvms_own_work_is_told_from_other_native_code() {
    FlameTree.Node root =
        tree(
            List.of(
                sample(
                    1,
                    nativeCode("memcpy"),
                    nativeCode("G1ParTask::work"),
                    nativeCode("start_thread")),
                sample(
                    1,
                    nativeCode("Parse::do_call"),
                    nativeCode("CompileBroker::compiler_thread_loop"),
                    nativeCode("JavaThread::thread_main_inner")),
                sample(1, nativeCode("sqlite::Statement::step"), GET)));
    assertThat(owners(root))
        .containsExactlyInAnyOrder(
            "G1ParTask::work JVM",
            "Parse::do_call JVM",
            "CompileBroker::compiler_thread_loop JVM",
            "JavaThread::thread_main_inner NATIVE",
            "all ALL",
            "get OWN",
            "memcpy JVM",
            "sqlite::Statement::step NATIVE",
            "start_thread NATIVE");
  }

  private static Frame nativeCode(String symbol) {
    return new Frame("", symbol, 0);
  }

  private static List<String> owners(FlameTree.Node node) {
    List<String> owners = new ArrayList<>(List.of(node.frame().method() + " " + node.owner()));
    node.children().forEach(child -> owners.addAll(owners(child)));
    return owners;
  }

  @Test
  void what_is_allocated_is_no_code() {
    SampleKey key = new SampleKey(SampleKind.ALLOCATION, List.of(GET), "byte[]");
    FlameTree.Node get = tree(List.of(Map.entry(key, Weight.of(1L << 40)))).children().get(0);
    assertThat(get.children())
        .extracting(one -> one.frame().method(), FlameTree.Node::owner, FlameTree.Node::own)
        .containsExactly(tuple("byte[]", FrameOwner.TYPE, 1L << 40));
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

  /** A chain of 3 frames, then 10 and 100 times 9 beside each other: 4 + 10 are asked for. */
  @Test
  void of_too_many_frames_the_widest_are_kept_with_their_callers() {
    List<Map.Entry<SampleKey, Weight>> samples = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Frame wide = new Frame("", "wide" + i, 0);
      samples.add(sample(100, wide, GET, SERVE, RUN));
      for (int j = 0; j < 100; j++) {
        samples.add(sample(9, new Frame("", "narrow" + j, 0), wide, GET, SERVE, RUN));
      }
    }
    FlameTree tree = tree(samples, new FlameTree.Bounds(0, 10, 13));
    FlameTree.Node get = tree.root().children().get(0).children().get(0).children().get(0);

    assertThat(tree.drawn()).isEqualTo(13);
    assertThat(tree.leftOut()).isEqualTo(1000);
    assertThat(get.frame()).isEqualTo(GET);
    assertThat(get.amount()).isEqualTo(10_000);
    assertThat(get.children()).hasSize(10).allMatch(one -> one.amount() == 1000);
    assertThat(get.children()).allMatch(one -> one.children().isEmpty());
  }

  @Test
  void what_is_cut_is_counted() {
    List<Frame> deep = Collections.nCopies(11, GET);
    FlameTree tree =
        tree(
            List.of(sample(5, deep.toArray(Frame[]::new)), sample(5, GET)),
            new FlameTree.Bounds(0, 10, 100));
    assertThat(tree.drawn()).isEqualTo(10);
    assertThat(tree.leftOut()).isZero();
    assertThat(tree.stacksCut()).isEqualTo(1);
  }

  @Test
  void the_page_gets_nodes_in_pre_order_and_each_name_once() throws Exception {
    JsonNode data =
        new ObjectMapper()
            .readTree(FlameData.of("CPU", "nanoseconds", tree(SAMPLES), Optional.empty()));

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
            "0 all:0 all 1000 0",
            "1 java.lang.Thread.run:840 jdk 1000 0",
            "2 com.acme.web.Server.serve:10 application 1000 0",
            "3 read:0 native 100 100",
            "3 com.acme.cache.Cache.get:20 own 900 700",
            "4 org.lib.Parser.parse:5 library 200 200");
  }

  @Test
  void no_name_can_end_the_script_element() {
    Frame hostile = new Frame("", "</script><script>alert(1)</script><!--\u2028", 0);
    assertThat(
            FlameData.of("</script>", "bytes", tree(List.of(sample(1, hostile))), Optional.empty()))
        .doesNotContain("<", ">", "\u2028")
        .contains("\\u003C/script\\u003E", "\\u2028");
  }
}
