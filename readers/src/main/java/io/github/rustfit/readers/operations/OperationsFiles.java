package io.github.rustfit.readers.operations;

import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.repository.OperationsFile;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds and reads the files that say how a program is built and run: Dockerfiles, Kubernetes
 * manifests, Compose files, what build servers are told. Bad files become problems; what else they
 * say is kept. The number, depth and size of files are bounded, and no link is followed.
 */
public final class OperationsFiles {

  /** Problems of one file that are said one by one. */
  static final int MOST_PROBLEMS = 20;

  /** A file that people write is far smaller. */
  static final int MAX_BYTES = 1 << 20;

  /** Of all of them together, so that a hostile repository cannot take the build's time. */
  private static final long MAX_TOTAL = 64L << 20;

  private final Path root;
  private final List<Problem> problems = new ArrayList<>();
  private final SortedSet<OperationsFile> files = new TreeSet<>();
  private final SortedMap<String, String> modules = new TreeMap<>();
  private final Templates templates = new Templates();
  private long room = MAX_TOTAL;

  private OperationsFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * Reads all files below the project's root.
   *
   * @param roots source roots, which tell the folders of modules: a file belongs to the module of
   *     the nearest folder with a {@code pom.xml} above it, one at the top to all
   * @return evidence of the repository and problems only
   */
  public static Evidence read(Path root, List<SourceRoot> roots) {
    OperationsFiles reading = new OperationsFiles(root);
    roots.forEach(reading::module);
    for (Path file : OperationsSearch.below(reading.root, reading.problems)) {
      reading.file(file);
    }
    reading.problems.addAll(reading.templates.problems());
    return Evidence.of(new TreeSet<>(reading.problems))
        .with(RepositoryEvidence.EMPTY.with(reading.files));
  }

  private void module(SourceRoot sources) {
    Path folder = root.resolve(sources.directory()).normalize();
    while (folder != null && folder.startsWith(root) && !folder.equals(root)) {
      if (Files.isRegularFile(folder.resolve("pom.xml"))) {
        modules.putIfAbsent(RelativePath.of(root, folder) + "/", sources.module());
        return;
      }
      folder = folder.getParent();
    }
  }

  /** The module with the longest folder that the path begins with. */
  private String moduleOf(String path) {
    return modules.entrySet().stream()
        .filter(one -> path.startsWith(one.getKey()))
        .reduce((a, b) -> a.getKey().length() > b.getKey().length() ? a : b)
        .map(Map.Entry::getValue)
        .orElse("");
  }

  private void file(Path file) {
    String path = RelativePath.of(root, file);
    if (room <= 0) {
      return;
    }
    try {
      byte[] bytes = head(file);
      new OneFile(file, path, moduleOf(path), bytes, templates, problems)
          .read()
          .ifPresent(
              read -> {
                files.add(read);
                room -= bytes.length;
              });
    } catch (IOException e) {
      problems.add(
          new Problem(path, 0, "It cannot be read: " + Causes.of(e) + ".", "Check its rights."));
    }
    if (room <= 0) {
      problems.add(
          new Problem(
              path,
              0,
              "Files of operations behind this one were not read: together they are larger than "
                  + (MAX_TOTAL >> 20)
                  + " MiB.",
              "Move manifests that do not belong to this project out of its folder."));
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }
}
