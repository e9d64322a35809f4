package io.github.rustfit.cli;

import io.github.rustfit.plugin.goal.JudgeOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How it is judged. */
final class JudgingOptions {

  @Option(
      names = "--policy",
      paramLabel = "FILES",
      description =
          "Policies, the most general one first, separated by commas; rustfit.yaml at the root"
              + " comes last.")
  private @Nullable String policy;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "What baseline accepted; rustfit-baseline.yaml by default, if it exists.")
  private @Nullable String baseline;

  @Option(
      names = "--since",
      paramLabel = "COMMIT",
      description = "Only components that differ from this branch, tag or commit fail the check.")
  private @Nullable String since;

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "The day on which decisions hold, YYYY-MM-DD; today in UTC by default.")
  private @Nullable String date;

  @Option(
      names = "--on-missing-recording",
      paramLabel = "WHAT",
      description = "What to do without any recording: fail, warn or skip.")
  private @Nullable String onMissingRecording;

  JudgeOptions options() {
    return new JudgeOptions(policy, baseline, since, date, onMissingRecording);
  }
}
