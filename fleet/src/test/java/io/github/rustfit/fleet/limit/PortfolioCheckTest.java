package io.github.rustfit.fleet.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.fleet.table.Interval;
import io.github.rustfit.fleet.table.LimitRow;
import io.github.rustfit.fleet.table.PortfolioRow;
import io.github.rustfit.fleet.table.ServiceFacts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Days and money are counted by hand. */
class PortfolioCheckTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private static PortfolioLimits limits(String yaml) {
    LimitsFile.Reading reading =
        LimitsFile.read("limits.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.problems()).isEmpty();
    return reading.limits();
  }

  private static ServiceFacts facts(
      String service, String version, @Nullable String start, double seconds, String currency) {
    return new ServiceFacts(
        service,
        version,
        null,
        List.of(),
        null,
        start,
        start,
        new ServiceFacts.Process(
            seconds > 0 ? 1 : 0, 0, seconds > 0 ? seconds : null, null, null, null, null),
        currency.isEmpty()
            ? ServiceFacts.Money.UNKNOWN
            : new ServiceFacts.Money(currency, 10.0, 100_000.0, 120_000.0),
        "version",
        List.of(),
        null,
        null);
  }

  /** A component of whose CPUs, which cost 100,000 a year, so much could go. */
  private static PortfolioRow row(ServiceFacts facts, String component, @Nullable Interval share) {
    return new PortfolioRow(
        facts,
        component,
        null,
        null,
        "keep-in-java",
        null,
        new Interval(0.9, 0.8, 0.95),
        null,
        null,
        share,
        share == null ? null : "fix",
        null);
  }

  private static List<String> told(String yaml, PortfolioRow... rows) {
    return PortfolioCheck.of(List.of(rows), limits(yaml), TODAY).stream()
        .map(
            one ->
                one.state()
                    + " "
                    + one.where()
                    + " "
                    + one.limit().replace("portfolio.", "")
                    + ": "
                    + one.message())
        .toList();
  }

  @Test
  void the_newest_evidence_of_any_version_has_an_age() {
    // From 2 September to 1 December: 28 days of September, 31, 30 and 1.
    assertThat(
            told(
                "evidenceAgeDays: 90",
                row(facts("a", "1", "2026-09-02", 9, ""), "c", null),
                row(facts("a", "2", "2026-09-02T10:00:00Z", 9, ""), "c", null),
                row(facts("b", "1", "2026-09-01", 9, ""), "c", null),
                row(facts("c", "1", "2027-01-01", 9, ""), "c", null),
                row(facts("d", "1", null, 9, ""), "c", null),
                row(facts("e", "1", "yesterday, about noon", 9, ""), "c", null)))
        .containsExactly(
            "held a evidenceAgeDays: its newest evidence is of 2026-09-02, 90 days before 2026-12-01",
            "crossed b evidenceAgeDays: its newest evidence is of 2026-09-01, 91 days before"
                + " 2026-12-01 (a decision names it evidenceAgeDays)",
            "unchecked c evidenceAgeDays: its newest evidence is of 2027-01-01, which is after"
                + " 2026-12-01",
            "unchecked d evidenceAgeDays: no input says when it was made",
            "unchecked e evidenceAgeDays: the start 'yesterday, about noon' of a recording is no day");
  }

  @Test
  void what_a_change_is_worth_counts_where_all_of_its_range_is_above() {
    // 100,000 a year: half of it is 50,000.
    assertThat(
            told(
                "{wasteYear: 50000, currency: EUR}",
                row(facts("a", "1.9", "2026-09-01", 9, "EUR"), "old", new Interval(0.9, 0.8, 0.95)),
                row(
                    facts("a", "1.10", "2026-10-01", 9, "EUR"),
                    "over",
                    new Interval(0.6, 0.51, 0.7)),
                row(
                    facts("a", "1.10", "2026-10-01", 9, "EUR"),
                    "perhaps",
                    new Interval(0.6, 0.4, 0.7)),
                row(
                    facts("a", "1.10", "2026-10-01", 9, "EUR"),
                    "below",
                    new Interval(0.5, 0.4, 0.7)),
                row(facts("a", "1.10", "2026-10-01", 9, "EUR"), "clean", null),
                row(facts("b", "1", "2026-10-01", 9, "USD"), "over", new Interval(0.6, 0.51, 0.7)),
                row(facts("c", "1", "2026-10-01", 9, ""), "over", new Interval(0.6, 0.51, 0.7)),
                PortfolioRow.withoutComponents(facts("d", "1", "2026-10-01", 9, "EUR"))))
        .containsExactly(
            "crossed a 1.10, over wasteYear: a change is worth 60,000 (51,000 to 70,000) EUR a year"
                + " (a decision names it wasteYear:over)",
            "unchecked a 1.10, perhaps wasteYear: a change is worth 60,000 (40,000 to 70,000) EUR a"
                + " year, which may be less or more",
            "held a 1.10, below wasteYear: a change is worth 50,000 (40,000 to 70,000) EUR a year",
            "held a 1.10, clean wasteYear: nothing was found that could go",
            "unchecked b 1 wasteYear: its prices are in USD",
            "unchecked c 1 wasteYear: its policy does not say how many run, on how many CPUs, at"
                + " what price",
            "unchecked d 1 wasteYear: no component of it is known");
  }

