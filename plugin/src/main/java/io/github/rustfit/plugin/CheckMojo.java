package io.github.rustfit.plugin;

import io.github.rustfit.engine.assessment.LimitCheckResult;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.plugin.analysis.LimitCheckRequest;
import io.github.rustfit.plugin.report.GitHubAnnotations;
import io.github.rustfit.plugin.report.LimitCheckMessage;
import io.github.rustfit.plugin.report.text.Wording;
import io.github.rustfit.rules.evidence.base.Problem;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Analyses the whole reactor as {@code report} does, and fails the build when a limit of the policy
 * is crossed.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, aggregator = true, threadSafe = true)
public final class CheckMojo extends AbstractAnalysisMojo {

  /**
   * Whether a limit that is crossed, or that could not be checked where that counts, fails the
   * build. If not, it is a warning.
   */
  @Parameter(property = "rustfit.failOnViolation", defaultValue = "true")
  private boolean failOnViolation = true;

  /**
   * Whether violations are printed as annotations of a code host: {@code github}, {@code none}, or
   * {@code auto}, which is {@code github} in GitHub Actions.
   */
  @Parameter(property = "rustfit.annotations", defaultValue = "auto")
  private @Nullable String annotations;

  /**
   * A history of builds that {@code rustfit:add-run} wrote, relative to the root project: what
   * crosses a limit at the level that lasted until now fails the build only if it is worse than
   * that beyond noise. It goes before the baseline, which still counts for what it does not say.
   */
  @Parameter(property = "rustfit.runHistory")
  private @Nullable String runHistory;

  @Override
  LimitCheckRequest limits(Reactor reactor) throws MojoExecutionException {
    LimitCheckRequest limits = super.limits(reactor);
    return runHistory == null || runHistory.isBlank()
        ? limits
        : limits.against(HistoryPlace.of(reactor.root(), runHistory));
  }

  @Override
  MissingRecording defaultForMissing() {
    return MissingRecording.FAIL;
  }

  @Override
  void judge(AnalysisResult result, Reactor reactor, MissingRecording missing, Path html)
      throws MojoExecutionException, MojoFailureException {
    LimitCheckResult check = result.assessment().limitCheck();
    if (annotates()) {
      GitHubAnnotations.of(result.assessment(), reactor.root()).forEach(System.out::println);
    }
    if (!check.passed()) {
      fail(new LimitCheckMessage(result.assessment(), html.toString()).text(today()));
      return;
    }
    if (!check.unchecked().isEmpty() && missing == MissingRecording.FAIL) {
      fail(
          "rustfit: "
              + Wording.held(check)
              + Wording.excused(check)
              + ".\n  "
              + check.unchecked().stream().map(Problem::text).collect(Collectors.joining("\n  "))
              + "\n  (rustfit.onMissingRecording=warn lets the build pass without.)");
      return;
    }
    getLog().info("rustfit: " + Wording.held(check) + Wording.excused(check) + ".");
  }

  /** Fails the build, or says what would have failed it. */
  private void fail(String message) throws MojoFailureException {
    if (failOnViolation) {
      throw new MojoFailureException(message);
    }
    getLog()
        .warn(message + "\n  (rustfit.failOnViolation is false, so that the build does not fail.)");
  }

  private boolean annotates() throws MojoExecutionException {
    String wanted = annotations == null ? "auto" : annotations.strip();
    return switch (wanted) {
      case "auto", "" -> "true".equals(System.getenv("GITHUB_ACTIONS"));
      case "github" -> true;
      case "none" -> false;
      default ->
          throw new MojoExecutionException(
              "rustfit: rustfit.annotations is '" + wanted + "'; use auto, github or none.");
    };
  }
}
