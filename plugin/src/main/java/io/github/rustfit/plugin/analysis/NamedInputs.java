package io.github.rustfit.plugin.analysis;

import java.nio.file.Path;
import java.util.List;

/**
 * Recordings, logs and evidence by name: files, folders and globs.
 *
 * @param recordings what holds recordings; empty for the default places
 * @param gcLogs what holds GC logs; empty for the default places
 * @param defaultPlaces folders that are looked into where nothing is named
 * @param evidence what holds evidence that other builds wrote
 * @param part what to look at of recordings and logs
 * @param labels of which program they are
 */
public record NamedInputs(
    List<String> recordings,
    List<String> gcLogs,
    List<Path> defaultPlaces,
    List<String> evidence,
    WantedPart part,
    WantedLabels labels) {

  /** Nothing. */
  public static final NamedInputs NONE = of(List.of(), List.of());

  public NamedInputs {
    recordings = List.copyOf(recordings);
    gcLogs = List.copyOf(gcLogs);
    defaultPlaces = List.copyOf(defaultPlaces);
    evidence = List.copyOf(evidence);
  }

  /** These recordings and logs, and nothing in default places. */
  public static NamedInputs of(List<String> recordings, List<String> gcLogs) {
    return new NamedInputs(
        recordings, gcLogs, List.of(), List.of(), WantedPart.BY_THE_POLICY, WantedLabels.NONE);
  }

  /** The same, looking into these folders where nothing is named. */
  public NamedInputs lookingInto(List<Path> folders) {
    return new NamedInputs(recordings, gcLogs, folders, evidence, part, labels);
  }

  /** The same with evidence that other builds wrote. */
  public NamedInputs merging(List<String> files) {
    return new NamedInputs(recordings, gcLogs, defaultPlaces, files, part, labels);
  }

  /** The same, looking at this part of each. */
  public NamedInputs within(WantedPart wanted) {
    return new NamedInputs(recordings, gcLogs, defaultPlaces, evidence, wanted, labels);
  }

  /** The same of these programs. */
  public NamedInputs labelled(WantedLabels wanted) {
    return new NamedInputs(recordings, gcLogs, defaultPlaces, evidence, part, wanted);
  }
}
