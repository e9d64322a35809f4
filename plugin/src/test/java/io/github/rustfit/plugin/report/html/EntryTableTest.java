package io.github.rustfit.plugin.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Unattributed;
import io.github.rustfit.engine.economics.RequestPrice;
import io.github.rustfit.plugin.report.fixture.CacheService;
import io.github.rustfit.plugin.report.fixture.Entries;
import io.github.rustfit.plugin.report.fixture.PublishedSchema;
import io.github.rustfit.plugin.report.fixture.Rendered;
import io.github.rustfit.rules.component.ProgramEntries;
import io.github.rustfit.rules.stats.Share;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class EntryTableTest {

  private static Assessment with(ProgramEntries entries) {
    Assessment calm = CacheService.assessment();
    Unattributed before = calm.unattributed();
    return new Assessment(
        calm.inputs(),
        calm.policy(),
        calm.rules(),
        calm.profile(),
        calm.gc(),
        new Unattributed(before.cpu(), before.tests(), before.ownership(), entries),
        calm.components(),
        calm.limitCheck(),
        calm.problems(),
        calm.repository(),
        calm.nativeParts());
  }

  private static EntryTable table(ProgramEntries entries, Optional<RequestPrice> price) {
    return new EntryTable(CacheService.assessment(), entries, price);
  }

  @Test
  void ten_thousand_entry_points_leave_the_page_short() throws IOException {
    Document page = Jsoup.parse(Rendered.html(with(Entries.many(10_000))));

    Element shown = page.expectFirst("#entries ~ .scroll > table");
    assertThat(shown.select("tbody tr")).hasSize(10);
    Element folded = page.expectFirst("#entries ~ details");
    assertThat(folded.expectFirst("summary").text()).isEqualTo("The next 50 entry points");
    assertThat(folded.select("tbody tr")).hasSize(50);
    assertThat(page.expectFirst("#entries ~ details + p").text())
        .isEqualTo("9,940 more; the first 200 are in report.json.");
  }

  @Test
  void ten_thousand_entry_points_leave_the_report_short() throws IOException {
    JsonNode report = new ObjectMapper().readTree(Rendered.json(with(Entries.many(10_000))));

    assertThat(report.get("entryPoints")).hasSize(200);
    assertThat(report.get("entryPointsOmitted").asInt()).isEqualTo(9_800);
    assertThat(PublishedSchema.of("report").faults(report)).isEmpty();
  }

  @Test
  void what_is_left_out_is_said_and_nothing_else() {
    assertThat(table(Entries.many(60), Optional.empty()).more()).isEmpty();
    assertThat(table(Entries.many(61), Optional.empty()).more())
        .isEqualTo("1 more; all are in report.json.");
    assertThat(table(Entries.many(9), Optional.empty()).folded()).isEmpty();
  }

  @Test
  void a_program_without_any_has_no_table() throws IOException {
    Document page = Jsoup.parse(Rendered.html(with(ProgramEntries.UNKNOWN)));

    assertThat(page.select("#entries")).isEmpty();
  }

  /** 2 × 354.6 × 1000 / (50 × 365 × 86,400) = 0.000449772; a hundredth of it 0.00000449772. */
  @Test
  void a_price_is_that_of_the_process_and_says_what_it_rests_on() {
    EntryTable table = table(Entries.many(1), Optional.of(new RequestPrice(50, 2, 354.6, "EUR")));

    assertThat(table.priceText())
        .isEqualTo(
            "CPU price: at the declared 50 requests per second an instance's 2 CPUs cost 0.00045 EUR"
                + " for each 1,000 requests of the process, of whatever kind and idle time included,"
                + " which the CPU shares of the recordings divide among the entry points.");
    assertThat(table.price(table.first().get(0))).isEqualTo("0.0000045 EUR");
    assertThat(table(Entries.many(1), Optional.empty()).priceText()).isEmpty();
  }

  @Test
  void what_waits_and_cuts_leave_open_is_said() {
    EntryTable none = table(Entries.many(1), Optional.empty());
    assertThat(none.waitsText())
        .isEqualTo(
            "Waiting by entry point is not known: no waiting that certainly delays a piece of work"
                + " was recorded.");
    assertThat(none.cutText()).isEmpty();
    EntryTable cut =
        table(
            new ProgramEntries(List.of(), Share.wilson(1, 4), ProgramEntries.Waits.WALL_CLOCK),
            Optional.empty());
    assertThat(cut.cutText()).startsWith("25.0 % of the CPU samples are missing here: ");
    assertThat(cut.waitsText()).endsWith(", by wall clock samples.");
  }
}
