package io.github.rustfit.readers.history;

import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.repository.FixClass;
import io.github.rustfit.rules.evidence.repository.FixCommit;
import io.github.rustfit.rules.evidence.repository.FolderHistory;
import io.github.rustfit.rules.evidence.repository.History;
import io.github.rustfit.rules.stats.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the commits of a repository, newest first. Only trees are compared, except for the
 * lines of the last 12 months. What cannot be read is a problem, and the history is complete only
 * after it.
 */
final class HistoryWalk {

  /** Most files of a commit that counts as a fix: a larger one mixes several things. */
  static final int MOST_FILES_OF_FIX = 20;

  private static final int MOST_COMMITS = 2_000_000;
  private static final int ID_DIGITS = 12;

  /** Commits in a row whose dates are looked through for one that can be. */
  private static final int MOST_UNDATED = 10_000;

  private final Repository repository;
  private final Map<String, String> folders;
  private final String where;
  private final CloneKind kind;
  private Mailmap people = Mailmap.NONE;
  private final SortedMap<String, FolderTally> tallies = new TreeMap<>();
  private final Moves moves = new Moves();
  private final List<Problem> problems = new ArrayList<>();
  private final FixDiffs fixDiffs = new FixDiffs(FixDiffs.MOST_BYTES);
  private long completeAfter = History.ALL;
  private int unreadable;
  private int undated;

  /**
   * @param folders folders with shipped sources, relative to the work tree, and what they are
   *     called in the result
   * @param where what problems name
   * @param kind why something may be missing
   */
  HistoryWalk(Repository repository, Map<String, String> folders, String where, CloneKind kind) {
    this.kind = kind;
    this.repository = repository;
    this.folders = folders;
    this.where = where;
    folders.keySet().forEach(folder -> tallies.put(folder, new FolderTally()));
  }

  List<Problem> problems() {
    return problems;
  }

  /**
   * Reads the history that ends at a commit.
   *
   * @param shallow commits whose parents are missing, as a clone of limited depth says
   * @throws IOException if that commit itself cannot be read
   */
  History read(ObjectId head, Set<ObjectId> shallow) throws IOException {
    try (ObjectReader reader = repository.newObjectReader();
        RevWalk commits = new RevWalk(reader);
        TreeWalk trees = new TreeWalk(reader)) {
      commits.setRetainBody(true); // until it was taken: its date has more than 32 bits
      RevCommit start = commits.parseCommit(head);
      long headSeconds = plausible(commits, start);
      SourceLines lines = new SourceLines(repository, reader);
      HeadTree tree = new HeadTree(tallies, lines);
      try {
        people = Mailmap.of(reader, start.getTree());
        tree.read(trees, start.getTree());
      } catch (IOException | RuntimeException e) {
        unreadable(start, headSeconds, e);
      }
      commits.markStart(start);
      Step step = new Step(commits, trees, reader, lines, headSeconds);
      walk(commits, step, shallow, headSeconds);
      summarise(lines);
      return new History(
          head.name(),
          headSeconds,
          !shallow.isEmpty(),
          completeAfter,
          done(),
          tree.otherLanguages());
    }
  }

  private void walk(RevWalk commits, Step step, Set<ObjectId> shallow, long headSeconds) {
    long seen = headSeconds;
    for (int count = 0; ; count++) {
      RevCommit commit;
      try {
        commit = commits.next();
      } catch (IOException | RuntimeException e) {
        completeAfter = Math.max(completeAfter, seen);
        problem(
            "The history ends early, since an older commit cannot be read: " + cause(e) + ".",
            kind.remedy() + " What is newer was read.");
        return;
      }
      if (commit == null) {
        return;
      }
      if (count == MOST_COMMITS) {
        completeAfter = Math.max(completeAfter, seen);
        problem(
            "Only the newest " + MOST_COMMITS + " commits were read.",
            "Nothing; older ones matter little.");
        return;
      }
      long seconds = CommitTime.seconds(commit);
      if (!CommitTime.plausible(seconds)) {
        undated(commit, seconds);
        seconds = seen;
      }
      seen = Math.min(seen, seconds);
      if (shallow.contains(commit)) {
        completeAfter = Math.max(completeAfter, seconds);
      } else if (commit.getParentCount() <= 1) {
        try {
          step.take(commit, seconds);
        } catch (IOException | RuntimeException e) {
          unreadable(commit, seconds, e);
        }
      }
      commit.disposeBody();
    }
  }

  /** The date of the newest commit with one that a clock can have shown. */
  private static long plausible(RevWalk commits, RevCommit head) throws IOException {
    RevCommit at = head;
    for (int steps = 0; steps < MOST_UNDATED; steps++) {
      long seconds = CommitTime.seconds(at);
      if (CommitTime.plausible(seconds)) {
        return seconds;
      }
      if (at.getParentCount() == 0) {
        break;
      }
      at = at.getParent(0);
      commits.parseBody(at);
    }
    return CommitTime.END - 1;
  }

  private void undated(RevCommit commit, long seconds) {
    if (undated++ == 0) {
      problem(
          "Commit "
              + commit.name().substring(0, ID_DIGITS)
              + " is dated "
              + Format.day(seconds)
              + ", which no clock can have shown; it counts as made with the one after it.",
          "Nothing, if few are; the clock of the machine that made it was wrong.");
    }
  }

