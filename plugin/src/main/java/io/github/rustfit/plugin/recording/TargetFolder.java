package io.github.rustfit.plugin.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * A folder that a running JVM writes to and this build reads from: the results' folder itself, or
 * one among the temporary files when the JVM sees other files (a container), runs as another user,
 * or cannot be told of the results' folder.
 *
 * @param results where everything is in the end
 * @param here the folder as this build sees it
 * @param there the same folder as the JVM sees it
 */
record TargetFolder(Path results, Path here, Path there) {

  /** With less room than this, what was written last is not to be trusted. */
  private static final long LEAST_ROOM = 1 << 20;

  /** A command's value is put between quotes and has no way to hold these; commas part options. */
  private static final String UNSPEAKABLE = "\"',\n\r";

  /**
   * Makes the folders.
   *
   * @throws RecordingException if one cannot be made
   */
  static TargetFolder of(RunningJvm jvm, Path results) throws RecordingException {
    try {
      Files.createDirectories(results);
      if (!Files.isWritable(results)) {
        throw new IOException("no permission to write");
      }
    } catch (IOException e) {
      throw unwritable(results, e);
    }
    Path proc = Path.of("/proc", String.valueOf(jvm.pid()));
    boolean container = !files(proc).equals(files(Path.of("/proc/self")));
    boolean stranger = !jvm.user().equals(ProcessHandle.current().info().user());
    boolean speakable = results.toString().chars().noneMatch(c -> UNSPEAKABLE.indexOf(c) >= 0);
    if (!container && !stranger && speakable) {
      return new TargetFolder(results, results, results);
    }
    Path there = container ? Path.of("/tmp") : Path.of(System.getProperty("java.io.tmpdir"));
    Path parent = container ? proc.resolve("root/tmp") : there;
    try {
      Path here = Files.createTempDirectory(parent, "rustfit-");
      if (container || stranger) {
        Files.setOwner(here, Files.getOwner(proc));
      }
      return new TargetFolder(results, here, there.resolve(parent.relativize(here)));
    } catch (IOException | UnsupportedOperationException e) {
      throw unwritable(parent, e);
    }
  }

  /** Puts a file there that the JVM can read. */
  Path give(String name, byte[] content) throws RecordingException {
    try {
      Files.write(here.resolve(name), content);
      return there.resolve(name);
    } catch (IOException e) {
      throw unwritable(here, e);
    }
  }

  /** Takes a file away unless it is among the results, where it may serve again. */
  void clear(String name) {
    if (!here.equals(results)) {
      takeBack(name);
    }
  }

  /** Takes a file away that was given. */
  void takeBack(String name) {
    try {
      Files.deleteIfExists(here.resolve(name));
    } catch (IOException e) {
      // It is small, and in a folder of temporary files or of results.
    }
  }

  /**
   * Brings files to the results.
   *
   * @return those that are there and not empty
   */
  List<Path> collect(List<String> names) throws RecordingException {
    if (!Files.isDirectory(here)) {
      throw new RecordingException(
          "The container has ended, and its files with it, so nothing is left of the recording."
              + " Record for a shorter time (rustfit.duration), or start the JVM with the options"
              + " that rustfit:prepare-agent sets.");
    }
    try {
      boolean full =
          Files.getFileStore(here).getUsableSpace() < LEAST_ROOM
              || Files.getFileStore(results).getUsableSpace() < LEAST_ROOM;
      if (!here.equals(results)) {
        for (String name : names) {
          if (Files.exists(here.resolve(name))) {
            Files.copy(
                here.resolve(name), results.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            Files.delete(here.resolve(name));
          }
        }
        Files.deleteIfExists(here);
      }
      if (full) { // the JVM says so in its own log only
        throw new RecordingException(
            "The disk of "
                + results
                + " or of the JVM's temporary files is full, so the recording is cut short; what"
                + " there is, is kept. Make room, or set rustfit.recordingDirectory.");
      }
      for (String name : names) { // a log without a collection is no log
        if (results.resolve(name).toFile().length() == 0) {
          Files.deleteIfExists(results.resolve(name));
        }
      }
      return names.stream()
          .map(results::resolve)
          .filter(file -> Files.isRegularFile(file) && file.toFile().length() > 0)
          .toList();
    } catch (IOException e) {
      throw unwritable(results, e);
    }
  }

  /** A name that no file in the results has yet before any of these endings. */
  String free(String stem, List<String> endings) {
    String name = stem;
    for (int number = 2; taken(name, endings); number++) {
      name = stem + "-" + number;
    }
    return name;
  }

  private boolean taken(String name, List<String> endings) {
    return endings.stream().anyMatch(ending -> Files.exists(results.resolve(name + ending)));
  }

  /** Which files a process sees; empty where the system has no such thing. */
  private static Optional<Path> files(Path proc) {
    try {
      return Optional.of(Files.readSymbolicLink(proc.resolve("ns/mnt")));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static RecordingException unwritable(Path folder, Exception cause) {
    return new RecordingException(
        folder
            + " cannot be written to ("
            + cause.getMessage()
            + "). Check its permissions and free space, or set rustfit.recordingDirectory.",
        cause);
  }
}
