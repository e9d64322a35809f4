package io.github.rustfit.plugin.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.rustfit.engine.compare.Change;
import io.github.rustfit.engine.compare.ComparedMetric;
import io.github.rustfit.engine.compare.Comparison;
import io.github.rustfit.engine.compare.ComponentComparison;
import io.github.rustfit.engine.compare.Effect;
import io.github.rustfit.engine.compare.FindingChanges;
import io.github.rustfit.engine.compare.Judgement;
import io.github.rustfit.engine.compare.Margin;
import io.github.rustfit.engine.compare.MetricComparison;
import io.github.rustfit.engine.compare.Setup;
import io.github.rustfit.plugin.report.fixture.Draft;
import io.github.rustfit.plugin.report.output.Asset;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a comparison's words and limits change; what is expected was counted by hand. */
class CompareEdgesTest {

  private static final Setup NOTHING = side(0, 0, 0);

  private static Setup side(int runs, long samples, long gcNanos) {
    return new Setup(
        0, runs, new TreeSet<>(), 0, samples, gcNanos, new TreeSet<>(), new TreeSet<>(), 0);
  }

  private static MetricComparison figure(ComparedMetric measure, Change change, double value) {
    return new MetricComparison(
        measure,
        OptionalDouble.of(1),
        OptionalDouble.of(value),
        Optional.of(new Effect(Effect.Kind.RATIO, value, value, value)),
        change);
  }

  private static List<MetricComparison> worse(int count) {
    return Collections.nCopies(count, figure(ComparedMetric.PAUSES, Change.WORSE, 2));
  }

  private static Comparison of(int statements, Setup before, Setup after) {
    return of(statements, before, after, List.of(), FindingChanges.NONE, List.of());
  }

  private static Comparison of(
      int statements,
      Setup before,
      Setup after,
      List<MetricComparison> process,
      FindingChanges findings,
      List<ComponentComparison> components) {
    return new Comparison(
        Margin.DEFAULT, statements, before, after, process, findings, components, List.of());
  }

  private static Comparison process(List<MetricComparison> figures) {
    return of(1, NOTHING, NOTHING, figures, FindingChanges.NONE, List.of());
  }

  private static Comparison components(int statements, List<ComponentComparison> components) {
    return of(statements, NOTHING, NOTHING, List.of(), FindingChanges.NONE, components);
  }

  private static Optional<Judgement> judged(String gates) {
    var one = new Draft("x", "x", "", 1).gates(gates).done();
    return Optional.of(new Judgement(one.verdict(), one.gates()));
  }

  private static ComponentComparison component(
      String name, String before, String after, MetricComparison... figures) {
    return new ComponentComparison(
        name, judged(before), judged(after), List.of(figures), List.of(), FindingChanges.NONE);
  }

  private static Finding finding(int number) {
    return new Finding(
        "heap-room",
        "heap-room:" + number,
        Level.WARNING,
        "",
        0,
        "Finding " + number + ".",
        "Mend it.",
        false,
        false,
        Finding.Measured.NOTHING);
  }

