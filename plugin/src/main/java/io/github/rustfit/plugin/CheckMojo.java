package io.github.rustfit.plugin;

import io.github.rustfit.plugin.goal.CheckGoal;
import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.Setup;
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
  void run(Setup setup) throws GoalException {
    new CheckGoal(setup, new CheckGoal.Options(failOnViolation, annotations, runHistory))
        .run(System.out::println);
  }
}
