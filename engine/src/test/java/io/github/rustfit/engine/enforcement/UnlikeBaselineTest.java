package io.github.rustfit.engine.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Excuse;
import io.github.rustfit.engine.assessment.LimitState;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Baseline;
import io.github.rustfit.rules.policy.Metric;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UnlikeBaselineTest {

  private static final String FILE = "rustfit-baseline.yaml";

  private static SortedSet<String> of(String... values) {
    return new TreeSet<>(List.of(values));
  }

  private static UnlikeBaseline unlike(
      Map<String, SortedSet<String>> then, Map<String, SortedSet<String>> now) {
    return UnlikeBaseline.of(FILE, new Baseline("g:a", new TreeSet<>(), Map.of(), then), now);
  }

  @Test
  void what_was_measured_alike_or_is_not_known_says_nothing() {
    Map<String, SortedSet<String>> facts = Map.of("jvm", of("17"), "window", of("from=90s"));
    assertThat(unlike(facts, facts).problems()).isEmpty();
    assertThat(unlike(Map.of(), facts).problems()).isEmpty();
    assertThat(unlike(facts, Map.of()).problems()).isEmpty();
    assertThat(unlike(Map.of("jvm", of("17")), Map.of("cores", of("4"))).problems()).isEmpty();
  }

  @Test
  void another_jvm_is_named_with_both() {
    assertThat(unlike(Map.of("jvm", of("17")), Map.of("jvm", of("21", "25"))).problems())
        .extracting(Problem::text)
        .containsExactly(
            "rustfit-baseline.yaml: The baseline was not measured with the same jvm: 17 then, 21 and"
                + " 25 now. Figures may differ for that alone. Write the baseline anew with"
                + " rustfit:baseline on the kind of machine, and with the load, of this build.");
  }

  @Test
  void a_window_on_one_side_is_another_part() {
    Map<String, SortedSet<String>> all = Map.of("cores", of("4"));
    Map<String, SortedSet<String>> part = Map.of("cores", of("4"), "window", of("from=90s"));
    assertThat(unlike(all, part).window())
        .get()
        .extracting(Problem::message)
        .isEqualTo(
            "The baseline is of recordings and logs as a whole, and this build looks at a part of"
                + " recordings and logs (from=90s), so that no figure can be held against it");
    assertThat(unlike(part, all).window())
        .get()
        .extracting(Problem::message)
        .asString()
        .startsWith("The baseline is of a part of recordings and logs (from=90s), and this");
    assertThat(unlike(part, Map.of("window", of("from=60s"))).window()).isPresent();
  }

  /** Three runs that would be a third worse, see {@link BaselineTest}. */
  @Test
  void figures_of_another_part_are_neither_worse_nor_held_but_not_checked() {
    Held then = new Held().limit(Metric.CPU_SHARE, 0.2).hot(290, 300, 310);
    Held now = new Held().limit(Metric.CPU_SHARE, 0.2).hot(390, 400, 410);
    Baseline baseline = AgainstBaseline.accepting("g:a", then.judged(), Map.of("jvm", of("17")));
    Optional<Problem> window =
        UnlikeBaseline.of(FILE, baseline, Map.of("window", of("to=5m"))).window();

    Assessment assessment =
        new Enforcement(
                LocalDate.parse("2026-11-30"),
                Optional.of(baseline),
                Optional.empty(),
                new TreeSet<>(),
                window)
            .judge(now.raw());

    assertThat(assessment.limitCheck().limits(LimitState.NOT_CHECKED))
        .containsExactly("limits.cpuShare");
    assertThat(assessment.limitCheck().errors()).isEmpty();
    assertThat(assessment.limitCheck().excuses())
        .singleElement()
        .extracting(Excuse::text)
        .asString()
        .endsWith("and whether it got worse could not be checked");
    assertThat(assessment.limitCheck().unchecked())
        .singleElement()
        .extracting(Problem::text)
        .asString()
        .contains("looks at a part of recordings and logs (to=5m)", "Give both the same window")
        .doesNotContain("Record several runs");
    assertThat(now.against(then).limitCheck().errors()).isNotEmpty();
  }
}
