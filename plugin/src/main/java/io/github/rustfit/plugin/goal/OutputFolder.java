package io.github.rustfit.plugin.goal;

import io.github.rustfit.readers.files.Replacing;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder that results are written to. What belongs together is written beside what is there and
 * takes its place once all of it is complete: a run that fails, as on a full disk, leaves what an
 * earlier one wrote. Nothing is written through a link, and several builds may write to the same
 * folder at once.
 */
public final class OutputFolder {

  /** Writes the content of one file. */
  @FunctionalInterface
  public interface Writing {
    /** Writes it; the caller closes the stream. */
    void to(OutputStream out) throws IOException;
  }

  private final Path folder;
  private final String otherwise;

  /**
   * @param folder where to write
   * @param otherwise what to do when it cannot be written, as the rest of a sentence
   */
  public OutputFolder(Path folder, String otherwise) {
    this.folder = folder.toAbsolutePath();
    this.otherwise = otherwise;
  }

  /** Writes a single file and returns its path. */
  public Path write(String name, Writing content) throws GoalException {
    try (Batch batch = batch()) {
      Path target = batch.write(name, content);
      batch.publish();
      return target;
    }
  }

  /** Files that belong together: none of them is seen before {@link Batch#publish()}. */
  public Batch batch() {
    return new Batch();
  }

  /** Files of one run. */
  public final class Batch implements AutoCloseable {

    private final List<String> names = new ArrayList<>();
    private @Nullable Path staging;

    private Batch() {}

    /**
     * Writes a file that will be seen later.
     *
     * @param name relative to the folder, with {@code /}
     * @return where it will be
     */
    public Path write(String name, Writing content) throws GoalException {
      Path target = folder.resolve(name);
      try {
        Path part = staging().resolve(name);
        Files.createDirectories(part.getParent());
        try (OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW))) {
          content.to(out);
        }
        names.add(name);
        return target;
      } catch (IOException e) {
        throw unwritable(target, e);
      }
    }

    /** A folder that nobody else can know the name of, in the one that it will be moved to. */
    private Path staging() throws IOException {
      Path made = staging;
      if (made == null) {
        Files.createDirectories(folder);
        made = StagingFolders.make(folder);
        staging = made;
      }
      return made;
    }

    /** Moves all files to their places. */
    public void publish() throws GoalException {
      synchronized (OutputFolder.class) { // the files of two builds in one process do not mix
        for (String name : names) {
          Path target = folder.resolve(name);
          try {
            makeParent(target);
            Replacing.with(staging().resolve(name), target);
          } catch (IOException e) {
            throw unwritable(target, e);
          }
        }
      }
      names.clear();
    }

    /** Takes away what was not published. */
    @Override
    public void close() {
      if (staging != null) {
        StagingFolders.delete(staging);
      }
    }
  }

  /** A folder of ours that is a link leads elsewhere: the link goes, not what it leads to. */
  private void makeParent(Path target) throws IOException {
    Path parent = Objects.requireNonNull(target.getParent());
    if (!parent.equals(folder) && Files.isSymbolicLink(parent)) {
      Files.deleteIfExists(parent);
    }
    Files.createDirectories(parent);
  }

  private GoalException unwritable(Path target, IOException cause) {
    String why =
        cause instanceof FileAlreadyExistsException
            ? "a file stands in the way of a folder: " + cause.getMessage()
            : cause.getMessage();
    return new GoalException(
        "rustfit: "
            + target
            + " cannot be written: "
            + why
            + ". Check the folder's permissions and free space, or "
            + otherwise
            + ".",
        cause);
  }

  /**
   * Deletes the files in a folder below that an earlier run left there.
   *
   * @param glob what the names of such files match
   */
  public void keepOnly(String name, String glob, Set<String> pages) throws GoalException {
    Path below = folder.resolve(name);
    if (Files.isSymbolicLink(below) || !Files.isDirectory(below)) {
      return;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(below, glob)) {
      for (Path page : found) {
        if (!pages.contains(String.valueOf(page.getFileName()))) {
          Files.deleteIfExists(page);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new GoalException(
          "rustfit: "
              + below
              + " cannot be cleared: "
              + e.getMessage()
              + ". Check the folder's permissions.",
          e);
    }
  }
}
