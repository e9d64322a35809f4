package io.github.rustfit.engine.enforcement;

import static io.github.rustfit.rules.policy.Decision.Kind.TUNE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Excuse;
import io.github.rustfit.engine.assessment.Ruling;
import io.github.rustfit.engine.assessment.Violation;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Baseline;
import io.github.rustfit.rules.policy.Decision;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hot lines are accepted and decided about one by one, each in its own component. */
class HotLinesTest {

  private static final Baseline NOTHING = new Baseline("g:a", new TreeSet<>(), Map.of(), Map.of());

  /** Finds hot lines of these names in each component. */
  private record Lines(Map<String, List<String>> ids) implements Rule {

    @Override
    public RuleDescriptor descriptor() {
      return new RuleDescriptor(
          "lines", "Lines", "It finds.", Topic.TUNING, Role.NECESSARY, Set.of(), List.of());
    }

    @Override
    public Outcome judge(RuleContext context) {
      return Outcome.no(Fact.measured("There are hot lines."))
          .with(
              ids.getOrDefault(context.component().name(), List.of()).stream()
                  .map(Lines::line)
                  .toList());
    }

    private static Finding line(String id) {
      return new Finding(
          "boxing-in-loop",
          id,
          Level.WARNING,
          id + ".java",
          7,
          "It boxes.",
          "Mend " + id + ".",
          true,
          false,
          Finding.Measured.NOTHING);
    }
  }

  private static Held hot(double limit, String... ids) {
    return new Held()
        .limit(Metric.HOT_PATH_FINDINGS, limit)
        .rules(new Lines(Map.of("app/hot", List.of(ids))));
  }

  private static Held decided(Held held, String... ids) {
    Stream.of(ids).forEach(id -> held.decided(id, TUNE, "2026-01-01", "2027-01-01"));
    return held;
  }

  private static List<String> excuses(Assessment assessment) {
    assertThat(assessment.limitCheck().violations()).isEmpty();
    return assessment.limitCheck().excuses().stream()
        .map(excuse -> excuse.by() + ": " + excuse.text())
        .toList();
  }

  private static List<String> messages(Assessment assessment) {
    return assessment.limitCheck().violations().stream().map(Violation::message).toList();
  }

  @Test
  void as_many_other_lines_are_not_the_ones_that_were_accepted() {
    assertThat(messages(hot(0, "b").against(hot(0, "a"))))
        .containsExactly(
            "has 1 confirmed hot line that Java can fix, the limit is 0: b at b.java:7");
    assertThat(hot(0, "a").against(hot(0, "a")).limitCheck().passed()).isTrue();
  }

  @Test
  void what_is_left_is_counted_and_named() {
    assertThat(messages(decided(hot(1, "a", "b", "c", "d"), "a").against(hot(1, "b"))))
        .containsExactly(
            "has 2 confirmed hot lines that Java can fix, the limit is 1: c at c.java:7, d at"
                + " d.java:7");
    assertThat(messages(hot(0, "a", "b", "c", "d", "e").judged()))
        .containsExactly(
            "has 5 confirmed hot lines that Java can fix, the limit is 0: a at a.java:7, b at"
                + " b.java:7, c at c.java:7 and 2 more");
  }

  @Test
  void an_excuse_counts_the_lines_that_it_takes_away() {
    assertThat(excuses(decided(hot(1, "a", "b", "c"), "a", "b").judged()))
        .containsExactly("DECISION: 2 of them are decided about in the policy");
    assertThat(excuses(hot(1, "a", "b", "c").against(hot(0, "a", "b"))))
        .containsExactly("BASELINE: 2 of them are accepted by the baseline");
    assertThat(excuses(decided(hot(1, "a", "b", "c", "d"), "a").against(hot(0, "b", "c", "gone"))))
        .containsExactly("BASELINE: 2 of them are accepted by the baseline");
  }

  @Test
  void each_component_has_lines_of_its_own() {
    Held both =
        new Held()
            .limit(Metric.HOT_PATH_FINDINGS, 0)
            .rules(new Lines(Map.of("app/hot", List.of("a"), "app/rest", List.of("b", "c"))));

    assertThat(messages(both.judged()))
        .containsExactly(
            "has 1 confirmed hot line that Java can fix, the limit is 0: a at a.java:7",
            "has 2 confirmed hot lines that Java can fix, the limit is 0: b at b.java:7, c at"
                + " c.java:7");
    assertThat(messages(decided(both, "b", "c").judged()))
        .containsExactly(
            "has 1 confirmed hot line that Java can fix, the limit is 0: a at a.java:7");
  }

