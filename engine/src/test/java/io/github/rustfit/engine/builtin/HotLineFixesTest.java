package io.github.rustfit.engine.builtin;

import static io.github.rustfit.rules.testing.Given.MILLI;
import static io.github.rustfit.rules.testing.Given.SECOND;
import static io.github.rustfit.rules.testing.Given.allocation;
import static io.github.rustfit.rules.testing.Given.cpu;
import static io.github.rustfit.rules.testing.Given.frame;
import static io.github.rustfit.rules.testing.Given.gc;
import static io.github.rustfit.rules.testing.Given.gcCpu;
import static io.github.rustfit.rules.testing.Given.method;
import static io.github.rustfit.rules.testing.Given.processCpu;
import static io.github.rustfit.rules.testing.Given.type;
import static io.github.rustfit.rules.testing.Situation.p99;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.checklist.Answer;
import io.github.rustfit.rules.checklist.Fact;
import io.github.rustfit.rules.evidence.base.Tally;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.SampleKey;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.policy.Level;
import io.github.rustfit.rules.rule.Finding;
import io.github.rustfit.rules.rule.Outcome;
import io.github.rustfit.rules.testing.Situation;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HotLineFixesTest {

  private static final Frame VALUE_OF = frame("java.lang.Integer", "valueOf", 1);
  private static final Frame COMPILE = frame("java.util.regex.Pattern", "compile", 1);
  private static final Frame SPLIT = frame("java.lang.String", "split", 1);

  private static PatternMatch match(String pattern, int first, int last) {
    return new PatternMatch(pattern, first, last, "com.acme.hot.Hot", "run", "sum");
  }

  /** Pauses of 80 ms every 5 s that a target of 60 ms at the 99th percentile does not allow. */
  private static Situation visiblePauses() {
    return new Situation().gc(gc("G1", 600, 120, 80 * MILLI)).serviceLevel(p99(60, -1, -1, -1));
  }

  private static Situation boxing(int atLine) {
    return visiblePauses()
        .patterns(match("boxing-in-loop", atLine, atLine))
        .cpuSamples(500, 1500)
        .allocationSamples(100, 800)
        .sampled(100, allocation("java.lang.Integer", VALUE_OF, Situation.IN_HOT));
  }

  private static Outcome judge(Situation situation) {
    return new HotLineFixes().judge(situation.context());
  }

  /** 100 of 1000 equal samples are boxes: 10 %. */
  @Test
  void no_if_a_recording_confirms_a_fix_that_is_worth_it() {
    Outcome outcome = judge(boxing(7));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.facts())
        .extracting(Fact::text)
        .singleElement()
        .asString()
        .startsWith("Hot.java:7 (boxing-in-loop) it makes an object for each number, 10.0 % (")
        .endsWith(") of allocated bytes.");
    assertThat(outcome.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("boxing-in-loop");
              assertThat(finding.level()).isEqualTo(Level.WARNING);
              assertThat(finding.confirmed()).isTrue();
              assertThat(finding.file()).isEqualTo("Hot.java");
              assertThat(finding.line()).isEqualTo(7);
              assertThat(finding.id()).isEqualTo("boxing-in-loop:com.acme.hot.Hot:run:sum");
              assertThat(finding.message()).startsWith("Boxing in a loop (sum) in Hot.run: ");
              assertThat(finding.remedy()).contains("primitive");
            });
  }

  @Test
  void a_candidate_on_another_line_of_the_method_never_decides() {
    Outcome outcome = judge(boxing(9));

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(Level.NOTE);
              assertThat(finding.confirmed()).isFalse();
              assertThat(finding.message()).contains("the recordings do not confirm it");
            });
  }

  @Test
  void lines_of_the_whole_statement_count() {
    assertThat(
            judge(
                    visiblePauses()
                        .patterns(match("boxing-in-loop", 6, 8))
                        .cpuSamples(500, 1500)
                        .allocationSamples(100, 800)
                        .sampled(100, allocation("java.lang.Integer", VALUE_OF, Situation.IN_HOT)))
                .answer())
        .isEqualTo(Answer.NO);
  }

  @Test
  void other_allocation_at_the_line_does_not_confirm_it() {
    Situation bytesOnly =
        new Situation()
            .patterns(match("boxing-in-loop", 7, 7))
            .cpuSamples(500, 1500)
            .allocationSamples(500, 500);

    assertThat(judge(bytesOnly).answer()).isEqualTo(Answer.YES);
    assertThat(judge(bytesOnly).findings()).noneMatch(Finding::confirmed);
    assertThat(judge(bytesOnly).findings()).extracting(Finding::cost).containsOnly(0.0);
  }

  @Test
  void callees_below_the_line_confirm_it_and_only_their_samples_are_its_cost() {
    Outcome outcome =
        judge(
            new Situation()
                .patterns(match("regex-per-call", 7, 7))
                .cpuSamples(500, 1300)
                .allocationSamples(1, 999)
                .sampled(200, cpu(COMPILE, SPLIT, Situation.IN_HOT)));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    Finding finding = outcome.findings().get(0);
    assertThat(finding.message()).contains("10.0 % (").contains("of CPU samples");
    // 200 of 500 + 1,300 + 200 CPU samples, and none of the allocation samples
    assertThat(finding.cpu().value()).isEqualTo(0.1);
    assertThat(finding.allocation().value()).isZero();
    assertThat(finding.processWide()).isFalse();
  }

  @Test
  void two_samples_may_be_torn_stacks_and_confirm_nothing() {
    Situation situation =
        new Situation()
            .patterns(match("regex-per-call", 7, 7))
            .cpuSamples(500, 1400)
            .allocationSamples(1, 999);

    assertThat(judge(situation.sampled(2, cpu(COMPILE, SPLIT, Situation.IN_HOT))).findings())
        .noneMatch(Finding::confirmed);
    assertThat(judge(situation.sampled(1, cpu(COMPILE, SPLIT, Situation.IN_HOT))).findings())
        .allMatch(Finding::confirmed);
  }

  @Test
  void a_cold_method_is_not_reported_at_all() {
    Outcome outcome =
        judge(
            new Situation()
                .patterns(match("regex-per-call", 7, 7))
                .cpuSamples(0, 5000)
                .allocationSamples(0, 5000)
                .sampled(10, cpu(COMPILE, SPLIT, Situation.IN_HOT)));

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.findings()).isEmpty();
  }

  @Test
  void a_pattern_of_low_precision_is_a_note_even_when_confirmed() {
    Outcome outcome =
        judge(
            new Situation()
                .patterns(match("allocation-in-loop", 7, 7))
                .cpuSamples(500, 1500)
                .allocationSamples(100, 700)
                .sampled(200, allocation("com.acme.sum", Situation.IN_HOT)));

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.confirmed()).isTrue();
              assertThat(finding.level()).isEqualTo(Level.NOTE);
            });
  }

  /**
   * Twelve fixes of 1.2 % each, none of them certain; together 14.4 % certainly exceed 10 %, 10.8 %
   * do not.
   */
  @Test
  void no_if_all_fixes_together_are_worth_it() {
    SortedSet<PatternMatch> matches = new TreeSet<>();
    Situation situation = new Situation().cpuSamples(0, 1000 - 12 * 12).allocationSamples(0, 1000);
    for (int line = 5; line < 17; line++) {
      matches.add(new PatternMatch("string-format", line, line, "com.acme.hot.Hot", "run", ""));
      situation.sampled(
          12,
          cpu(frame("java.util.Formatter", "format", 1), frame("com.acme.hot.Hot", "run", line)));
    }
    SourceType type = type("com.acme.hot.Hot", 1, 40, method("run", 5, 30));

    assertThat(judge(situation.judged(file(type, matches))).answer()).isEqualTo(Answer.NO);
    matches.removeIf(match -> match.firstLine() > 13);
    assertThat(judge(situation.judged(file(type, matches))).answer()).isEqualTo(Answer.UNKNOWN);
  }

  private static SourceFile file(SourceType type, SortedSet<PatternMatch> matches) {
    return new SourceFile(
        "app",
        "Hot.java",
        "00",
        SourceFile.Role.MAIN,
        "com.acme.hot",
        40,
        new TreeSet<>(),
        List.of(type),
        matches,
        Collections.emptySortedSet());
  }

  @Test
  void unknown_while_the_share_of_a_confirmed_fix_may_lie_on_either_side() {
    Outcome outcome =
        judge(
            new Situation()
                .patterns(match("regex-per-call", 7, 7))
                .cpuSamples(100, 845)
                .allocationSamples(1, 999)
                .sampled(55, cpu(COMPILE, SPLIT, Situation.IN_HOT)));

    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.wouldDecide())
        .containsExactly("Record longer: fixes of hot lines lie around the limit.");
  }

  @Test
  void unknown_without_samples_but_yes_without_patterns() {
    assertThat(judge(new Situation().patterns(match("regex-per-call", 7, 7))).answer())
        .isEqualTo(Answer.UNKNOWN);
    assertThat(
            judge(new Situation().patterns(match("regex-per-call", 7, 7)).cpuSamples(500, 1500))
                .wouldDecide())
        .singleElement()
        .asString()
        .contains("allocation samples");
    assertThat(judge(new Situation()).answer()).isEqualTo(Answer.YES);
  }

  /** The array that {@code values()} copies is owned by the enum, but the caller's to save. */
  @Test
  void what_an_enums_values_allocates_is_the_callers() {
    Outcome outcome =
        judge(
            visiblePauses()
                .patterns(new PatternMatch("enum-values", 7, 7, "com.acme.hot.Hot", "run", "Color"))
                .cpuSamples(500, 1500)
                .allocationSamples(100, 800)
                .sampled(
                    100,
                    allocation(
                        "com.acme.rest.Color[]",
                        frame("com.acme.rest.Rest", "values", 1),
                        Situation.IN_HOT)));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
  }

  /** A tenth of the bytes is a tenth of what the collector takes, and no more. */
  @Test
  void bytes_count_by_what_the_collector_takes() {
    assertThat(judge(collecting(0.003)).answer()).isEqualTo(Answer.YES);
    assertThat(judge(collecting(0.003)).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(Level.NOTE);
              assertThat(finding.confirmed()).isTrue();
            });
    // half of the bytes where the collector takes 40 %: 20 % of the CPU
    assertThat(judge(collecting(0.4)).answer()).isEqualTo(Answer.NO);
  }

  @Test
  void bytes_decide_nothing_while_the_collectors_cpu_is_unknown() {
    Outcome outcome =
        judge(
            new Situation()
                .patterns(match("boxing-in-loop", 7, 7))
                .cpuSamples(500, 1500)
                .allocationSamples(100, 800)
                .sampled(100, allocation("java.lang.Integer", VALUE_OF, Situation.IN_HOT)));

    assertThat(outcome.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(outcome.wouldDecide()).singleElement().asString().contains("jdk.CPULoad");
    assertThat(outcome.findings()).extracting(Finding::level).containsExactly(Level.WARNING);
  }

  private static Situation collecting(double share) {
    return new Situation()
        .patterns(match("boxing-in-loop", 7, 7))
        .cpuSamples(500, 1500)
        .allocationSamples(100, 400)
        .sampled(500, allocation("java.lang.Integer", VALUE_OF, Situation.IN_HOT))
        .recording(
            profile ->
                processCpu(
                    profile, new Tally(100 * SECOND, 100 * SECOND), new Tally(0, 100 * SECOND)))
        .gc(
            gcCpu(
                gc("Parallel", 100, 20, MILLI),
                new Tally(Math.round(share * 100 * SECOND), 100 * SECOND)));
  }

  /** Nothing in the source is a pattern; 200 of 2,000 samples make exceptions that others catch. */
  @Test
  void exceptions_that_the_recording_shows_are_found_without_a_pattern() {
    Outcome outcome =
        judge(
            new Situation()
                .patterns(match("regex-per-call", 20, 20))
                .cpuSamples(500, 1300)
                .allocationSamples(1, 999)
                .sampled(
                    200,
                    cpu(
                        frame("java.lang.Throwable", "fillInStackTrace", 1),
                        frame("com.acme.Rejected", "<init>", 1),
                        Situation.IN_HOT)));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.findings())
        .filteredOn(Finding::confirmed)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("exception-control-flow");
              assertThat(finding.line()).isEqualTo(7);
              assertThat(finding.message()).contains("(Rejected)").contains("10.0 % (");
            });
  }

  /** A loop over a list is its walk where its body is short; a sample below it is not. */
  @Test
  void the_own_cpu_of_a_short_loop_over_a_linked_list_is_its_walk() {
    PatternMatch walk =
        new PatternMatch("linked-list", 5, 9, "com.acme.hot.Hot", "run", "each of blocks");
    PatternMatch call = new PatternMatch("linked-list", 5, 9, "com.acme.hot.Hot", "run", "blocks");

    Outcome walked = judge(cpuOnly().patterns(walk));
    assertThat(walked.answer()).isEqualTo(Answer.NO);
    assertThat(walked.findings().get(0).message()).endsWith("most of them at line 7.");
    assertThat(judge(cpuOnly().patterns(call)).findings()).noneMatch(Finding::confirmed);
  }

  /**
   * Boxes made below the line are CPU of the line: 200 of 2,000 samples, whatever the collector.
   */
  @Test
  void what_making_boxes_takes_is_a_cost_like_their_bytes() {
    Outcome outcome =
        judge(
            new Situation()
                .patterns(match("boxing-in-loop", 7, 7))
                .cpuSamples(500, 1300)
                .allocationSamples(1, 999)
                .sampled(200, cpu(VALUE_OF, Situation.IN_HOT)));

    assertThat(outcome.answer()).isEqualTo(Answer.NO);
    assertThat(outcome.findings().get(0).cpu().value()).isEqualTo(0.1);
  }

  /**
   * Reads of single bytes are calls of the operating system, which no CPU sample shows: 500 samples
   * in native code beside 2,000 CPU samples are 20 %. In native code below other lines a thread may
   * wait.
   */
  @Test
  void native_code_counts_below_unbuffered_reads_and_nowhere_else() {
    SampleKey reading =
        new SampleKey(
            SampleKind.NATIVE,
            List.of(
                frame("java.io.FileInputStream", "read0", 0),
                frame("java.io.FileInputStream", "read", 1),
                Situation.IN_HOT),
            "");
    Situation situation =
        new Situation().cpuSamples(10, 1990).allocationSamples(1, 999).sampled(500, reading);

    Outcome unbuffered = judge(situation.patterns(match("unbuffered-io", 7, 7)));
    assertThat(unbuffered.answer()).isEqualTo(Answer.NO);
    assertThat(unbuffered.findings().get(0).cpu().value()).isEqualTo(0.2);
    assertThat(judge(situation.patterns(match("reflection-per-call", 7, 7))).findings())
        .noneMatch(Finding::confirmed);
  }

  /** Streaming a file was measured to leave the CPU and most bytes: benchmarks/fixes. */
  @Test
  void a_fix_that_was_measured_to_save_nothing_is_a_note_and_never_decides() {
    Outcome outcome =
        judge(
            visiblePauses()
                .patterns(match("whole-file-read", 7, 7))
                .cpuSamples(500, 1500)
                .allocationSamples(500, 500));

    assertThat(outcome.answer()).isEqualTo(Answer.YES);
    assertThat(outcome.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.confirmed()).isTrue())
        .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.NOTE));
  }

  private static Situation cpuOnly() {
    return new Situation().cpuSamples(500, 1500).allocationSamples(1, 999);
  }
}
