package io.github.rustfit.readers.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * What a commit changed, from its trees alone. A source that was deleted here and added there is
 * the same one, moved, if its content is, or if no other of its name moved: a class keeps its name
 * when its package is moved, although the line that names the package changes.
 *
 * @param files how many files it touched, a move once
 * @param sources what it did to Java sources
 */
record CommitChanges(int files, List<Change> sources) {

  /** Most sources of one commit that are looked at: more is an import of a whole code base. */
  static final int MOST_SOURCES = 20_000;

  private static final byte[] JAVA = {'.', 'j', 'a', 'v', 'a'};

  /**
   * Compares two trees.
   *
   * @param parent the tree before; null before the first commit
   * @throws IOException if a tree is missing or damaged
   */
  static CommitChanges between(TreeWalk walk, @Nullable AnyObjectId parent, AnyObjectId tree)
      throws IOException {
    walk.reset();
    walk.setRecursive(true);
    walk.setFilter(TreeFilter.ANY_DIFF);
    if (parent == null) {
      walk.addTree(new EmptyTreeIterator());
    } else {
      walk.addTree(parent);
    }
    walk.addTree(tree);
    List<Change> sources = new ArrayList<>();
    int files = 0;
    while (walk.next()) {
      files++;
      if (sources.size() < MOST_SOURCES && walk.isPathSuffix(JAVA, JAVA.length)) {
        boolean before = isFile(walk.getRawMode(0));
        boolean after = isFile(walk.getRawMode(1));
        if (before || after) {
          String path = walk.getPathString();
          sources.add(
              new Change(
                  before ? path : "", after ? path : "", walk.getObjectId(0), walk.getObjectId(1)));
        }
      }
    }
    List<Change> paired = paired(sources);
    return new CommitChanges(files - (sources.size() - paired.size()), paired);
  }

  private static boolean isFile(int mode) {
    return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
  }

  private static List<Change> paired(List<Change> changes) {
    if (changes.stream().noneMatch(Change::added) || changes.stream().noneMatch(Change::deleted)) {
      return changes;
    }
    List<Change> sameContent = pair(changes, Change::oldId, Change::newId);
    return pair(
        sameContent,
        change -> Change.name(change.oldPath()),
        change -> Change.name(change.newPath()));
  }

  /** Joins each deletion with the addition of the same key, if there is one of each. */
  private static List<Change> pair(
      List<Change> changes, Function<Change, Object> before, Function<Change, Object> after) {
    Map<Object, Change> deleted = unique(changes.stream().filter(Change::deleted).toList(), before);
    Map<Object, Change> added = unique(changes.stream().filter(Change::added).toList(), after);
    deleted.keySet().retainAll(added.keySet());
    Set<Change> gone = new HashSet<>(deleted.values());
    List<Change> paired = new ArrayList<>();
    for (Change change : changes) {
      Change source = change.added() ? deleted.get(after.apply(change)) : null;
      if (source != null && change.equals(added.get(after.apply(change)))) {
        paired.add(new Change(source.oldPath(), change.newPath(), source.oldId(), change.newId()));
      } else if (!gone.contains(change)) {
        paired.add(change);
      }
    }
    return paired;
  }

  private static Map<Object, Change> unique(List<Change> changes, Function<Change, Object> key) {
    Map<Object, Change> byKey = new HashMap<>();
    Set<Object> twice = new HashSet<>();
    for (Change change : changes) {
      if (byKey.put(key.apply(change), change) != null) {
        twice.add(key.apply(change));
      }
    }
    byKey.keySet().removeAll(twice);
    return byKey;
  }

  CommitChanges {
    sources = List.copyOf(sources);
  }
}
