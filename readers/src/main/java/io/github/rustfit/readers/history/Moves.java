package io.github.rustfit.readers.history;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Where the sources of older commits are today, learnt while commits are walked from the newest to
 * the oldest. A folder whose sources all went elsewhere is where most of them went, so that a
 * source which was deleted before the move still counts there. On branches that moved the same
 * source to different places, the one whose commit is older wins.
 */
final class Moves {

  /** Most moved sources that are remembered; beyond, an older commit counts where it was made. */
  private static final int MOST = 2_000_000;

  private final Map<String, String> sources = new HashMap<>();
  private final Map<String, String> folders = new HashMap<>();

  /** The folder, relative to the work tree, that the source of this path belongs to today. */
  String folderOf(String path) {
    String today = sources.get(path);
    return folder(Change.folder(today == null ? path : today));
  }

  private String folder(String path) {
    return folders.getOrDefault(path, path);
  }

  /** Learns from a commit, after it was counted. */
  void learn(CommitChanges changes, ObjectReader reader, AnyObjectId tree) throws IOException {
    Map<String, SortedMap<String, Integer>> targets = new HashMap<>();
    Map<String, String> moved = new HashMap<>();
    for (Change change : changes.sources()) {
      if (change.moved()) {
        moved.put(change.oldPath(), sources.getOrDefault(change.newPath(), change.newPath()));
        String from = Change.folder(change.oldPath());
        String to = Change.folder(change.newPath());
        if (!from.equals(to)) {
          targets.computeIfAbsent(from, f -> new TreeMap<>()).merge(folder(to), 1, Integer::sum);
        }
      }
    }
    if (sources.size() < MOST) {
      sources.putAll(moved);
    }
    Set<String> left = new HashSet<>(targets.keySet());
    for (String from : left) {
      if (!from.isEmpty() && TreeWalk.forPath(reader, from, tree) == null) {
        folders.put(from, most(targets.getOrDefault(from, new TreeMap<>())));
      }
    }
  }

  private static String most(SortedMap<String, Integer> targets) {
    String most = "";
    int times = 0;
    for (Map.Entry<String, Integer> target : targets.entrySet()) {
      if (target.getValue() > times) {
        most = target.getKey();
        times = target.getValue();
      }
    }
    return most;
  }
}
