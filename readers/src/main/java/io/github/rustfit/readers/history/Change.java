package io.github.rustfit.readers.history;

import org.eclipse.jgit.lib.ObjectId;

/**
 * What a commit did to one Java source.
 *
 * @param oldPath where it was, relative to the work tree; empty if it was added
 * @param newPath where it is afterwards; empty if it was deleted
 * @param oldId its content before; all zeros if there was none
 * @param newId its content afterwards; all zeros if there is none
 */
record Change(String oldPath, String newPath, ObjectId oldId, ObjectId newId) {

  boolean added() {
    return oldPath.isEmpty();
  }

  boolean deleted() {
    return newPath.isEmpty();
  }

  boolean moved() {
    return !added() && !deleted() && !oldPath.equals(newPath);
  }

  /** Where it is afterwards, or was last. */
  String path() {
    return deleted() ? oldPath : newPath;
  }

  static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
