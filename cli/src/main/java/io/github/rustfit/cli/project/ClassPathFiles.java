package io.github.rustfit.cli.project;

import io.github.rustfit.plugin.goal.GoalException;
import io.github.rustfit.readers.classpath.Archive;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The archives that a user names as those that the program runs with. */
final class ClassPathFiles {

  private ClassPathFiles() {}

  /**
   * The archives, those of a folder in the order of their names.
   *
   * @throws GoalException if a name is neither a file nor a folder
   */
  static List<Archive> of(Path root, List<String> names) throws GoalException {
    List<Archive> archives = new ArrayList<>();
    for (String name : names) {
      try {
        Path path = root.resolve(name);
        if (Files.isDirectory(path)) {
          inFolder(path).forEach(file -> archives.add(new Archive("", file)));
        } else if (Files.isRegularFile(path)) {
          archives.add(new Archive("", path));
        } else {
          throw none(name, "is neither a file nor a folder");
        }
      } catch (InvalidPathException e) {
        throw none(name, "is no name of a file");
      } catch (IOException | DirectoryIteratorException e) {
        throw none(name, "cannot be read (" + e.getMessage() + ")");
      }
    }
    return archives;
  }

  private static List<Path> inFolder(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.{jar,war}")) {
      jars.forEach(files::add);
    }
    return files.stream().sorted().toList();
  }

  private static GoalException none(String name, String why) {
    return new GoalException(
        "rustfit: --class-path names '"
            + name
            + "', which "
            + why
            + ". Name jars, a folder with jars, or the jar or war that holds them.");
  }
}
