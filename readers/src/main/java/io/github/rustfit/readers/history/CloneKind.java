package io.github.rustfit.readers.history;

import java.io.IOException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;

/** What a repository lacks by intent, and how to fetch it. */
enum CloneKind {
  /** Old commits are left out. */
  SHALLOW(
      "This is a shallow clone, which ends before it",
      "Fetch all of it (git fetch --unshallow; in CI fetch-depth: 0)."),

  /** Objects are left out until git asks for them, which is not done here. */
  PARTIAL(
      "This is a partial clone, which leaves out what git fetches only when it needs it",
      "Fetch all of it (git fetch --refetch --no-filter, of git 2.36 and newer), or clone without"
          + " --filter."),

  /** Nothing is left out by intent. */
  COMPLETE(
      "It is missing or damaged",
      "Clone the repository again (git fsck names what is missing or damaged).");

  private final String cause;
  private final String remedy;

  CloneKind(String cause, String remedy) {
    this.cause = cause;
    this.remedy = remedy;
  }

  static CloneKind of(Repository repository) throws IOException {
    if (!repository.getObjectDatabase().getShallowCommits().isEmpty()) {
      return SHALLOW;
    }
    StoredConfig config = repository.getConfig();
    boolean partial =
        config.getString("extensions", null, "partialclone") != null
            || config.getSubsections("remote").stream()
                .anyMatch(
                    remote ->
                        config.getBoolean("remote", remote, "promisor", false)
                            || config.getString("remote", remote, "partialclonefilter") != null);
    return partial ? PARTIAL : COMPLETE;
  }

  /** Why an object is not there, as a sentence without its end. */
  String cause() {
    return cause;
  }

  /** What makes it be there. */
  String remedy() {
    return remedy;
  }

  /** Whether objects are named by SHA-256, which the library does not read. */
  static boolean sha256(Repository repository) {
    String format = repository.getConfig().getString("extensions", null, "objectformat");
    return format != null && !format.equalsIgnoreCase("sha1");
  }
}
