package io.github.rustfit.readers.history;

import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.submodule.SubmoduleWalk.IgnoreSubmoduleMode;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The files that differ from a commit: what was committed since the checked-out commit left it, and
 * what is not committed yet. As {@link HistoryReader}, it runs, fetches and writes nothing and
 * looks at no configuration but the repository's own.
 *
 * @param paths changed, new and deleted files, relative to the project's root, with {@code /}
 * @param problems why they are not known; empty when they are
 */
public record ChangedFiles(SortedSet<String> paths, List<Problem> problems) {

  private static final String NAME = "rustfit.since";

  public ChangedFiles {
    paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    problems = List.copyOf(problems);
  }

  /**
   * Compares the work tree with the commit where the checked-out one and another parted.
   *
   * @param root the project's root, at or below that of the work tree
   * @param since the other commit: a branch, a tag, a commit id, or any expression git knows
   */
  public static ChangedFiles since(Path root, String since) {
    Path place = root.toAbsolutePath().normalize();
    Optional<Path> workTree = WorkTree.above(place);
    if (workTree.isEmpty()) {
      return failed(since, "this is no git work tree", "Leave " + NAME + " out.");
    }
    return QuietSystem.during(() -> read(workTree.get(), place, since));
  }

  private static ChangedFiles read(Path workTree, Path root, String since) {
    try (Repository repository = WorkTree.open(workTree)) {
      runNothing(repository.getConfig());
      ObjectId head = repository.resolve(Constants.HEAD);
      ObjectId other = repository.resolve(since + "^{commit}");
      if (head == null) {
        return failed(since, "nothing is committed yet", "Leave " + NAME + " out.");
      }
      if (other == null) {
        return failed(
            since,
            "there is no such commit here",
            "Name a branch, tag or commit that is fetched (git fetch origin main; in CI fetch more"
                + " than the last commit), e.g. -D"
                + NAME
                + "=origin/main.");
      }
      SortedSet<String> paths = new TreeSet<>();
      try (RevWalk walk = new RevWalk(repository)) {
        RevCommit tip = walk.parseCommit(head);
        Optional<RevCommit> base = base(walk, tip, walk.parseCommit(other));
        if (base.isEmpty()) {
          return failed(
              since,
              "it has no commit in common with the one that is checked out",
              "In a shallow clone fetch more of both (fetch-depth: 0, git fetch --unshallow).");
        }
        committed(repository, base.get(), tip, paths);
      }
      uncommitted(repository, paths);
      return new ChangedFiles(below(root, workTree, paths), List.of());
    } catch (MissingObjectException e) {
      return failed(
          since,
          "a commit between is missing",
          "In a shallow clone fetch all of it (fetch-depth: 0, git fetch --unshallow).");
    } catch (IncorrectObjectTypeException | RevisionSyntaxException e) {
      return failed(since, "it names no commit", "Name a branch, tag or commit.");
    } catch (IOException e) {
      return failed(since, Causes.of(e), "Check the repository with git fsck.");
    } catch (RuntimeException e) {
      return failed(since, e.getClass().getSimpleName(), "Check the repository with git fsck.");
    }
  }

  /** Filters are programs that the repository's configuration names. */
  private static void runNothing(StoredConfig config) {
    for (String name : List.copyOf(config.getSubsections("filter"))) {
      config.unsetSection("filter", name);
    }
  }

  private static Optional<RevCommit> base(RevWalk walk, RevCommit tip, RevCommit other)
      throws IOException {
    walk.setRevFilter(RevFilter.MERGE_BASE);
    walk.markStart(tip);
    walk.markStart(other);
    Optional<RevCommit> base = Optional.ofNullable(walk.next());
    walk.reset();
    return base;
  }

  private static void committed(
      Repository repository, RevCommit from, RevCommit to, SortedSet<String> paths)
      throws IOException {
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(from.getTree());
      walk.addTree(to.getTree());
      walk.setRecursive(true);
      walk.setFilter(TreeFilter.ANY_DIFF);
      while (walk.next()) {
        paths.add(walk.getPathString());
      }
    }
  }

  private static void uncommitted(Repository repository, SortedSet<String> paths)
      throws IOException {
    IndexDiff diff = new IndexDiff(repository, Constants.HEAD, new FileTreeIterator(repository));
    diff.setIgnoreSubmoduleMode(IgnoreSubmoduleMode.ALL);
    diff.diff();
    List.of(
            diff.getAdded(),
            diff.getChanged(),
            diff.getRemoved(),
            diff.getModified(),
            diff.getMissing(),
            diff.getUntracked(),
            diff.getConflicting())
        .forEach(paths::addAll);
  }

  private static SortedSet<String> below(Path root, Path workTree, SortedSet<String> paths) {
    String prefix = workTree.relativize(root).toString().replace('\\', '/');
    String start = prefix.isEmpty() ? "" : prefix + "/";
    SortedSet<String> below = new TreeSet<>();
    paths.stream()
        .filter(path -> path.startsWith(start))
        .forEach(path -> below.add(path.substring(start.length())));
    return below;
  }

  private static ChangedFiles failed(String since, String why, String remedy) {
    return new ChangedFiles(
        new TreeSet<>(),
        List.of(
            new Problem(
                NAME, 0, "What changed since '" + since + "' is not known: " + why + ".", remedy)));
  }
}
