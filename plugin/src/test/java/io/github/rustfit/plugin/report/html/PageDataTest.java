package io.github.rustfit.plugin.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rustfit.engine.assessment.WhatIf;
import io.github.rustfit.engine.economics.EconomicsBasis;
import io.github.rustfit.plugin.report.fixture.EveryFigure;
import io.github.rustfit.plugin.report.fixture.Rendered;
import io.github.rustfit.plugin.report.fixture.Trees;
import io.github.rustfit.plugin.report.flame.FlameGraphs;
import io.github.rustfit.plugin.report.flame.Unowned;
import io.github.rustfit.plugin.report.output.Placed;
import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.policy.ThreePoint;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.stats.Share;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads back every number that the page's script draws or calculates with. */
class PageDataTest {

  private static Document page;
  private static JsonNode data;

  @BeforeAll
  static void write() throws IOException {
    HtmlReport writer = new HtmlReport(Placed.of("shop"), graphs(), Excerpts.NONE, whatIf());
    page = Jsoup.parse(Rendered.text(writer, EveryFigure.assessment()));
    data = Trees.read(page.expectFirst("#data").data());
  }

  private static FlameGraphs graphs() {
    Unowned unowned =
        new Unowned(
            new FlameGraphs.Link("flamegraphs/unowned-cpu.html", "CPU time", "{}"),
            List.of(
                new Unowned.Area(
                    "Tomcat request threads",
                    0.131,
                    List.of(
                        new Unowned.Area("org.apache.catalina", 0.083, List.of()),
                        new Unowned.Area("JDK", 0.048, List.of()))),
                new Unowned.Area("3 others", 0.017, List.of())));
    return new FlameGraphs(List.of(), Optional.empty(), Map.of(), Optional.of(unowned));
  }

  private static WhatIf.Step step(Answer answer) {
    return new WhatIf.Step(answer, false);
  }

  private static WhatIf whatIf() {
    return new WhatIf(
        List.of(10.5, 45.25, 90.5),
        List.of(
            new WhatIf.Reaction(
                "shop/price",
                new EconomicsBasis(
                    4_217,
                    new ThreePoint(0.031, 0.059, 0.088),
                    0.017,
                    0.103,
                    new Share(0.307, 0.293, 0.311, 1_601),
                    3.7,
                    "",
                    "Record allocation."),
                Map.of(
                    Topic.ECONOMICS,
                    List.of(new WhatIf.Vote("migration-pays", Role.SUFFICIENT, Answer.YES, false)),
                    Topic.LIFETIME,
                    List.of(
                        new WhatIf.Vote("declared-horizon", Role.REFUSING, Answer.YES, false),
                        new WhatIf.Vote("another", Role.NECESSARY, Answer.UNKNOWN, true)),
                    Topic.TEAM,
                    List.of()),
                Map.of(
                    Topic.HOT_PATH,
                    List.of(step(Answer.YES), step(Answer.NO), step(Answer.UNKNOWN)),
                    Topic.CAUSE,
                    List.of(step(Answer.NO), step(Answer.NO), step(Answer.YES)),
                    Topic.REACH,
                    List.of(
                        new WhatIf.Step(Answer.UNKNOWN, true), step(Answer.YES), step(Answer.YES))),
                true),
            new WhatIf.Reaction(
                "shop/basket",
                new EconomicsBasis(
                    617,
                    new ThreePoint(0.011, 0.013, 0.019),
                    0.007,
                    0.023,
                    new Share(0.1511, 0.1409, 0.1613, 1_607),
                    0,
                    "Record CPU.",
                    ""),
                new EnumMap<>(Topic.class),
                Map.of(),
                false)));
  }

  @Test
  void the_treemap_draws_each_share_of_each_component() throws IOException {
    same("treemap");
  }

  @Test
  void the_pause_charts_draw_each_pause_percentile_and_heap_size() throws IOException {
    same("pauses");
  }

  @Test
  void the_page_calculates_with_what_was_declared_and_measured() throws IOException {
    same("whatIf");
  }

  private static void same(String part) throws IOException {
    JsonNode expected = Trees.expected(PageDataTest.class, "every-drawing.json");
    assertThat(Trees.differences(expected.get(part), data.get(part))).isEmpty();
  }

  @Test
  void every_control_shows_what_is_declared() {
    assertThat(
            page.select("#what-if [data-key]").stream()
                .map(control -> control.attr("data-key") + " = " + value(control)))
        .containsExactly(
            "fleet.instances = 1009",
            "fleet.memoryGiB = 31.5",
            "fleet.vCpus = 5",
            "fleet.pricePerGiBYear = 43.25",
            "fleet.pricePerVCpuYear = 359.5",
            "fleet.binding = cpu",
            "fleet.targetSavingPerYear = 90001",
            "team.size = 23",
            "team.systemsExperienced = 2",
            "team.seniority = senior",
            "team.rampUpMonths = 4.5",
            "personMonthCost = 12101",
            "horizon.years = 5.5",
            "serviceLevel.targetMs = 1");
    assertThat(page.select("input[type=range]").attr("max")).isEqualTo("2");
  }

  private static String value(Element control) {
    Element chosen = control.selectFirst("option[selected]");
    return chosen == null ? control.val() : chosen.val();
  }
}
