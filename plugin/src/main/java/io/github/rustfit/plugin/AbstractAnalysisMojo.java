package io.github.rustfit.plugin;

import io.github.rustfit.plugin.goal.JudgeOptions;
import io.github.rustfit.plugin.goal.Setup;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals that analyse have in common. */
@SuppressWarnings("NullAway.Init") // Maven injects the parameters before it calls execute()
abstract class AbstractAnalysisMojo extends AbstractReactorMojo {

  @Parameter(defaultValue = "${mojoExecution}", readonly = true)
  private @Nullable MojoExecution execution;

  /**
   * Policies, the most general one first, separated by commas: resources on the plugin's class path
   * and files relative to the root project. {@code rustfit.yaml} at the root, if it exists, comes
   * last, unless the last one named is a file of the repository, which takes its place.
   */
  @Parameter(property = "rustfit.policy")
  private @Nullable String policy;

  /**
   * What to do without any recording, and where a limit could not be checked: {@code fail}, {@code
   * warn} or {@code skip}.
   */
  @Parameter(property = "rustfit.onMissingRecording")
  private @Nullable String onMissingRecording;

  /**
   * What {@code rustfit:baseline} accepted: a file relative to the root project. Without it, {@code
   * rustfit-baseline.yaml} at the root is read if it exists.
   */
  @Parameter(property = "rustfit.baseline")
  private @Nullable String baseline;

  /**
   * A branch, tag or commit: only components that differ from it, in commits or in the work tree,
   * or that are worse than the baseline, fail the build.
   */
  @Parameter(property = "rustfit.since")
  private @Nullable String since;

  /**
   * The day on which decisions of the policy hold or are over, as {@code YYYY-MM-DD}; today in UTC
   * by default. {@code add-run} gives it to the build, and today to none.
   */
  @Parameter(property = "rustfit.date")
  private @Nullable String date;

  /** Whether the Maven site asks for the result, whatever Maven says of the execution. */
  boolean ofSite() {
    return false;
  }

  /** Without sources, planned components are still something to report. */
  @Override
  final boolean worthwhile(Setup setup) {
    return setup.worthwhile();
  }

  @Override
  final JudgeOptions judging() {
    return new JudgeOptions(policy, baseline, since, date, onMissingRecording);
  }

  @Override
  final @Nullable MojoExecution boundExecution() {
    return !ofSite() && execution != null && execution.getSource() == MojoExecution.Source.LIFECYCLE
        ? execution
        : null;
  }
}
