package io.github.rustfit.engine.advice;

import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.profile;
import static io.github.rustfit.rules.testing.Given.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.assessment.Assessor;
import io.github.rustfit.engine.assessment.Rules;
import io.github.rustfit.engine.enforcement.Enforcement;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.checklist.Topic;
import io.github.rustfit.rules.crates.CrateCatalogue;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.Launcher;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.RecordingFacts;
import io.github.rustfit.rules.evidence.profile.SamplingFacts;
import io.github.rustfit.rules.evidence.profile.ThreadSamples;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.policy.Decision;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.policy.Limit;
import io.github.rustfit.rules.policy.Metric;
import io.github.rustfit.rules.policy.Origins;
import io.github.rustfit.rules.policy.Policy;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.rule.Role;
import io.github.rustfit.rules.rule.Rule;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.RuleDescriptor;
import io.github.rustfit.rules.stats.Share;
import io.github.rustfit.rules.testing.Situation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NextStepsTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

  /** Finds these in {@code app/hot}, or of the process in each component. */
  private record Finds(List<Finding> findings) implements Rule {

    @Override
    public RuleDescriptor descriptor() {
      return new RuleDescriptor(
          "finds", "Finds", "It finds.", Topic.TUNING, Role.NECESSARY, Set.of(), List.of());
    }

    @Override
    public Outcome judge(RuleContext context) {
      boolean hot = context.component().name().equals("app/hot");
      return Outcome.no(Fact.measured("Something was found."))
          .with(findings.stream().filter(one -> hot || one.processWide()).toList());
    }
  }

  private long seconds = 600;
  private int hot = 700;
  private int rest = 300;
  private int cut;
  private int elsewhere;
  private Tally threadCpu = Tally.UNKNOWN;
  private final List<Limit> limits = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private Set<Launcher> launchers = Set.of(Launcher.APPLICATION);

  private static Share share(double value) {
    return new Share(value, value * 0.9, Math.min(1, value * 1.1), 10_000);
  }

  private Finding found(String id, Level level, boolean confirmed, boolean wide) {
    return new Finding(
        "boxing-in-loop",
        id,
        level,
        wide ? "" : "Hot.java",
        wide ? 0 : 7,
        "It boxes " + id + ".",
        "Mend " + id + ".",
        confirmed,
        wide,
        Finding.Measured.NOTHING);
  }

  private void fix(String id, double cpu, double allocation, double collected) {
    findings.add(
        found(id, Level.WARNING, true, false)
            .costing(
                share(cpu), share(allocation), collected < 0 ? Share.UNKNOWN : share(collected)));
  }

  private List<NextStep> steps() {
    ProfileSummary recorded =
        profile(
            seconds,
            samples(hot, cpu(Situation.IN_HOT)),
            samples(rest - cut, cpu(Situation.IN_REST)),
            samples(cut, cpu(Situation.IN_REST, Frame.CUT)),
            samples(elsewhere, cpu(new Frame("org.other.Program", "run", 7))));
    RecordingFacts facts = recorded.facts();
    recorded =
        recorded.with(
            new RecordingFacts(
                facts.thrown(),
                facts.lostBytes(),
                facts.lostCpuSamples(),
                facts.thresholds(),
                facts.cpuLimits(),
                facts.memoryLimits(),
                new TreeSet<>(launchers),
                facts.jvms(),
                sampled(facts.sampling()),
                facts.process(),
                ThreadSamples.EMPTY));
    Evidence evidence =
        new Evidence(
            new TreeSet<>(),
            new TreeMap<>(Collections.singletonMap("aa", recorded)),
            new TreeMap<>(),
            Collections.emptySortedMap(),
            new TreeMap<>(),
            new TreeSet<>(Set.of(Situation.HOT, Situation.REST)),
            new TreeSet<>(),
            RepositoryEvidence.EMPTY,
            Collections.emptySortedMap());
    Policy policy =
        new Policy(
                "rustfit.yaml",
                List.of(),
                Policy.Declarations.NONE,
                new Policy.Enforced(limits, Map.of(), Map.of(), Policy.Enforced.NOTICE_DAYS),
                List.of(),
                Origins.NONE)
            .with(decisions);
    Assessment raw =
        new Assessor(policy, CrateCatalogue.EMPTY, Rules.of(List.of(new Finds(findings))))
            .assess(evidence);
    return NextSteps.of(
        new Enforcement(
                TODAY, Optional.empty(), Optional.empty(), new TreeSet<>(), Optional.empty())
            .judge(raw));
  }

  private SamplingFacts sampled(SamplingFacts facts) {
    return new SamplingFacts(
        threadCpu,
        facts.assumed(),
        facts.leftOut(),
        facts.chunks(),
        facts.unread(),
        facts.calls(),
        facts.labels());
  }

  private List<String> texts() {
    return steps().stream().map(NextStep::text).toList();
  }

  @Test
  void fixes_come_by_what_they_cost_and_bytes_count_by_what_the_collector_takes() {
    fix("small", 0.02, 0, -1);
    fix("bytes", 0.01, 0.9, 0.005); // 90 % of the bytes, and the collector takes next to nothing
    fix("large", 0.17, 0.65, 0.01);
    fix("unpriced", 0, 0.05, -1); // nobody knows what these bytes cost

    assertThat(texts()).startsWith("Mend large.", "Mend unpriced.", "Mend small.", "Mend bytes.");
  }

  @Test
  void what_is_not_confirmed_or_a_note_or_decided_is_not_asked_for() {
    findings.add(found("guess", Level.WARNING, false, false));
    findings.add(found("note", Level.NOTE, true, false));
    findings.add(found("decided", Level.WARNING, true, false));
    decisions.add(
        new Decision(
            "decided",
            "",
            Decision.Kind.TUNE,
            "it is being replaced",
            "team-x",
            TODAY.minusDays(1),
            TODAY.plusDays(1),
            "rustfit.yaml",
            10));

    assertThat(steps()).noneMatch(step -> step.finding().isPresent());
  }

  @Test
  void a_matter_of_the_process_is_asked_for_once_and_of_nobody() {
    findings.add(found("heap", Level.WARNING, true, true));

    assertThat(steps())
        .filteredOn(step -> step.kind() == NextStep.Kind.TUNE)
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.component()).isEmpty();
              assertThat(step.location()).isEmpty();
            });
  }

  /** The reason of the verdict is the rule's fact. */
  @Test
  void of_what_nothing_measures_a_verdicts_reason_comes_first() {
    findings.add(found("alpha", Level.WARNING, true, true));
    findings.add(
        new Finding(
            "boxing-in-loop",
            "omega",
            Level.WARNING,
            "",
            0,
            "Something was found.",
            "Mend omega.",
            true,
            true,
            Finding.Measured.NOTHING));

    assertThat(texts()).startsWith("Mend omega.", "Mend alpha.");
  }

  @Test
  void a_crossed_limit_comes_before_every_fix() {
    fix("large", 0.5, 0, -1);
    limits.add(new Limit(Metric.CPU_SHARE, 0.4, Level.ERROR));

    List<NextStep> steps = steps();
    assertThat(steps.get(0).kind()).isEqualTo(NextStep.Kind.LIMIT);
    assertThat(steps.get(0).component()).isEqualTo("app/hot");
    assertThat(steps.get(0).because()).startsWith("app/hot owns 70.0 % ").endsWith(".");
    assertThat(steps.get(1).text()).isEqualTo("Mend large.");
    assertThat(steps.get(1).location()).isEqualTo("Hot.java:7");
  }

  @Test
  void four_seconds_and_tests_are_told_to_record_a_load_before_all_else() {
    fix("large", 0.5, 0, -1);
    limits.add(new Limit(Metric.CPU_SHARE, 0.4, Level.ERROR));
    seconds = 4;
    assertThat(steps().get(0).because())
        .isEqualTo("What was recorded covers 4 s: what follows may be of no weight under load.");
    assertThat(texts().get(0)).contains("at least five minutes under the load");

    launchers = Set.of(Launcher.TESTS);
    assertThat(steps().get(0).because()).startsWith("What was recorded covers 4 s of tests: ");
    seconds = 600;
    assertThat(steps().get(0).because()).startsWith("What was recorded are tests: ");
    launchers = Set.of(Launcher.TESTS, Launcher.APPLICATION);
    assertThat(steps().get(0).kind()).isEqualTo(NextStep.Kind.LIMIT);
    launchers = Set.of();
    seconds = 30;
    assertThat(steps().get(0).kind()).isEqualTo(NextStep.Kind.LIMIT);
  }

  /** 250 of 1,000 stacks end where the profiler stopped; with 50 nothing is said. */
  @Test
  void where_many_stacks_were_cut_deeper_ones_come_first() {
    fix("large", 0.5, 0, -1);
    cut = 250;
    assertThat(steps().get(0).kind()).isEqualTo(NextStep.Kind.RECORD);
    assertThat(steps().get(0).because())
        .isEqualTo(
            "The stacks of 25.0 % of the CPU samples were cut, so that who called what is left is"
                + " unknown.");
    cut = 50;
    assertThat(texts()).startsWith("Mend large.");
  }

  /** A sample is 20 ms: for 8 s of CPU time 400 are due, and 40 were taken. */
  @Test
  void where_most_samples_were_lost_a_profiler_that_loses_none_comes_first() {
    fix("large", 0.5, 0, -1);
    hot = 30;
    rest = 10;
    threadCpu = new Tally(8_000_000_000L, 600_000_000_000L);
    assertThat(steps().get(0).because())
        .startsWith("The recordings have 40 of the 400 CPU samples that are due ");
    threadCpu = new Tally(800_000_000L, 600_000_000_000L);
    assertThat(texts()).startsWith("Mend large.");
  }

  @Test
  void without_a_cpu_sample_a_recording_comes_before_what_can_be_declared() {
    hot = 0;
    rest = 0;
    assertThat(steps().get(0).kind()).isEqualTo(NextStep.Kind.RECORD);
    assertThat(steps().get(0).because()).startsWith("There are no CPU samples");
  }

  /** 19 samples may be chance, 20 are another program; with one of its own they are not. */
  @Test
  void a_recording_of_another_program_is_made_anew_first() {
    hot = 0;
    rest = 0;
    elsewhere = 20;
    assertThat(texts()).startsWith("Record the program that this source builds.");
    elsewhere = 19;
    assertThat(texts()).doesNotContain("Record the program that this source builds.");
    elsewhere = 1000;
    hot = 1;
    assertThat(texts()).doesNotContain("Record the program that this source builds.");
  }

  @Test
  void nothing_is_asked_for_where_nothing_was_found_and_all_is_decided() {
    assertThat(steps())
        .allMatch(step -> step.kind() == NextStep.Kind.PROVIDE)
        .hasSizeLessThanOrEqualTo(1);
  }
}
