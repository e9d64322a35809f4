package io.github.rustfit.readers.history;

import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The commit that is checked out. As {@link HistoryReader}, it runs, fetches and writes nothing.
 *
 * @param commit its full name; empty when unknown
 * @param date the day of its committer's clock, in UTC; empty when unknown
 * @param branch the branch that it is the head of; empty when none is checked out
 * @param remote address of the remote {@code origin}, as the repository's settings have it; empty
 *     without
 * @param problems why commit or date are not known, where there is a repository
 */
public record CheckedOut(
    String commit, Optional<LocalDate> date, String branch, String remote, List<Problem> problems) {

  /** Nothing is known. */
  public static final CheckedOut NONE = new CheckedOut("", Optional.empty(), "", "", List.of());

  private static final int LONGEST = 1000;

  public CheckedOut {
    problems = List.copyOf(problems);
  }

  /** What is checked out at a place; nothing, without a problem, where there is no work tree. */
  public static CheckedOut at(Path root) {
    return WorkTree.above(root.toAbsolutePath().normalize())
        .map(workTree -> QuietSystem.during(() -> read(workTree)))
        .orElse(NONE);
  }

  private static CheckedOut read(Path workTree) {
    try (Repository repository = WorkTree.open(workTree)) {
      if (CloneKind.sha256(repository)) {
        return failed("", "the repository names its objects by SHA-256, which cannot be read here");
      }
      Refs refs = new Refs(repository);
      Optional<ObjectId> head = refs.head();
      if (head.isEmpty()) {
        return failed("", "nothing is committed yet");
      }
      String name = head.get().name();
      try (RevWalk walk = new RevWalk(repository)) {
        RevCommit commit = walk.parseCommit(head.get());
        long seconds = CommitTime.seconds(commit);
        return CommitTime.plausible(seconds)
            ? new CheckedOut(
                name,
                Optional.of(Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC).toLocalDate()),
                refs.branch(),
                remote(repository),
                List.of())
            : failed(name, "its date cannot be what a clock showed");
      } catch (IOException e) {
        return failed(name, Causes.of(e));
      }
    } catch (IOException e) {
      return failed("", Causes.of(e));
    } catch (RuntimeException e) {
      return failed("", e.getClass().getSimpleName());
    }
  }

  private static String remote(Repository repository) {
    String url = repository.getConfig().getString("remote", "origin", "url");
    return url == null || url.length() > LONGEST ? "" : url;
  }

  private static CheckedOut failed(String commit, String why) {
    return new CheckedOut(
        commit,
        Optional.empty(),
        "",
        "",
        List.of(
            new Problem(
                ".git",
                0,
                "The commit that is checked out is not fully known: " + why + ".",
                "Set rustfit.commit and rustfit.date.")));
  }
}