  /** 30 % were below the limit of then, so nothing was accepted, and 30 % are no worse. */
  @Test
  void what_no_limit_found_then_was_not_accepted() {
    Held now = new Held().limit(Metric.CPU_SHARE, 0.2);
    Held then = new Held().limit(Metric.CPU_SHARE, 0.5);

    assertThat(now.against(then).limitCheck().errors())
        .extracting(Violation::id)
        .containsExactly("cpuShare:app/hot");
    assertThat(now.against(now).limitCheck().errors()).isEmpty();
  }

  @Test
  void what_a_change_does_not_touch_is_excused_where_the_baseline_knows_nothing_of_it() {
    Held held = new Held().limit(Metric.CPU_SHARE, 0.2);
    Change elsewhere = new Change("main", new TreeSet<>(Set.of("app/rest")));

    assertThat(
            held.judged(Optional.of(NOTHING), Optional.of(elsewhere))
                .limitCheck()
                .excused(Excuse.By.UNTOUCHED))
        .isEqualTo(1);
  }

  @Test
  void a_decision_about_a_line_names_no_component_that_could_be_missing() {
    Assessment assessment =
        decided(hot(0, "boxing-in-loop:a.B:run"), "boxing-in-loop:a.B:run").judged();

    assertThat(states(assessment)).containsExactly(Ruling.State.IN_FORCE);
    assertThat(problems(assessment)).isEmpty();
  }

  @Test
  void a_decision_about_a_component_that_is_gone_is_unused_whatever_was_recorded() {
    assertThat(
            states(
                new Held()
                    .hot(0)
                    .rest(0)
                    .decided("x", "app/gone", TUNE, "2026-01-01", "2027-01-01")
                    .judged()))
        .containsExactly(Ruling.State.UNUSED);
  }

  /** Only what a recording confirms, what is worth a warning, and what Java can fix at its line. */
  @Test
  void only_confirmed_hot_lines_worth_a_warning_count() {
    Finding counts = Lines.line("a");
    List<Finding> others =
        List.of(
            like("unconfirmed", counts.rule(), Level.WARNING, false),
            like("noted", counts.rule(), Level.NOTE, true),
            like("no-pattern", "jdk-version", Level.ERROR, true));

    assertThat(counted(counts, others)).containsExactly(1.0);
    assertThat(counted(like("error", counts.rule(), Level.ERROR, true), others))
        .containsExactly(1.0);
  }

  private static Finding like(String id, String rule, Level level, boolean confirmed) {
    return new Finding(
        rule,
        id,
        level,
        "A.java",
        7,
        "It is.",
        "Mend it.",
        confirmed,
        false,
        Finding.Measured.NOTHING);
  }

  private static List<Double> counted(Finding one, List<Finding> others) {
    Rule rule =
        new Rule() {
          @Override
          public RuleDescriptor descriptor() {
            return new Lines(Map.of()).descriptor();
          }

          @Override
          public Outcome judge(RuleContext context) {
            Outcome outcome = Outcome.no(Fact.measured("There is something."));
            return context.component().name().equals("app/hot")
                ? outcome.with(Stream.concat(Stream.of(one), others.stream()).toList())
                : outcome;
          }
        };
    return new Held()
        .limit(Metric.HOT_PATH_FINDINGS, 0).rules(rule).judged().limitCheck().violations().stream()
            .flatMap(violation -> violation.measuredValue().stream().boxed())
            .toList();
  }

  @Test
  void a_decision_that_is_over_silences_no_finding_of_a_report() {
    Assessment over = hot(0, "a").decided("a", TUNE, "2025-01-01", "2026-01-01").judged();

    assertThat(over.limitCheck().decision("a", "app/hot")).isEmpty();
    assertThat(messages(over)).hasSize(1);
    assertThat(decided(hot(0, "a"), "a").judged().limitCheck().decision("a", "app/hot"))
        .isPresent();
  }

  /** One file need not know its lines. */
  @Test
  void a_decision_that_is_repeated_is_found_without_its_line_too() {
    Decision first = decision(0);
    Decision second = decision(4);

    assertThat(
            problems(
                new Held().limit(Metric.CPU_SHARE, 0.2).decided(first).decided(second).judged()))
        .containsExactly(
            "rustfit.yaml:4: The decision about 'cpuShare:app/hot' repeats the decision before it."
                + " Leave one of the two.");
  }

  private static Decision decision(int line) {
    return new Decision(
        "cpuShare:app/hot",
        "",
        TUNE,
        "it is so",
        "team-x",
        LocalDate.parse("2026-01-01"),
        LocalDate.parse("2027-01-01"),
        "rustfit.yaml",
        line);
  }

  private static List<String> problems(Assessment assessment) {
    return assessment.problems().stream()
        .filter(problem -> problem.message().startsWith("The decision"))
        .map(Problem::text)
        .toList();
  }

  private static List<Ruling.State> states(Assessment assessment) {
    return assessment.limitCheck().rulings().stream().map(Ruling::state).toList();
  }
}
