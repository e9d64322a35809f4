package io.github.rustfit.readers.history;

import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.submodule.SubmoduleWalk.IgnoreSubmoduleMode;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

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

  /** A name and what is meant of it, such as {@code ~3}; not of reflogs, nor of searches. */
  private static final Pattern NAMED =
      Pattern.compile("([^~^:@]+|@|[^~^:]+@(?!\\{)[^~^:]*)((?:[~^].*)?)");

  private static final Pattern STEP = Pattern.compile("\\^\\{(?:commit)?}|([~^])(\\d{0,6})");

  /** What {@code git describe} prints of a commit without a name. */
  private static final Pattern DESCRIBED = Pattern.compile(".+-\\d+-g([0-9a-f]{4,40})");

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
    CloneKind kind = CloneKind.COMPLETE;
    try (Repository repository = WorkTree.open(workTree)) {
      if (CloneKind.sha256(repository)) {
        return failed(
            since,
            "the repository names its objects by SHA-256, which cannot be read here",
            "Leave " + NAME + " out.");
      }
      kind = CloneKind.of(repository);
      runNothing(repository.getConfig());
      ObjectId head = new Refs(repository).head().orElse(null);
      ObjectId other = commit(repository, since);
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
              "it has no commit in common with the one that is checked out"
                  + (kind == CloneKind.COMPLETE ? "" : ". " + kind.cause()),
              kind == CloneKind.COMPLETE
                  ? "Name a commit that the checked-out one comes from."
                  : kind.remedy());
        }
        committed(repository, base.get(), tip, paths);
      }
      uncommitted(repository, head, paths);
      return new ChangedFiles(below(root, workTree, paths), List.of());
    } catch (MissingObjectException e) {
      return failed(since, "an object between is missing. " + kind.cause(), kind.remedy());
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

  /** What an expression means: names are looked up here, the rest is the library's. */
  private static @Nullable ObjectId commit(Repository repository, String since) throws IOException {
    Matcher parts = NAMED.matcher(since);
    if (!parts.matches()) {
      return repository.resolve(since + "^{commit}");
    }
    String name = parts.group(1).equals("@") ? Constants.HEAD : parts.group(1);
    Optional<ObjectId> named = new Refs(repository).find(name);
    if (named.isEmpty()) {
      named =
          ObjectId.isId(name)
              ? Optional.of(ObjectId.fromString(name))
              : abbreviated(repository, name);
    }
    return named.isEmpty() ? null : ancestor(repository, named.get(), parts.group(2));
  }

  /**
   * The commit that is meant of another one; the library would read all names of the repository.
   *
   * @param steps such as {@code ~3^2^{commit}}
   */
  private static @Nullable ObjectId ancestor(Repository repository, ObjectId start, String steps)
      throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit at = walk.parseCommit(start);
      Matcher step = STEP.matcher(steps);
      int end = 0;
      while (step.find() && step.start() == end) {
        end = step.end();
        String number = step.group(2);
        boolean peeled = number == null ? step.group().startsWith("^{") : number.equals("0");
        int count = number == null || number.isEmpty() ? 1 : Integer.parseInt(number);
        boolean line = step.group().startsWith("~");
        for (int i = 0; !peeled && i < (line ? count : 1); i++) {
          int parent = line ? 0 : count - 1;
          if (at.getParentCount() <= parent) {
            return null;
          }
          at = walk.parseCommit(at.getParent(parent));
        }
      }
      if (end < steps.length()) {
        throw new RevisionSyntaxException(steps);
      }
      return at.copy();
    }
  }

  private static Optional<ObjectId> abbreviated(Repository repository, String name)
      throws IOException {
    Matcher described = DESCRIBED.matcher(name);
    String id = described.matches() ? described.group(1) : name;
    if (!AbbreviatedObjectId.isId(id)) {
      return Optional.empty();
    }
    try (ObjectReader reader = repository.newObjectReader()) {
      Collection<ObjectId> all = reader.resolve(AbbreviatedObjectId.fromString(id));
      return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
    }
  }

  private static void uncommitted(Repository repository, ObjectId head, SortedSet<String> paths)
      throws IOException {
    IndexDiff diff = new IndexDiff(repository, head, new FileTreeIterator(repository));
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
