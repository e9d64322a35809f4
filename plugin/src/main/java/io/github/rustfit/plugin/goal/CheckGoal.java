package io.github.rustfit.plugin.goal;

import io.github.rustfit.engine.assessment.LimitCheckResult;
import io.github.rustfit.plugin.analysis.LimitCheckRequest;
import io.github.rustfit.plugin.report.GitHubAnnotations;
import io.github.rustfit.plugin.report.LimitCheckMessage;
import io.github.rustfit.plugin.report.text.Wording;
import io.github.rustfit.rules.evidence.base.Problem;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code check}: analyses as {@code report} does, and fails for what crosses a limit, and for a
 * limit that could not be checked where that counts.
 */
public final class CheckGoal {

  private final Setup setup;
  private final Options options;

  /**
   * What {@code check} takes beside others.
   *
   * @param failOnViolation whether it fails; if not, it warns
   * @param annotations {@code github}, {@code none} or {@code auto}
   * @param runHistory a history of builds to hold the figures against; null or blank for none
   */
  public record Options(
      boolean failOnViolation, @Nullable String annotations, @Nullable String runHistory) {}

  public CheckGoal(Setup setup, Options options) {
    this.setup = setup;
    this.options = options;
  }

  /**
   * Runs it.
   *
   * @param annotating takes a line for each annotation of a code host
   */
  public void run(Consumer<String> annotating) throws GoalException {
    boolean annotates = annotates();
    Outcome outcome = AnalysisRun.of(setup, MissingRecording.FAIL, limits()).run();
    LimitCheckResult check = outcome.result().assessment().limitCheck();
    if (annotates) {
      GitHubAnnotations.of(outcome.result().assessment(), setup.root()).forEach(annotating);
    }
    if (!check.passed()) {
      fail(
          new LimitCheckMessage(outcome.result().assessment(), outcome.page().toString())
              .text(setup.today()));
      return;
    }
    if (!check.unchecked().isEmpty() && outcome.missing() == MissingRecording.FAIL) {
      fail(
          "rustfit: "
              + Wording.held(check)
              + Wording.excused(check)
              + ".\n  "
              + check.unchecked().stream().map(Problem::text).collect(Collectors.joining("\n  "))
              + "\n  (rustfit.onMissingRecording=warn lets the build pass without.)");
      return;
    }
    setup.log().info("rustfit: " + Wording.held(check) + Wording.excused(check) + ".");
  }

  private LimitCheckRequest limits() throws GoalException {
    String history = JudgeOptions.stripped(options.runHistory());
    return history.isEmpty()
        ? setup.limits()
        : setup.limits().against(HistoryPlace.of(setup.root(), history));
  }

  /** Fails, or says what would have failed. */
  private void fail(String message) throws GoalException {
    if (options.failOnViolation()) {
      throw GoalException.found(message);
    }
    setup
        .log()
        .warn(message + "\n  (rustfit.failOnViolation is false, so that the build does not fail.)");
  }

  private boolean annotates() throws GoalException {
    String wanted = JudgeOptions.stripped(options.annotations());
    return switch (wanted) {
      case "auto", "" -> "true".equals(System.getenv("GITHUB_ACTIONS"));
      case "github" -> true;
      case "none" -> false;
      default ->
          throw new GoalException(
              "rustfit: rustfit.annotations is '" + wanted + "'; use auto, github or none.");
    };
  }
}
