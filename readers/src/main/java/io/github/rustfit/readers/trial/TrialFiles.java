package io.github.rustfit.readers.trial;

import io.github.rustfit.readers.digest.SourceDigests;
import io.github.rustfit.readers.files.Causes;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.repository.RepositoryEvidence;
import io.github.rustfit.rules.evidence.trial.Trial;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads what was measured of ports that were tried, and whether the Java code is still the one that
 * was tried. Bad files become problems. Number and size of files are bounded, and no link is
 * followed.
 */
public final class TrialFiles {

  private static final int MOST_FILES = 1000;

  private final Path root;
  private final SourceDigests digests;

  /**
   * @param root the project's root folder
   * @param charset of its sources
   */
  public TrialFiles(Path root, Charset charset) {
    this.root = root.toAbsolutePath().normalize();
    this.digests = new SourceDigests(root, charset);
  }

  /** Reads all files; evidence of the repository and problems only. */
  public Evidence read() {
    SortedSet<Problem> problems = new TreeSet<>();
    SortedSet<Trial> trials = new TreeSet<>();
    SortedSet<Path> files = new TreeSet<>();
    Path folder = root.resolve(TrialFile.FOLDER);
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.json")) {
        found.forEach(files::add);
      } catch (IOException e) {
        problems.add(
            problem(folder, "The folder cannot be read: " + Causes.of(e), "Make it readable."));
      }
    }
    if (files.size() > MOST_FILES) {
      problems.add(
          problem(
              folder,
              "There are " + files.size() + " files, and only " + MOST_FILES + " are read",
              "Delete those of components that are no more."));
    }
    files.stream().limit(MOST_FILES).forEach(file -> read(file, trials, problems));
    return Evidence.of(problems).with(RepositoryEvidence.of(trials));
  }

  private void read(Path file, SortedSet<Trial> trials, SortedSet<Problem> problems) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      problems.add(
          problem(
              file, "It is a link, or no plain file", "Delete it, or put the file itself there."));
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(TrialFile.MAX_BYTES + 1);
      if (bytes.length > TrialFile.MAX_BYTES) {
        problems.add(
            problem(
                file,
                "It is larger than " + TrialFile.MAX_BYTES + " bytes",
                "Try the component again with rustfit:trial."));
        return;
      }
      TrialReading reading = TrialFile.read(RelativePath.of(root, file), bytes);
      problems.addAll(reading.problems());
      reading
          .trials()
          .forEach(trial -> trials.add(trial.changed(digests.changed(trial.sources()))));
    } catch (IOException e) {
      problems.add(
          problem(file, "It cannot be read: " + Causes.of(e), "Make it readable, or delete it."));
    }
  }

  private Problem problem(Path file, String message, String remedy) {
    return new Problem(RelativePath.of(root, file), 0, message + ".", remedy);
  }
}
