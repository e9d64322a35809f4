package io.github.rustfit.readers.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * How many commits lie behind one and lead to another, as {@code git rev-list --count from..to}
 * counts. As {@link HistoryReader}, it runs, fetches and writes nothing.
 *
 * @param count how many; empty when this clone does not tell
 * @param why why it does not, as a sentence without its end; empty when it does, and where there is
 *     no git work tree at all
 */
public record CommitsBetween(OptionalInt count, String why) {

  /** More are not counted. */
  static final int MOST = 100_000;

  /**
   * Counts them.
   *
   * @param root at or below the work tree
   * @param from full name of a commit
   * @param to full name of a later one
   */
  public static CommitsBetween of(Path root, String from, String to) {
    Optional<Path> workTree = WorkTree.above(root.toAbsolutePath().normalize());
    if (workTree.isEmpty()) {
      return unknown("");
    }
    if (!ObjectId.isId(from) || !ObjectId.isId(to)) {
      return unknown("They are no full names of commits");
    }
    return QuietSystem.during(() -> count(workTree.get(), from, to));
  }

  private static CommitsBetween count(Path workTree, String from, String to) {
    try (Repository repository = WorkTree.open(workTree)) {
      if (CloneKind.sha256(repository)) {
        return unknown("The repository names its objects by SHA-256, which cannot be read here");
      }
      CloneKind kind = CloneKind.of(repository);
      boolean whole = kind == CloneKind.COMPLETE;
      try (RevWalk walk = new RevWalk(repository)) {
        RevCommit start = walk.parseCommit(ObjectId.fromString(from));
        walk.markStart(walk.parseCommit(ObjectId.fromString(to)));
        walk.markUninteresting(start);
        int count = 0;
        while (walk.next() != null && count < MOST) {
          count++;
        }
        return new CommitsBetween(OptionalInt.of(count), "");
      } catch (IOException e) {
        return unknown(whole ? "A commit of them is not here" : kind.cause());
      }
    } catch (IOException e) {
      return unknown("The repository cannot be read");
    } catch (RuntimeException e) {
      return unknown("The repository cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private static CommitsBetween unknown(String why) {
    return new CommitsBetween(OptionalInt.empty(), why);
  }
}