  private static String markdown(Comparison comparison) throws IOException {
    return Comparisons.text(new CompareMarkdown("shop"), comparison);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0 %", "0.00001, < 0.1 %", "0.00099, < 0.1 %", "0.001, 0.1 %", "0.5, 50.0 %"})
  void a_share_that_rounds_to_nothing_is_not_called_nothing(double share, String shown) {
    assertThat(CompareText.value(ComparedMetric.CPU_SHARE, OptionalDouble.of(share)))
        .isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0, 0×", "0.0012, 0.0012×", "0.0999, 0.0999×", "0.1, 0.10×", "1234.5, '1,234.50×'"})
  void a_factor_has_as_many_digits_as_tell_it_apart(double factor, String shown) {
    assertThat(CompareText.effect(figure(ComparedMetric.PAUSES, Change.BETTER, factor)))
        .isEqualTo(shown + " (" + shown + "–" + shown + ")");
  }

  @Test
  void what_was_not_tested_is_counted_only_where_there_is_such_a_figure() {
    assertThat(CompareText.summary(process(worse(2))))
        .isEqualTo(
            "Of the figures of the process and of 0 components: 0 better, 2 worse, 0 moved,"
                + " 0 no change beyond noise, 0 unknown.");
    assertThat(
            CompareText.summary(
                process(List.of(figure(ComparedMetric.PAUSES, Change.UNTESTED, 2)))))
        .endsWith("0 no change beyond noise, 1 not tested, 0 unknown.");
    assertThat(page(process(worse(2))).tiles())
        .containsExactly(
            Change.BETTER, Change.WORSE, Change.MOVED, Change.UNCHANGED, Change.UNKNOWN);
  }

  @Test
  void without_a_test_nothing_is_said_of_confidence() {
    assertThat(CompareText.level(components(0, List.of())))
        .startsWith("No figure was tested, which takes two runs on each side at least");
    assertThat(CompareText.level(components(1, List.of()))).startsWith("1 figure tested from run");
  }

  private static ComparePage page(Comparison comparison) {
    return new ComparePage("x", comparison, List.of(), new Asset(""), Optional.empty());
  }

  @Test
  void the_page_says_what_kind_of_nothing_it_shows() {
    assertThat(page(components(0, List.of())).nothing())
        .isEqualTo("No component differs by more than the noise within the runs");
    assertThat(page(components(1, List.of())).nothing())
        .isEqualTo("Nothing changed of any component beyond noise");
    assertThat(page(components(0, List.of())).nothingOfThem())
        .isEqualTo("nothing of them differs by more than the noise within the runs");
    assertThat(page(components(1, List.of())).nothingOfThem())
        .isEqualTo("nothing of them changed beyond noise");
  }

  @Test
  void the_page_may_load_and_run_nothing() throws IOException {
    String page = Comparisons.text(new CompareHtml("x", List.of()), process(worse(1)));
    assertThat(Jsoup.parse(page).select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .matches(
            "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; base-uri 'none'; form-action 'none'");
  }

  @Test
  void better_and_worse_have_colours_of_their_own() {
    assertThat(ComparePage.colours(Change.BETTER)).isEqualTo("passed");
    assertThat(ComparePage.colours(Change.WORSE)).isEqualTo("failed");
    assertThat(ComparePage.colours(Change.MOVED)).isEqualTo("review-for-rust");
    assertThat(ComparePage.colours(Change.UNCHANGED)).isEqualTo("not-enough-evidence");
  }

  /** G0 is the gate that asks whether there is enough to judge by. */
  @Test
  void a_verdict_that_is_lost_by_using_less_cpu_is_no_failure() {
    MetricComparison less = figure(ComparedMetric.CPU_CORES, Change.BETTER, 0.28);
    MetricComparison same = figure(ComparedMetric.CPU_CORES, Change.UNCHANGED, 0.98);
    MetricComparison locks = figure(ComparedMetric.LOCK_WAIT, Change.BETTER, 0.28);
    String why = ": it takes less CPU beyond noise, so that too little is left to judge it by";

    assertThat(CompareText.verdicts(component("a", "PPPFPP", "FPPPPP", less)))
        .isEqualTo("Fix or tune in Java first → Not enough evidence" + why);
    assertThat(CompareText.verdicts(component("a", "PPPFPP", "?PPPPP", locks, less))).endsWith(why);
    // Its CPU is not less, or only another figure is.
    assertThat(CompareText.verdicts(component("a", "PPPFPP", "FPPPPP", same)))
        .isEqualTo("Fix or tune in Java first → Not enough evidence");
    assertThat(CompareText.verdicts(component("a", "PPPFPP", "FPPPPP", locks)))
        .doesNotContain("too little");
    // There was not enough before either.
    assertThat(CompareText.verdicts(component("a", "?PPFPP", "FPPPPP", less)))
        .doesNotContain("too little");
    // A verdict was reached after.
    assertThat(CompareText.verdicts(component("a", "PPPFPP", "PFPPPP", less)))
        .isEqualTo("Fix or tune in Java first → Keep in Java");
    // What is open is another gate.
    assertThat(CompareText.verdicts(component("a", "PPPFPP", "P?PPPP", less)))
        .isEqualTo("Fix or tune in Java first → Not enough evidence");
  }

  @Test
  void what_was_not_measured_is_null_and_not_zero() throws IOException {
    JsonNode side =
        new ObjectMapper()
            .readTree(Comparisons.text(new CompareJson(), components(0, List.of())))
            .get("before");
    assertThat(side.get("recordedSeconds").isNull()).isTrue();
    assertThat(side.get("gcSeconds").isNull()).isTrue();
    assertThat(side.get("maxHeapBytes").isNull()).isTrue();
    assertThat(markdown(components(0, List.of())))
        .contains("| Largest heap limit | unknown | unknown |");
  }

  @Test
  void the_summary_has_five_findings_and_counts_the_rest() throws IOException {
    List<Finding> five = IntStream.rangeClosed(1, 5).mapToObj(i -> finding(i)).toList();
    List<Finding> seven = IntStream.rangeClosed(1, 7).mapToObj(i -> finding(i)).toList();
    String text =
        markdown(of(1, NOTHING, NOTHING, worse(1), new FindingChanges(five, seven, 0), List.of()));
    assertThat(text.lines().filter(line -> line.startsWith("- ")))
        .containsExactly(
            "- Gone: Finding 1.",
            "- Gone: Finding 2.",
            "- Gone: Finding 3.",
            "- Gone: Finding 4.",
            "- Gone: Finding 5.",
            "- New: Finding 1.",
            "- New: Finding 2.",
            "- New: Finding 3.",
            "- New: Finding 4.",
            "- New: Finding 5.",
            "- New: and 2 more");
  }

  @Test
  void the_summary_has_ten_components_and_counts_the_rest() throws IOException {
    List<ComponentComparison> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(component("shop/m" + i, "PPPFPP", "PFPPPP"));
    }
    assertThat(markdown(components(1, all))).contains("### shop/m9").doesNotContain("changed; see");
    all.add(component("shop/last", "PPPFPP", "PFPPPP"));
    all.add(component("shop/same", "PPPFPP", "PPPFPP"));
    all.add(component("shop/very last", "PPPFPP", "PFPPPP"));
    assertThat(markdown(components(1, all)))
        .doesNotContain("### shop/last", "### shop/same")
        .contains("\n2 more components changed; see `compare.html` beside this file.\n");
  }

  @Test
  void the_console_has_twenty_rows_and_counts_the_rest() {
    // The heading, the rows, the summary, where the page is.
    assertThat(CompareTable.lines(process(worse(20)), "p.html"))
        .hasSize(23)
        .noneMatch(line -> line.startsWith("+"));
    assertThat(CompareTable.lines(process(worse(23)), "p.html"))
        .hasSize(24)
        .contains("+ 3 more in the report");
  }

  @Test
  void the_message_of_a_failed_build_has_ten_figures_and_counts_the_rest() {
    assertThat(RegressionMessage.of(process(worse(10)), "p.html").orElseThrow().lines())
        .hasSize(13) // first line, ten figures, what to do, where the page is
        .noneMatch(line -> line.startsWith("  +"));
    assertThat(RegressionMessage.of(process(worse(12)), "p.html").orElseThrow().lines())
        .hasSize(14)
        .contains("  + 2 more");
  }

  @Test
  void a_build_passes_only_where_both_sides_were_measured() {
    Setup whole = side(3, 100, 1000);
    assertThat(RegressionMessage.of(of(1, whole, whole), "p")).isEmpty();
    assertThat(RegressionMessage.of(of(0, whole, whole), "p").orElseThrow())
        .contains("no figure is on both sides");
    assertThat(RegressionMessage.of(of(1, whole, side(3, 0, 1000)), "p").orElseThrow())
        .contains("the side after has no CPU samples");
    assertThat(RegressionMessage.of(of(1, whole, side(3, 100, 0)), "p").orElseThrow())
        .contains("the side after has no GC figures");
    // What neither side has is not lost.
    assertThat(RegressionMessage.of(of(1, side(3, 0, 1000), side(3, 0, 1000)), "p")).isEmpty();
    assertThat(RegressionMessage.of(of(1, side(3, 100, 0), side(3, 100, 0)), "p")).isEmpty();
    assertThat(RegressionMessage.of(of(1, side(3, 0, 0), whole), "p")).isEmpty();
  }

  @Test
  void a_single_run_is_told_from_a_side_without_figures() {
    assertThat(RegressionMessage.of(of(0, side(1, 1, 1), side(3, 1, 1)), "p").orElseThrow())
        .contains("a side has a single run", "Record at least 3 runs of each side");
    assertThat(RegressionMessage.of(of(0, side(3, 1, 1), side(1, 1, 1)), "p").orElseThrow())
        .contains("a side has a single run");
    assertThat(RegressionMessage.of(of(0, side(3, 1, 1), side(0, 0, 0)), "p").orElseThrow())
        .contains("the side after has no CPU samples")
        .doesNotContain("single run");
    // Figures that were tested count even where a side has a single run of another kind.
    assertThat(RegressionMessage.of(of(1, side(1, 1, 1), side(1, 1, 1)), "p")).isEmpty();
  }

  @Test
  void the_files_are_written_with_the_page_last() {
    assertThat(CompareWriter.all("shop", List.of()).stream().map(CompareWriter::fileName))
        .containsExactly("compare.json", "compare.md", "compare.html");
  }
}
