package io.github.rustfit.plugin.report.flame;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
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

class FlameDifferenceTest {

  private static JsonNode data(FlameDifference graph) throws JsonProcessingException {
    return new ObjectMapper().readTree(graph.data());
  }

  private static List<String> rows(FlameDifference graph) throws JsonProcessingException {
    JsonNode data = data(graph);
    List<String> rows = new ArrayList<>();
    for (JsonNode node : data.get("nodes")) {
      List<String> cells = new ArrayList<>();
      cells.add(
          " ".repeat(node.get(0).asInt()) + data.get("names").get(node.get(1).asInt()).asText());
      cells.add(data.get("owners").get(node.get(2).asInt()).asText());
      for (int i = 3; i < node.size(); i++) {
        cells.add(String.valueOf(node.get(i).asLong() / 1_000_000.0));
      }
      rows.add(String.join(" ", cells));
    }
    return rows;
  }

  private static FlameDifference of(
      List<Map.Entry<SampleKey, Weight>> before, List<Map.Entry<SampleKey, Weight>> after) {
    return FlameDifference.of(SampleKind.CPU, before, after, Set.of("a"));
  }

  /** In thousandths of each side, counted by hand: 600 of 1,000 and 50 of 100. */
  @Test
  void each_side_is_shares_of_itself_whatever_its_load_and_its_lines() throws Exception {
    FlameDifference graph = DrawnDifferences.byHand().get(0);
    assertThat(rows(graph))
        .containsExactly(
            "all all 1000.0 0.0 1000.0 0.0",
            " a.Work.run own 1000.0 0.0 1000.0 0.0",
            "  a.Work.parse own 600.0 600.0 500.0 500.0",
            "  a.Work.print own 400.0 400.0 0.0 0.0",
            "  a.Work.store own 0.0 0.0 500.0 500.0");
    assertThat(data(graph).get("sides").toString()).isEqualTo("[1000,100]");
    assertThat(graph.sentences()).containsExactly("4 frames drawn.");
  }

  @Test
  void what_was_wide_on_either_side_is_kept_and_the_rest_is_told() throws Exception {
    List<Map.Entry<SampleKey, Weight>> before = new ArrayList<>();
    before.add(DrawnDifferences.sample("gone", 1, 1_000, 1));
    before.add(DrawnDifferences.sample("stays", 1, 99_000, 1));
    List<Map.Entry<SampleKey, Weight>> after = new ArrayList<>();
    after.add(DrawnDifferences.sample("stays", 1, 99_950, 1));
    after.add(DrawnDifferences.sample("narrow", 1, 50, 1)); // 0.05 % is less than 0.1 %
    FlameDifference graph = of(before, after);
    assertThat(rows(graph))
        .anyMatch(row -> row.contains("gone"))
        .noneMatch(row -> row.contains("narrow"));
    assertThat(graph.sentences())
        .containsExactly(
            "3 frames drawn.",
            "1 frame not drawn, for being narrower than 0.1 % of both sides or not among the 5,000"
                + " widest.",
            "What is not drawn is in the shares of its callers.");
  }

  @Test
  void a_stack_that_is_too_deep_is_cut_and_told() {
    SampleKey deep =
        new SampleKey(SampleKind.CPU, Collections.nCopies(500, new Frame("a.Work", "down", 1)), "");
    List<Map.Entry<SampleKey, Weight>> samples = List.of(Map.entry(deep, Weight.of(10)));
    assertThat(of(samples, samples).sentences()).contains("2 stacks cut 400 calls above the root.");
  }

  @Test
  void a_side_without_stacks_is_told_and_nothing_is_drawn() {
    List<Map.Entry<SampleKey, Weight>> some = List.of(DrawnDifferences.sample("run", 1, 9, 9));
    List<Map.Entry<SampleKey, Weight>> bare =
        List.of(Map.entry(new SampleKey(SampleKind.CPU, List.of(), ""), Weight.of(9)));
    for (List<Map.Entry<SampleKey, Weight>> none :
        List.of(bare, List.<Map.Entry<SampleKey, Weight>>of())) {
      assertThat(of(some, none).drawn()).isFalse();
      assertThat(of(some, none).sentences())
          .containsExactly(
              "The side after has no stacks of CPU samples, so that there is nothing to lay over"
                  + " each other.");
      assertThat(of(none, some).sentences().get(0)).startsWith("The side before has no stacks");
      assertThat(of(none, none).sentences().get(0)).startsWith("Neither side has stacks of CPU");
    }
  }

  @Test
  void equal_samples_make_equal_graphs_in_whatever_order_they_come() {
    List<Map.Entry<SampleKey, Weight>> samples = new ArrayList<>();
    for (int i = 1; i <= 97; i++) {
      samples.add(DrawnDifferences.sample("m" + i, i, i, 7));
    }
    List<Map.Entry<SampleKey, Weight>> turned = new ArrayList<>(samples);
    Collections.reverse(turned);
    assertThat(of(samples, turned).data()).isEqualTo(of(turned, samples).data());
  }
}
