package io.github.rustfit.cli.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Looks for modules in folders. */
final class Folders {

  /** Deeper than this no module is looked for. */
  private static final int DEEPEST = 8;

  /** A build file that is larger is none. */
  private static final long MOST_BYTES = 1 << 20;

  /** What holds no module: sources themselves, what builds write, what other tools keep. */
  private static final Set<String> LEFT_OUT =
      Set.of("src", "target", "build", "out", "bin", "node_modules", "buildSrc", "build-logic");

  private Folders() {}

  static boolean isFile(Path path) {
    return Files.isRegularFile(path);
  }

  /** A folder's own name; that of the root of a file system is the system's. */
  static String name(Path folder) {
    Path name = folder.getFileName();
    return name == null ? "root" : name.toString();
  }

  /** The text of a build file; empty if it cannot be read, or is too large to be one. */
  static Optional<String> text(Path file) {
    try {
      if (!isFile(file) || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (MalformedInputException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The modules below a folder, the folder among them, that hold {@code src/<set>/<language>}. */
  static List<Module> withSources(Path root) {
    return named(root, all(root, folder -> !SourceSets.of(folder).isEmpty()));
  }

  /** Folders below a root, the root among them, that are taken; in the order of their paths. */
  static List<Path> all(Path root, Predicate<Path> taken) {
    List<Path> found = new ArrayList<>();
    walk(root, 0, taken, found);
    return found.stream().sorted().toList();
  }

  private static void walk(Path folder, int depth, Predicate<Path> taken, List<Path> found) {
    if (taken.test(folder)) {
      found.add(folder);
    }
    if (depth == DEEPEST) {
      return;
    }
    for (Path child : children(folder)) {
      String name = name(child);
      if (!name.startsWith(".") && !LEFT_OUT.contains(name)) {
        walk(child, depth + 1, taken, found);
      }
    }
  }

  /** The folders in a folder, links left out, in the order of their names. */
  static List<Path> children(Path folder) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path child : all) {
        if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          children.add(child);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of(); // nothing of it can be read, so it holds no module
    }
    return children.stream().sorted().toList();
  }

  /** Modules named after their folders; where two have one name, after their paths. */
  static List<Module> named(Path root, List<Path> folders) {
    Map<String, Integer> uses = new HashMap<>();
    folders.forEach(folder -> uses.merge(name(folder), 1, Integer::sum));
    return folders.stream()
        .map(
            folder ->
                new Module(
                    uses.getOrDefault(name(folder), 0) > 1 && !folder.equals(root)
                        ? path(root, folder)
                        : name(folder),
                    folder))
        .toList();
  }

  private static String path(Path root, Path folder) {
    return root.relativize(folder).toString().replace('\\', '/').replace('/', '-');
  }
}
