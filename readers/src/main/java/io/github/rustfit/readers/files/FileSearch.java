package io.github.rustfit.readers.files;

import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The regular files below a folder; links are followed, loops and unreadable folders are not. */
public final class FileSearch extends SimpleFileVisitor<Path> {

  /** Begins the names of folders that results are made in; they come and go and are no input. */
  public static final String STAGING = ".rustfit-";

  private final Path root;
  private final Predicate<Path> wanted;
  private final int maxFiles;
  private final List<Path> files = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int seen;

  private FileSearch(Path root, Predicate<Path> wanted, int maxFiles) {
    this.root = root;
    this.wanted = wanted;
    this.maxFiles = maxFiles;
  }

  /**
   * What a search found.
   *
   * @param files sorted
   * @param problems what could not be searched
   */
  public record Found(List<Path> files, List<Problem> problems) {

    public Found {
      files = files.stream().sorted().toList();
      problems = List.copyOf(problems);
    }
  }

  /**
   * Searches; a folder that does not exist has no files.
   *
   * @param root the project's root, for the names in problems
   * @param start where to begin
   * @param wanted which files to keep
   * @param maxDepth folders to go down, 1 for the start folder alone
   * @param maxFiles files to look at before giving up with a problem
   */
  public static Found below(
      Path root, Path start, Predicate<Path> wanted, int maxDepth, int maxFiles)
      throws IOException {
    FileSearch search = new FileSearch(root, wanted, maxFiles);
    if (Files.isDirectory(start)) {
      Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), maxDepth, search);
    }
    return new Found(search.files, search.problems);
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (++seen > maxFiles) {
      problems.add(
          new Problem(
              RelativePath.of(root, file),
              0,
              "The search stopped here, after " + maxFiles + " files.",
              "Name a smaller folder."));
      return FileVisitResult.TERMINATE;
    }
    if (attributes.isRegularFile() && wanted.test(file)) {
      files.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return String.valueOf(folder.getFileName()).startsWith(STAGING)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    boolean gone = e instanceof NoSuchFileException; // another build took it away meanwhile
    if (!gone && !(e instanceof FileSystemLoopException)) {
      problems.add(
          new Problem(
              RelativePath.of(root, file),
              0,
              "It cannot be searched: " + Causes.of(e) + ".",
              "Check its permissions."));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
    return FileVisitResult.CONTINUE;
  }
}
