package io.github.rustfit.plugin.goal;

import io.github.rustfit.readers.builds.HistoryFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the history of builds lies. */
final class HistoryPlace {

  private HistoryPlace() {}

  /** The file that is named, relative to the root; without a name, the default one. */
  static Path of(Path root, @Nullable String named) throws GoalException {
    try {
      return root.resolve(named == null || named.isBlank() ? HistoryFile.NAME : named.strip());
    } catch (InvalidPathException e) {
      throw new GoalException(
          "rustfit: rustfit.runHistory is no file name: " + e.getMessage() + ".", e);
    }
  }
}