  @Test
  void services_that_are_missed_and_recordings_that_are_short_are_crossed() {
    assertThat(
            told(
                "{services: [a, ghost], recordedSeconds: {limit: 300, level: warning}}",
                row(facts("a", "1", "2026-10-01", 300, ""), "c", null),
                row(facts("b", "1", "2026-10-01", 299, ""), "c", null),
                row(facts("c", "1", "2026-10-01", 0, ""), "c", null)))
        .containsExactly(
            "held a 1 recordedSeconds: its newest version is recorded for 300 s",
            "crossed b 1 recordedSeconds: its newest version is recorded for 299 s (a decision names"
                + " it recordedSeconds)",
            "crossed c 1 recordedSeconds: its newest version is recorded for 0 s (a decision names"
                + " it recordedSeconds)",
            "held a services: something came of it",
            "crossed ghost services: nothing came of it (a decision names it services)");
  }

  @Test
  void a_decision_accepts_until_its_last_day_and_one_of_nothing_is_said() {
    String decisions =
        """
        evidenceAgeDays: 30
        decisions:
          - {service: a, finding: evidenceAgeDays, reason: frozen, owner: ops, date: 2026-01-01, until: %s}
          - {service: ghost, finding: evidenceAgeDays, reason: gone, owner: ops, date: 2026-01-01, until: 2027-01-01}
        """;
    PortfolioRow old = row(facts("a", "1", "2026-10-01", 9, ""), "c", null);
    List<LimitRow> rows =
        PortfolioCheck.of(List.of(old), limits(decisions.formatted("2026-12-01")), TODAY);
    assertThat(rows.get(0).state()).isEqualTo(LimitRow.ACCEPTED);
    assertThat(rows.get(0).decision())
        .isEqualTo("decided by ops on 2026-01-01 until 2026-12-01: frozen");
    assertThat(rows.get(1).message())
        .isEqualTo(
            "the decision about evidenceAgeDays, of which nothing came, names what is not crossed:"
                + " evidenceAgeDays");
    List<LimitRow> later =
        PortfolioCheck.of(List.of(old), limits(decisions.formatted("2026-11-30")), TODAY);
    assertThat(later.get(0).fails()).isTrue();
    assertThat(later.get(1).message())
        .isEqualTo("the decision about evidenceAgeDays is not in force on 2026-12-01");
  }

  @Test
  void a_file_that_is_wrong_is_refused_by_line() {
    for (String[] one :
        new String[][] {
          {"evidenceAgeDay: 90", "evidenceAgeDay"},
          {"evidenceAgeDays: -1", "evidenceAgeDays"},
          {"evidenceAgeDays: many", "evidenceAgeDays"},
          {"wasteYear: 5", "wasteYear has no currency"},
          {"services: ghost", "services"},
          {"recordedSeconds: {limit: 3, level: fatal}", "level"},
          {
            "decisions: [{service: a, finding: x, reason: r, owner: o, date: 2026-13-01, until: 2027-01-01}]",
            "a day that is none"
          }
        }) {
      LimitsFile.Reading reading =
          LimitsFile.read("limits.yaml", one[0].getBytes(StandardCharsets.UTF_8));
      assertThat(reading.problems()).as(one[0]).isNotEmpty();
      assertThat(reading.problems().get(0).text()).contains("limits.yaml:1", one[1]);
      assertThat(reading.limits()).isEqualTo(PortfolioLimits.NONE);
    }
  }
}
