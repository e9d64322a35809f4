package io.github.rustfit.readers.history;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** What the commit that a history ends at holds: lines of sources, and files in other languages. */
final class HeadTree {

  private static final int MOST_FILES = 5_000_000;

  private final Map<String, FolderTally> folders;
  private final SourceLines lines;
  private final SortedMap<String, Long> otherLanguages = new TreeMap<>();

  /**
   * @param folders folders with shipped sources, relative to the work tree
   */
  HeadTree(Map<String, FolderTally> folders, SourceLines lines) {
    this.folders = folders;
    this.lines = lines;
  }

  SortedMap<String, Long> otherLanguages() {
    return otherLanguages;
  }

  void read(TreeWalk walk, AnyObjectId tree) throws IOException {
    walk.reset(tree);
    walk.setFilter(TreeFilter.ALL);
    walk.setRecursive(true);
    for (int files = 0; files < MOST_FILES && walk.next(); files++) {
      if ((walk.getRawMode(0) & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
        continue;
      }
      String path = walk.getPathString();
      String kind = kind(path.toLowerCase(Locale.ROOT));
      if (!kind.isEmpty()) {
        otherLanguages.merge(kind, 1L, Long::sum);
      }
      FolderTally folder = path.endsWith(".java") ? folders.get(Change.folder(path)) : null;
      if (folder != null) {
        folder.lines(lines.count(walk.getObjectId(0)));
      }
    }
  }

  /** JNI sources are told by their names: those of C or C++ that have {@code jni} in their path. */
  private static String kind(String path) {
    String name = Change.name(path);
    if (name.equals("cargo.toml")) {
      return "cargo";
    }
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "rs" -> "rust";
      case "c" -> path.contains("jni") ? "jni" : "c";
      case "cc", "cpp", "cxx" -> path.contains("jni") ? "jni" : "c++";
      case "h", "hpp" -> "header";
      default -> "";
    };
  }
}
