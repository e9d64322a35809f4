package io.github.rustfit.readers.input;

import io.github.rustfit.rules.evidence.base.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that a file name, a directory or a glob stands for, found as those of {@link Inputs}.
 *
 * @param label the request's name, the same on every machine
 * @param files the files, sorted
 * @param explicit whether each file was asked for by name or glob; false for the contents of a
 *     directory
 * @param problems why files are missing
 */
public record FoundFiles(String label, List<Path> files, boolean explicit, List<Problem> problems) {

  public FoundFiles {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /**
   * Finds them. Nothing is thrown: a request that leads nowhere has a problem instead.
   *
   * @param root where relative requests start
   */
  public static FoundFiles of(Path root, String text) {
    Request request = new Expansion(root, Limits.DEFAULT).expand(text);
    return new FoundFiles(request.label(), request.files(), request.explicit(), request.problems());
  }
}
