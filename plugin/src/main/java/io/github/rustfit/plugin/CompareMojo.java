package io.github.rustfit.plugin;

import io.github.rustfit.plugin.goal.CompareGoal;
import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.plugin.goal.JudgeOptions;
import io.github.rustfit.plugin.goal.Setup;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says what changed beyond noise between several runs of two sides, such as before and after a
 * tuning, or on the main branch and on this one: {@code compare.html}, {@code compare.md} and
 * {@code compare.json}.
 */
@Mojo(name = "compare", aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven injects the parameters before it calls execute()
public final class CompareMojo extends AbstractReactorMojo {

  /**
   * The side before: {@code evidence.json} of that build, or recordings and GC logs of several
   * runs; files, directories and globs, relative to the root project. With a single run nothing is
   * called changed.
   */
  @Parameter(property = "rustfit.before")
  private @Nullable List<String> before;

  /** The side after, as {@code before}; without it, what {@code report} would read here. */
  @Parameter(property = "rustfit.after")
  private @Nullable List<String> after;

  /**
   * Fails the build when a figure became worse beyond noise, or when a side has a single run, so
   * that nobody knows.
   */
  @Parameter(property = "rustfit.failOnRegression", defaultValue = "false")
  private boolean failOnRegression;

  /** Relative change of a figure that does not count, e.g. 0.1 for a tenth. */
  @Parameter(property = "rustfit.tolerance", defaultValue = "0.1")
  private double tolerance;

  /** Load of the side after, divided by that of the side before, if they differ. */
  @Parameter(property = "rustfit.loadRatio", defaultValue = "1")
  private double loadRatio;

  /** The policy by which both sides are judged; as for {@code report}. */
  @Parameter(property = "rustfit.policy")
  private @Nullable String policy;

  @Override
  JudgeOptions judging() {
    return JudgeOptions.NONE.by(policy);
  }

  @Override
  void run(Setup setup) throws GoalException {
    new CompareGoal(
            setup,
            new CompareGoal.Options(
                cleaned(before), cleaned(after), failOnRegression, tolerance, loadRatio))
        .run();
  }
}
