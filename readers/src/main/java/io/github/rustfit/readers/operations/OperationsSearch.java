package io.github.rustfit.readers.operations;

import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files below the root that may be files of operations, in the order of their names, so that the
 * bounds cut at the same place on every machine. No link is followed.
 */
final class OperationsSearch {

  private static final int MAX_DEPTH = 12;
  private static final int MAX_SEEN = 200_000;
  private static final int MAX_FILES = 2_000;

  private final Path root;
  private final List<Path> files = new ArrayList<>();
  private final List<Problem> problems;
  private int seen;

  private OperationsSearch(Path root, List<Problem> problems) {
    this.root = root;
    this.problems = problems;
  }

  /**
   * The files.
   *
   * @param problems takes what could not be searched
   */
  static List<Path> below(Path root, List<Problem> problems) {
    OperationsSearch search = new OperationsSearch(root, problems);
    search.folder(root, 1);
    return search.files;
  }

  private boolean full() {
    return seen > MAX_SEEN || files.size() >= MAX_FILES;
  }

  private void folder(Path folder, int depth) {
    List<Path> entries;
    try (Stream<Path> listed = Files.list(folder)) {
      entries = listed.limit(MAX_SEEN + 1L).sorted().toList();
    } catch (IOException e) {
      add(folder, "It cannot be searched: " + Causes.of(e) + ".", "Check its permissions.");
      return;
    }
    List<Path> folders = new ArrayList<>();
    for (Path entry : entries) {
      if (full()) {
        return;
      }
      if (++seen > MAX_SEEN) {
        add(
            entry,
            "The search for files of operations stopped here, after " + MAX_SEEN + " files.",
            "Move what is not part of the project out of its folder.");
      } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        folders.add(entry);
      } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
        file(entry);
      }
    }
    if (depth < MAX_DEPTH) {
      folders.stream()
          .filter(one -> FileKinds.searched(RelativePath.of(root, one)))
          .forEach(
              one -> {
                if (!full()) {
                  folder(one, depth + 1);
                }
              });
    }
  }

  private void file(Path file) {
    String path = RelativePath.of(root, file);
    if (FileKinds.named(path).isPresent() || FileKinds.yaml(path)) {
      files.add(file);
      if (files.size() == MAX_FILES) {
        add(
            file,
            "The search for files of operations stopped here, after " + MAX_FILES + " of them.",
            "Move manifests that do not belong to this project out of its folder.");
      }
    }
  }

  private void add(Path where, String message, String remedy) {
    problems.add(new Problem(RelativePath.of(root, where), 0, message, remedy));
  }
}
