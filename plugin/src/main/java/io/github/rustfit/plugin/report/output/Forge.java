package io.github.rustfit.plugin.report.output;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a commit's files can be looked at.
 *
 * @param files address of the commit's root folder, ended by {@code /}
 * @param commit address of the commit itself
 * @param line what stands between a file's address and the number of a line
 */
public record Forge(String files, String commit, String line) {

  /** {@code https://host/path}, {@code ssh://user@host:port/path}, {@code user@host:path}. */
  private static final Pattern REMOTE =
      Pattern.compile(
          "(?:https?://(?:[^/@\\s]*@)?([A-Za-z0-9.-]{1,250}(?::\\d{1,5})?)/"
              + "|ssh://(?:[^/@\\s]*@)?([A-Za-z0-9.-]{1,250})(?::\\d{1,5})?/"
              + "|(?:[\\w.-]+@)([A-Za-z0-9.-]{1,250}):/?)"
              + "((?:[A-Za-z0-9_~][A-Za-z0-9._~-]*/)+[A-Za-z0-9_][A-Za-z0-9._-]*?)(?:\\.git)?/?");

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  /**
   * The forge of a remote.
   *
   * @param remote address as git has it; user and password in it go nowhere
   * @param commit full name of the commit
   * @return empty for an address that is not understood, and for a forge whose kind its name does
   *     not tell
   */
  public static Optional<Forge> of(String remote, String commit) {
    Matcher parts = REMOTE.matcher(remote.strip());
    if (!COMMIT.matcher(commit).matches() || !parts.matches()) {
      return Optional.empty();
    }
    String host =
        parts.group(1) != null
            ? parts.group(1)
            : parts.group(2) != null ? parts.group(2) : parts.group(3);
    return of(host.toLowerCase(Locale.ROOT), parts.group(4), commit);
  }

  private static Optional<Forge> of(String host, String path, String commit) {
    String project = "https://" + host + "/" + path;
    if (host.contains("github")) {
      return forge(project, "/blob/", "/commit/", "#L", commit);
    }
    if (host.contains("gitlab")) {
      return forge(project, "/-/blob/", "/-/commit/", "#L", commit);
    }
    if (host.equals("bitbucket.org")) {
      return forge(project, "/src/", "/commits/", "#lines-", commit);
    }
    if (host.contains("gitea") || host.contains("forgejo") || host.equals("codeberg.org")) {
      return forge(project, "/src/commit/", "/commit/", "#L", commit);
    }
    return Optional.empty();
  }

  private static Optional<Forge> forge(
      String project, String files, String commits, String line, String commit) {
    return Optional.of(new Forge(project + files + commit + "/", project + commits + commit, line));
  }
}
