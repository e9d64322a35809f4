package io.github.rustfit.readers.input;

import io.github.rustfit.rules.evidence.base.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * One file, directory or glob as the user gave it, and the files that it stands for.
 *
 * @param text as given
 * @param label the same on every machine, for messages
 * @param files the files, sorted
 * @param explicit whether each file was asked for by name or glob, so that one that no reader
 *     understands is an error; false for the contents of a directory
 * @param problems why files are missing
 */
record Request(
    String text, String label, List<Path> files, boolean explicit, List<Problem> problems) {

  Request {
    files = files.stream().sorted().toList();
    problems = List.copyOf(problems);
  }
}