  private void unreadable(RevCommit commit, long seconds, Exception e) {
    completeAfter = Math.max(completeAfter, seconds);
    if (unreadable++ == 0) {
      problem(
          "What commit "
              + commit.name().substring(0, ID_DIGITS)
              + " changed cannot be read: "
              + cause(e)
              + ". "
              + kind.cause()
              + ".",
          kind.remedy() + " The other commits were read.");
    }
  }

  private void summarise(SourceLines lines) {
    if (unreadable > 1) {
      problem("What " + unreadable + " commits changed cannot be read.", kind.remedy());
    }
    if (lines.tooLarge() > 0) {
      problem(
          "Java sources larger than 1 MiB count no lines ("
              + lines.tooLarge()
              + (lines.tooLarge() == 1 ? " version)." : " versions)."),
          "Keep generated sources out of git.");
    }
    if (fixDiffs.leftOut() > 0) {
      problem(
          "Of fix commits older than those that were compared, only the subject was read ("
              + fixDiffs.leftOut()
              + (fixDiffs.leftOut() == 1 ? " commit)." : " commits)."),
          "Nothing; the newest were compared line by line.");
    }
  }

  private void problem(String message, String remedy) {
    problems.add(new Problem(where, 0, message, remedy));
  }

  private static String cause(Exception e) {
    return e instanceof IOException io ? Causes.of(io) : e.getClass().getSimpleName();
  }

  private SortedMap<String, FolderHistory> done() {
    SortedMap<String, FolderHistory> done = new TreeMap<>();
    folders.forEach(
        (folder, name) -> {
          FolderTally tally = tallies.get(folder);
          if (tally != null && tally.known()) {
            done.put(name, tally.done());
          }
        });
    return done;
  }

  /** Takes one commit after the other. */
  private final class Step {

    private final RevWalk commits;
    private final TreeWalk trees;
    private final ObjectReader reader;
    private final SourceLines lines;
    private final long yearAgo;
    private final long fixesFrom;

    Step(RevWalk commits, TreeWalk trees, ObjectReader reader, SourceLines lines, long head) {
      this.commits = commits;
      this.trees = trees;
      this.reader = reader;
      this.lines = lines;
      yearAgo = head - History.YEAR_SECONDS;
      fixesFrom = head - History.FIX_SECONDS;
      trees.setFilter(TreeFilter.ANY_DIFF);
    }

    void take(RevCommit commit, long seconds) throws IOException {
      RevCommit parent = commit.getParentCount() == 0 ? null : commit.getParent(0);
      CommitChanges changes =
          CommitChanges.between(trees, parent == null ? null : tree(parent), commit.getTree());
      Map<FolderTally, Set<Change>> touched = new LinkedHashMap<>();
      for (Change change : changes.sources()) {
        FolderTally tally = tally(change);
        if (tally != null) {
          touched.computeIfAbsent(tally, t -> new HashSet<>()).add(change);
        }
      }
      touched.keySet().forEach(tally -> tally.commit(seconds));
      if (!touched.isEmpty() && seconds > fixesFrom) {
        commits.parseBody(commit);
        recent(commit, seconds, changes, touched);
      }
      if (!touched.isEmpty() && seconds > yearAgo) {
        count(commit, parent, changes);
      }
      moves.learn(changes, reader, commit.getTree());
    }

    private ObjectId tree(RevCommit parent) throws IOException {
      commits.parseHeaders(parent);
      return parent.getTree();
    }

    private @Nullable FolderTally tally(Change change) {
      return tallies.get(moves.folderOf(change.path()));
    }

    private void recent(
        RevCommit commit,
        long seconds,
        CommitChanges changes,
        Map<FolderTally, Set<Change>> touched)
        throws IOException {
      byte[] raw = commit.getRawBuffer();
      if (seconds > yearAgo) {
        Author.hash(raw, people)
            .ifPresent(who -> touched.keySet().forEach(tally -> tally.author(who)));
      }
      int message = RawParseUtils.commitMessage(raw, 0);
      if (message < 0 || changes.files() > MOST_FILES_OF_FIX) {
        return;
      }
      Optional<Messages.Said> said = Messages.fixes(raw, message);
      if (said.isEmpty()) {
        return;
      }
      Optional<DiffSigns> signs =
          said.get().toCompare() ? fixDiffs.signs(changes.sources(), lines) : Optional.empty();
      String id = commit.name().substring(0, ID_DIGITS);
      touched.forEach(
          (tally, sources) -> {
            SortedSet<FixClass> classes = FixDiffs.classes(said.get(), signs, sources);
            tally.fix(new FixCommit(id, seconds, classes));
          });
    }

    private void count(RevCommit commit, @Nullable RevCommit parent, CommitChanges changes)
        throws IOException {
      List<Change> sources =
          parent == null
              ? changes.sources()
              : lines.joinSimilar(changes, trees, parent.getTree(), commit.getTree());
      for (Change change : sources) {
        FolderTally tally = tally(change);
        if (tally != null) {
          tally.change(lines.delta(change));
        }
      }
    }
  }
}
