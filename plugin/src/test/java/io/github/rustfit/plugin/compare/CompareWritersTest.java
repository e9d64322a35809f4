package io.github.rustfit.plugin.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.engine.compare.Change;
import io.github.rustfit.engine.compare.ComparedMetric;
import io.github.rustfit.engine.compare.Comparison;
import io.github.rustfit.engine.compare.Effect;
import io.github.rustfit.engine.compare.FindingChanges;
import io.github.rustfit.engine.compare.Margin;
import io.github.rustfit.engine.compare.MetricComparison;
import io.github.rustfit.engine.compare.Setup;
import io.github.rustfit.plugin.report.fixture.Hostile;
import io.github.rustfit.plugin.report.fixture.PublishedSchema;
import io.github.rustfit.plugin.report.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class CompareWritersTest {

  private static final Setup NOTHING =
      new Setup(0, 0, new TreeSet<>(), 0, 0, 0, new TreeSet<>(), new TreeSet<>(), 0);

  private static MetricComparison figure(
      ComparedMetric measure, double before, double after, Effect effect) {
    return new MetricComparison(
        measure,
        OptionalDouble.of(before),
        OptionalDouble.of(after),
        Optional.of(effect),
        Change.WORSE);
  }

  private static Comparison of(MetricComparison... process) {
    return new Comparison(
        Margin.DEFAULT,
        process.length,
        NOTHING,
        NOTHING,
        List.of(process),
        FindingChanges.NONE,
        List.of(),
        List.of());
  }

  @Test
  void a_change_reads_as_a_factor_or_in_points() {
    MetricComparison pauses =
        figure(
            ComparedMetric.PAUSES, 2, 5, new Effect(Effect.Kind.RATIO, 2.5, 1.5, Double.MAX_VALUE));
    MetricComparison share =
        figure(
            ComparedMetric.CPU_SHARE,
            0.25,
            0.3,
            new Effect(Effect.Kind.DIFFERENCE, 0.05, 0.02, 0.081));
    assertThat(CompareText.effect(share)).isEqualTo("+5.0 points (+2.0 to +8.1)");
    assertThat(CompareText.effect(pauses)).startsWith("2.50× (1.50×–");
    assertThat(CompareText.value(ComparedMetric.CPU_SHARE, OptionalDouble.of(0.25)))
        .isEqualTo("25.0 %");
    assertThat(CompareText.value(ComparedMetric.ALLOCATION_RATE, OptionalDouble.of(3 << 20)))
        .isEqualTo("3.0 MiB/s");
    assertThat(CompareText.value(ComparedMetric.PAUSE_P99, OptionalDouble.empty()))
        .isEqualTo("unknown");
  }

  @Test
  void what_has_no_bound_is_null_in_json_and_a_sign_for_people() throws IOException {
    Effect unbounded =
        new Effect(Effect.Kind.RATIO, Double.POSITIVE_INFINITY, 5, Double.POSITIVE_INFINITY);
    Comparison it = of(figure(ComparedMetric.FULL_COLLECTIONS, 0, 10, unbounded));
    JsonNode json = new ObjectMapper().readTree(Comparisons.text(new CompareJson(), it));
    assertThat(json.at("/process/figures/0/effect/high").isNull()).isTrue();
    assertThat(json.at("/process/figures/0/effect/low").asDouble()).isEqualTo(5);
    assertThat(Comparisons.text(new CompareMarkdown("x"), it))
        .contains("unbounded (5.00x-unbounded)");
    Document page = Jsoup.parse(Comparisons.text(new CompareHtml("x", List.of()), it));
    assertThat(page.select("#process-title + .scroll td .badge").text()).isEqualTo("worse");
  }

  @Test
  void hostile_texts_break_out_of_nothing() throws IOException {
    Comparison hostile = Comparisons.hostile();
    String json = Comparisons.text(new CompareJson(), hostile);
    assertThat(PublishedSchema.of("compare").faults(new ObjectMapper().readTree(json))).isEmpty();
    Document page =
        Jsoup.parse(
            Comparisons.text(
                new CompareHtml(Hostile.TEXTS.get(0), Comparisons.hostileGraphs()), hostile));
    assertThat(page.select("script")).hasSize(2); // the graph's data and the page's own
    assertThat(page.select("img, [onload], [onerror], [onmouseover], a[href^=java]")).isEmpty();
    for (String text : Hostile.TEXTS) {
      assertThat(page.select("#components-title ~ .component h3").eachText())
          .contains(Jsoup.parse("<p></p>").select("p").first().text(Texts.shown(text)).text());
    }
    assertThat(Comparisons.text(new CompareMarkdown("x"), hostile).lines())
        .noneMatch(line -> line.contains("<script") || line.contains("<img"));
    for (String line : CompareTable.lines(hostile, "compare.html")) {
      assertThat(line).doesNotContain("\u001B");
    }
  }

  @Test
  void a_side_without_figures_cannot_pass_as_no_regression() {
    assertThat(RegressionMessage.of(of(), "compare.html"))
        .hasValueSatisfying(
            message ->
                assertThat(message)
                    .contains("nobody can say that nothing became worse")
                    .contains("no figure is on both sides"));
  }
}
