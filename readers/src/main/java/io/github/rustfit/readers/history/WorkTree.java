package io.github.rustfit.readers.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Folders that git has checked out. */
final class WorkTree {

  private WorkTree() {}

  /** The root of the work tree that a folder belongs to. */
  static Optional<Path> above(Path place) {
    for (Path folder = place; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  /**
   * Opens the repository of a work tree.
   *
   * @throws IOException if it is none, or points to none
   */
  static Repository open(Path workTree) throws IOException {
    FileRepositoryBuilder builder = new FileRepositoryBuilder();
    Path above = workTree.getParent();
    if (above != null) {
      builder.addCeilingDirectory(above.toFile());
    }
    builder.findGitDir(workTree.toFile());
    if (builder.getGitDir() == null) {
      throw new IOException("it is no git repository, or points to none");
    }
    return builder.setMustExist(true).setWorkTree(workTree.toFile()).build();
  }
}
