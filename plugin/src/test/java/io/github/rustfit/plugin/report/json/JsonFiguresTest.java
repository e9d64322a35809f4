package io.github.rustfit.plugin.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rustfit.plugin.report.fixture.EveryFigure;
import io.github.rustfit.plugin.report.fixture.Rendered;
import io.github.rustfit.plugin.report.fixture.Trees;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads every figure of {@code report.json} back; what is expected was worked out by hand. */
class JsonFiguresTest {

  private JsonNode report;

  @BeforeEach
  void write() throws IOException {
    report = Trees.read(Rendered.json(EveryFigure.assessment()));
  }

  @Test
  void every_figure_of_the_process_and_of_the_policy_stands_in_its_place() throws IOException {
    JsonNode process = ((ObjectNode) report.deepCopy()).without("components");

    assertThat(Trees.differences(Trees.expected(getClass(), "every-figure.json"), process))
        .isEmpty();
  }

  @Test
  void every_figure_of_a_component_stands_in_its_place() throws IOException {
    assertThat(
            Trees.differences(
                Trees.expected(getClass(), "every-component.json"), report.at("/components/2")))
        .isEmpty();
  }

  @Test
  void each_component_has_its_own_figures() throws IOException {
    assertThat(report.get("components")).hasSize(3);
    JsonNode basket = report.at("/components/0");
    assertThat(basket.get("name").asText()).isEqualTo("shop/basket");
    assertThat(basket.get("linesOfCode").asInt()).isEqualTo(613);
    assertThat(basket.get("verdict").asText()).isEqualTo("not-enough-evidence");
    assertThat(
            Trees.differences(
                Trees.read(
                    "{\"samples\": 409, \"share\": 0.0851, \"low\": 0.0773, \"high\": 0.0937}"),
                basket.get("cpu")))
        .isEmpty();
    assertThat(
            Trees.differences(
                Trees.read(
                    "{\"bytes\": 500009, \"share\": 0.1511, \"low\": 0.1409, \"high\": 0.1613}"),
                basket.get("allocation")))
        .isEmpty();
    assertThat(
            Trees.differences(
                Trees.read("{\"description\": \"Ends TLS.\", \"shape\": \"service\"}"),
                report.at("/components/1/planned")))
        .isEmpty();
  }

  /**
   * h = 1 − (1 − 2000 / 757 × (64.466 / 2000 + S))³ for a request that works for S = 0, or for all
   * of the 45.25 ms that it may take.
   */
  @Test
  void what_is_not_declared_ranges_over_all_that_it_could_be() throws IOException {
    assertThat(
            Trees.differences(
                Trees.read(
                    "{\"hitLow\": \"≈0.234341\", \"hitHigh\": \"≈0.496991\", \"allowed\": 0.005,"
                        + " \"fromPercentile\": \"≈50.301\"}"),
                Trees.read(Rendered.json(EveryFigure.withoutServiceTime()))
                    .at("/runtime/gc/visibility")))
        .isEmpty();
  }
}
