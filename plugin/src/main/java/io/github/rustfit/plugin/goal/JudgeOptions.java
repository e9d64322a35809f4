package io.github.rustfit.plugin.goal;

import org.jspecify.annotations.Nullable;

/**
 * How users want it to be judged, as they wrote it; null or blank for what they did not say.
 *
 * @param policy policies, the most general one first, separated by commas
 * @param baseline file of the baseline
 * @param since branch, tag or commit
 * @param date the day of the build, {@code YYYY-MM-DD}
 * @param onMissingRecording {@code fail}, {@code warn} or {@code skip}
 */
public record JudgeOptions(
    @Nullable String policy,
    @Nullable String baseline,
    @Nullable String since,
    @Nullable String date,
    @Nullable String onMissingRecording) {

  /** Nothing was said. */
  public static final JudgeOptions NONE = new JudgeOptions(null, null, null, null, null);

  /** The same with this policy. */
  public JudgeOptions by(@Nullable String policies) {
    return new JudgeOptions(policies, baseline, since, date, onMissingRecording);
  }

  /** The same on this day. */
  public JudgeOptions on(@Nullable String day) {
    return new JudgeOptions(policy, baseline, since, day, onMissingRecording);
  }

  static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
