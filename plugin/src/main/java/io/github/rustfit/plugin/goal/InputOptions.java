package io.github.rustfit.plugin.goal;

import io.github.rustfit.plugin.analysis.WantedLabels;
import io.github.rustfit.plugin.analysis.WantedPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What users want to be read, as they wrote it.
 *
 * @param recordings files, folders and globs with recordings; empty for the default places
 * @param gcLogs the same with GC logs
 * @param evidence the same with evidence that other builds wrote
 * @param part which part of recordings and logs
 * @param labels of which program they are
 * @param history whether to read the history of the git repository
 */
public record InputOptions(
    List<String> recordings,
    List<String> gcLogs,
    List<String> evidence,
    WantedPart part,
    WantedLabels labels,
    boolean history) {

  public InputOptions {
    recordings = List.copyOf(recordings);
    gcLogs = List.copyOf(gcLogs);
    evidence = List.copyOf(evidence);
  }

  /**
   * Of which program recordings and logs are; see {@link WantedLabels#of}.
   *
   * @throws GoalException for what is no label
   */
  public static WantedLabels labels(
      @Nullable String all, @Nullable String paths, @Nullable String list, @Nullable String hosts)
      throws GoalException {
    try {
      return WantedLabels.of(all, paths, list, hosts);
    } catch (IllegalArgumentException e) {
      throw new GoalException("rustfit: " + e.getMessage() + ".", e);
    }
  }

  /**
   * The part of recordings and logs that a user asked for; see {@link WantedPart#of}.
   *
   * @throws GoalException for what is no time
   */
  public static WantedPart part(
      @Nullable String from, @Nullable String to, @Nullable Boolean skipStartup)
      throws GoalException {
    try {
      return WantedPart.of(from, to, skipStartup);
    } catch (IllegalArgumentException e) {
      throw new GoalException("rustfit: " + e.getMessage() + ".", e);
    }
  }
}
