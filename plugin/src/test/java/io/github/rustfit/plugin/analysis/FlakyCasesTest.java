package io.github.rustfit.plugin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.rustfit.engine.assessment.LimitCheckResult;
import io.github.rustfit.engine.assessment.LimitState;
import io.github.rustfit.engine.compare.Change;
import io.github.rustfit.engine.compare.Comparer;
import io.github.rustfit.engine.compare.Comparison;
import io.github.rustfit.engine.compare.Margin;
import io.github.rustfit.engine.compare.Side;
import io.github.rustfit.engine.enforcement.AgainstBaseline;
import io.github.rustfit.engine.enforcement.Enforcement;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Four recordings of one program under one load: whatever is said to have changed between them is
 * wrong. Taken from {@code cases/gate} beside the corpus; skipped without.
 */
class FlakyCasesTest {

  private static final Path CASE =
      Path.of(System.getProperty("rustfit.corpus", ""))
          .resolve("../cases/gate/flaky-pair")
          .toAbsolutePath()
          .normalize();

  @BeforeAll
  static void needsTheCase() {
    assumeTrue(Files.isDirectory(CASE), "needs the cases");
  }

  private static AnalysisResult read(int... runs) {
    List<String> folders = Arrays.stream(runs).mapToObj(run -> "rec/steady" + run).toList();
    return new Analysis(FlakyCasesTest.class.getClassLoader())
        .run(
            new AnalysisRequest(
                CASE,
                Checkout.of(
                    List.of(
                        new SourceRoot(
                            "flaky", CASE.resolve("src/main/java"), SourceFile.Role.MAIN)),
                    StandardCharsets.UTF_8),
                NamedInputs.of(folders, folders),
                Judging.BY_THE_ROOTS_POLICY));
  }

  private static LimitCheckResult check(AnalysisResult then, AnalysisResult now) {
    return new Enforcement(
            LocalDate.of(2026, 11, 29),
            Optional.of(AgainstBaseline.accepting("fl:flaky", then.assessment(), Map.of())),
            Optional.empty(),
            new TreeSet<>(),
            Optional.empty())
        .judge(now.assessment())
        .limitCheck();
  }

  private static long claims(AnalysisResult before, AnalysisResult after) {
    Comparison comparison =
        new Comparer(Margin.DEFAULT)
            .compare(
                new Side(before.evidence(), before.assessment()),
                new Side(after.evidence(), after.assessment()));
    return Stream.of(Change.WORSE, Change.BETTER, Change.MOVED)
        .mapToLong(change -> comparison.figures(change).size())
        .sum();
  }

  @Test
  void no_single_run_is_worse_than_another() {
    List<AnalysisResult> runs = Stream.of(3, 4, 7, 8).map(run -> read(run)).toList();
    for (AnalysisResult then : runs) {
      for (AnalysisResult now : runs) {
        if (then != now) {
          LimitCheckResult check = check(then, now);
          assertThat(check.violations())
              .allSatisfy(one -> assertThat(one.message()).doesNotContain("worse"));
          assertThat(check.limits(LimitState.NOT_CHECKED)).isNotEmpty();
          assertThat(claims(then, now)).isZero();
        }
      }
    }
  }

  @Test
  void nor_are_two_runs_worse_than_two_others() {
    int[][] pairs = {{3, 4}, {7, 8}, {3, 7}, {4, 8}, {3, 8}, {4, 7}};
    for (int i = 0; i < pairs.length; i += 2) {
      AnalysisResult one = read(pairs[i]);
      AnalysisResult other = read(pairs[i + 1]);
      for (LimitCheckResult check : List.of(check(one, other), check(other, one))) {
        assertThat(check.errors()).isEmpty();
        assertThat(check.unchecked()).isEmpty();
        assertThat(check.excuses()).isNotEmpty();
      }
      assertThat(claims(one, other)).isZero();
      assertThat(claims(other, one)).isZero();
    }
  }
}
