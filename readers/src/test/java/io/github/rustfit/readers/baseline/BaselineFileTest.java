package io.github.rustfit.readers.baseline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Accepted;
import io.github.rustfit.rules.policy.Baseline;
import io.github.rustfit.rules.stats.MeasuredValue;
import io.github.rustfit.rules.stats.Runs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineFileTest {

  private static BaselineReading read(String text) {
    return BaselineFile.read("rustfit-baseline.yaml", text.getBytes(UTF_8), "g:a");
  }

  private static Baseline baseline(String text, double value) {
    return new Baseline(
        "g:a",
        new TreeSet<>(
            List.of(
                new Accepted("i" + text, text, text, Optional.of(MeasuredValue.exact(value))),
                new Accepted("j" + text, "", text, Optional.empty()))),
        Map.of("k" + text, new MeasuredValue(value, value - 1, value + 1, 0, Runs.UNKNOWN)),
        Map.of("m" + text, new TreeSet<>(List.of(text, "n" + text))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "a: #\"b\" 'c' \\ d",
        "{x}, [y] & *z !t | > %",
        "tab\tand line\nend",
        "bell\u0007",
        "ä 漢 😀",
        "- yes",
        "~"
      })
  void reads_back_what_it_writes(String text) {
    Baseline baseline = baseline(text, 0.25);

    assertThat(read(BaselineFile.text(baseline)).problems()).isEmpty();
    assertThat(read(BaselineFile.text(baseline)).baseline()).contains(baseline);
  }

  /** Written by hand: no two figures are the same. */
  @Test
  void each_line_says_whose_figure_it_is_with_both_ends_and_its_samples() {
    Baseline baseline =
        new Baseline(
            "g:a",
            new TreeSet<>(
                List.of(
                    new Accepted(
                        "cpuShare:shop",
                        "shop",
                        "21.1 %",
                        Optional.of(new MeasuredValue(0.211, 0.203, 0.223, 4_801, Runs.UNKNOWN))),
                    new Accepted("heap-room", "", "warning", Optional.empty()))),
            Map.of(
                "gcPauseP99",
                MeasuredValue.exact(41.5),
                "allocationRate:shop",
                new MeasuredValue(53.25, 51.5, 57.75, 0, new Runs(3, 53.5, 1.25)),
                "allocationShare:shop",
                MeasuredValue.exact(0.5).over(new Runs(1, 0.5, 0))),
            Map.of(
                "window", new TreeSet<>(List.of("from=90s")),
                "cores", new TreeSet<>(List.of("8", "4"))));
    String text =
        """
        version: 1
        project: "g:a"
        measuredWith:
        - {fact: "cores", values: ["4", "8"]}
        - {fact: "window", values: ["from=90s"]}
        accepted:
        - {id: "cpuShare:shop", component: "shop", text: "21.1 %", value: 0.211, low: 0.203, high: 0.223, samples: 4801}
        - {id: "heap-room", component: "", text: "warning"}
        figures:
        - {id: "allocationRate:shop", value: 53.25, low: 51.5, high: 57.75, samples: 0, runs: 3, mean: 53.5, deviation: 1.25}
        - {id: "allocationShare:shop", value: 0.5, low: 0.5, high: 0.5, samples: 0, runs: 1, mean: 0.5, deviation: 0.0}
        - {id: "gcPauseP99", value: 41.5, low: 41.5, high: 41.5, samples: 0}
        """;

    assertThat(BaselineFile.text(baseline).lines().skip(1)).containsExactlyElementsOf(lines(text));
    assertThat(read(text).baseline()).contains(baseline);
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  /** As an earlier version wrote it. */
  @Test
  void a_figure_without_runs_is_one_of_an_unknown_number() {
    assertThat(
            read("version: 1\nproject: g:a\nfigures:\n"
                    + "- {id: a, value: 5, low: 4, high: 6, samples: 0}\n")
                .baseline())
        .contains(
            new Baseline(
                "g:a",
                new TreeSet<>(),
                Map.of("a", new MeasuredValue(5, 4, 6, 0, Runs.UNKNOWN)),
                Map.of()));
  }

  @Test
  void a_deviation_between_less_than_two_runs_contradicts_itself() {
    assertThat(
            read("version: 1\nproject: g:a\nfigures:\n"
                    + "- {id: a, value: 5, low: 4, high: 6, samples: 0, runs: 1, mean: 5,"
                    + " deviation: 1}\n")
                .problems())
        .singleElement()
        .extracting(Problem::text)
        .asString()
        .contains("contradicts itself");
  }

  @Test
  void small_and_large_figures_are_read_back() {
    for (double value : new double[] {0, 1e-9, 123_456_789_012.5, 1e12, 1.0 / 3}) {
      Baseline baseline = baseline("x", value);
      assertThat(read(BaselineFile.text(baseline)).baseline()).contains(baseline);
    }
  }

  @Test
  void an_empty_one_is_one() {
    Baseline baseline = new Baseline("g:a", new TreeSet<>(), Map.of(), Map.of());

    assertThat(read(BaselineFile.text(baseline)).baseline()).contains(baseline);
  }

  @Test
  void one_of_another_project_is_an_error_that_says_what_to_do() {
    assertThat(read("version: 1\nproject: other:app\n").problems())
        .extracting(Problem::text)
        .containsExactly(
            "rustfit-baseline.yaml:2: The baseline is one of another project, 'other:app', not of"
                + " g:a (line 2, column 10). Write one for this project with rustfit:baseline, or"
                + " name another file in rustfit.baseline.");
  }

  @Test
  void a_newer_format_a_cut_file_and_nonsense_are_errors_with_their_line() {
    assertThat(read("version: 2\nproject: g:a\n").problems()).isNotEmpty();
    assertThat(read("version: 1\nproject: g:a\naccepted:\n- {id: \"x").problems())
        .allSatisfy(problem -> assertThat(problem.line()).isPositive())
        .isNotEmpty();
    assertThat(
            read("version: 1\nproject: g:a\nfigures:\n"
                    + "- {id: a, value: 1, low: 2, high: 3, samples: 0}\n")
                .problems())
        .singleElement()
        .extracting(Problem::text)
        .asString()
        .contains("rustfit-baseline.yaml:4: The figure 'a' contradicts itself");
    assertThat(
            read("version: 1\nproject: g:a\nfigures:\n"
                    + "- {id: a, value: 5, low: 4, high: 6, samples: 3}\n")
                .problems())
        .hasSize(1);
  }
}
