package io.github.rustfit.trial.starter;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of the files of a starter; paths are relative to its folder.
 *
 * @param folder where it is
 * @param created files that were not there
 * @param updated files that nobody had changed, written anew
 * @param unchanged how many files are as they were to be
 * @param offered files that somebody changed and that stay; beside each stands {@code <name>.new}
 * @param deleted files that somebody deleted and that stay away
 * @param left files of an earlier run that belong to nothing any more, and stay
 * @param open ids of methods whose bodies nobody wrote yet
 * @param yours ids of methods whose bodies somebody wrote
 */
public record StarterReport(
    Path folder,
    List<String> created,
    List<String> updated,
    int unchanged,
    List<String> offered,
    List<String> deleted,
    List<String> left,
    List<String> open,
    List<String> yours) {

  public StarterReport {
    created = List.copyOf(created);
    updated = List.copyOf(updated);
    offered = List.copyOf(offered);
    deleted = List.copyOf(deleted);
    left = List.copyOf(left);
    open = List.copyOf(open);
    yours = List.copyOf(yours);
  }
}
