package io.github.rustfit.readers.input;

import io.github.rustfit.rules.evidence.Problem;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The regular files below a folder; links are followed, loops and unreadable folders are not. */
final class FileSearch extends SimpleFileVisitor<Path> {
  private final Path root;
  private final Limits limits;
  private final Predicate<Path> wanted;
  private final List<Path> files = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int seen;

  /** Searches right away; a folder that does not exist has no files. */
  FileSearch(Path root, Path start, Limits limits, Predicate<Path> wanted, int depth)
      throws IOException {
    this.root = root;
    this.limits = limits;
    this.wanted = wanted;
    if (Files.isDirectory(start)) {
      Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, this);
    }
  }

  List<Path> files() {
    return files;
  }

  List<Problem> problems() {
    return problems;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (++seen > limits.maxFiles()) {
      problems.add(
          new Problem(
              RelativePath.of(root, file),
              0,
              "The search stopped here, after " + limits.maxFiles() + " files.",
              "Name a smaller folder."));
      return FileVisitResult.TERMINATE;
    }
    if (attributes.isRegularFile() && wanted.test(file)) {
      files.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    if (!(e instanceof FileSystemLoopException)) {
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
