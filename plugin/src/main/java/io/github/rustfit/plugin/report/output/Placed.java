package io.github.rustfit.plugin.report.output;

import java.util.Optional;

/**
 * Where a report belongs.
 *
 * @param project name of the assessed project, shown as the title of reports for people
 * @param commit full name of the commit that was looked at; empty when unknown
 * @param branch the branch that was checked out; empty for none
 * @param forge where the commit can be looked at; empty when unknown
 * @param prefix path from the repository's root to the project's, ended by {@code /}; empty when
 *     they are the same
 * @param version of rustfit; empty when unknown
 */
public record Placed(
    String project,
    String commit,
    String branch,
    Optional<Forge> forge,
    String prefix,
    String version) {

  /** A project of which nothing else is known. */
  public static Placed of(String project) {
    return new Placed(project, "", "", Optional.empty(), "", "");
  }

  private static final int SHORT = 10;

  /** The beginning of the commit's name, as people write it; empty when unknown. */
  public String shortCommit() {
    return commit.substring(0, Math.min(SHORT, commit.length()));
  }
}
