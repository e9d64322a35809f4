package io.github.rustfit.plugin.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JDK's Flight Recorder in a running JVM, beside recordings that run there already. */
final class FlightRecorder implements Recorder {

  /** How long after its time it ends by itself, should this build have been killed. */
  private static final Duration FUSE = Duration.ofSeconds(60);

  /** Beyond that the oldest goes: it is the disk of somebody's production. */
  private static final String MOST = "1g";

  private static final Pattern REPOSITORY = Pattern.compile("Repository path: (.+)");

  private final RunningJvm jvm;
  private final TargetFolder folder;
  private final String file;
  private final String settings;

  /** No two builds that record one JVM at a time share it. */
  private final String name = "rustfit-" + ProcessHandle.current().pid();

  private Instant started = Instant.EPOCH;
  private Path repository = Path.of("");

  /**
   * @param stem name of the recording's file without its ending
   */
  FlightRecorder(RunningJvm jvm, TargetFolder folder, String stem) {
    this.jvm = jvm;
    this.folder = folder;
    this.file = stem + ".jfr";
    this.settings = stem + ".jfc";
  }

  @Override
  public void start(Duration time) throws RecordingException {
    if (!jvm.knows("JFR.start")) {
      throw new RecordingException(
          "Process "
              + jvm.pid()
              + " has no Flight Recorder: it came with JDK 11 and JDK 8 update 262, and some builds"
              + " leave it out. Record with -Drustfit.profiler=async-profiler, or on a newer JDK.");
    }
    deepStacks();
    started = Instant.now();
    String answer;
    Path given = folder.give(settings, RecordingSettings.bytes());
    try {
      answer =
          jvm.ask(
              "JFR.start",
              "name=" + name,
              "settings=" + Jcmd.value(given),
              "filename=" + Jcmd.value(folder.there().resolve(file)),
              "dumponexit=true",
              "maxsize=" + MOST,
              "duration=" + time.plus(FUSE).toSeconds() + "s");
    } finally {
      folder.takeBack(settings);
    }
    if (!answer.contains("Started recording")) {
      throw new RecordingException("The Flight Recorder did not start: " + answer);
    }
    repository = repository();
  }

  /**
   * Has whole stacks kept, if no recording ran before; afterwards the JVM leaves the depth alone.
   */
  private void deepStacks() {
    try {
      jvm.ask("JFR.configure", "stackdepth=" + RecordingOptions.STACK_FRAMES);
    } catch (RecordingException e) {
      // the recording is what was asked for; stacks that are cut are said when it is read
      started = Instant.EPOCH;
    }
  }

  /** Known only once the recorder runs; empty when the JVM does not tell. */
  private Path repository() {
    try {
      Matcher path = REPOSITORY.matcher(jvm.ask("JFR.configure"));
      return Path.of(path.find() ? path.group(1).strip() : "");
    } catch (RecordingException e) {
      return Path.of(""); // the recording runs, which is what was asked for
    }
  }

  @Override
  public void stop() throws RecordingException {
    String answer = jvm.askAtLength("JFR.stop", "name=" + name);
    if (!answer.contains("Stopped recording")) {
      throw new RecordingException(
          "The Flight Recorder could not write "
              + folder.there().resolve(file)
              + ": "
              + answer
              + " Look whether the disk is full.");
    }
  }

  /** A JVM that was killed leaves chunks in its repository; they are a recording when joined. */
  @Override
  public void salvage() throws RecordingException {
    Path target = folder.here().resolve(file);
    if (repository.toString().isEmpty()) {
      return;
    }
    try {
      List<Path> chunks = chunks();
      long size = 0;
      for (Path chunk : chunks) {
        size += Files.size(chunk);
      }
      if (size > target.toFile().length()) { // it was killed before it had put them together
        Path part = Files.createTempFile(folder.here(), "chunks", ".tmp");
        try (OutputStream out = Files.newOutputStream(part)) {
          for (Path chunk : chunks) {
            Files.copy(chunk, out);
          }
          Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
          Files.deleteIfExists(part);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new RecordingException(
          "What the JVM left in " + repository + " could not be copied: " + e.getMessage(), e);
    }
  }

  private List<Path> chunks() throws IOException {
    if (!Files.isDirectory(repository)) {
      return List.of();
    }
    List<Path> chunks = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(repository, "*.jfr")) {
      for (Path chunk : found) {
        FileTime changed = Files.getLastModifiedTime(chunk);
        if (Files.size(chunk) > 0 && !changed.toInstant().isBefore(started)) {
          chunks.add(chunk);
        }
      }
    }
    Collections.sort(chunks); // their names are the times when they began
    return chunks;
  }

  @Override
  public List<String> files() {
    return List.of(file);
  }
}
