package io.github.rustfit.readers.builds;

import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.rules.builds.RecordedBuild;
import io.github.rustfit.rules.evidence.base.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code rustfit-history.jsonl}: a line for each build, the oldest first. Lines are added
 * at the end and never changed; the oldest go when there are too many. A reader sees a whole file
 * at any time, and builds that add at once wait for each other.
 */
public final class HistoryFile {

  /** Its name at the root of a project. */
  public static final String NAME = "rustfit-history.jsonl";

  /** Most builds that are kept unless another number is asked for. */
  public static final int MOST_BUILDS = 1_000;

  /** Most bytes that are kept and read. */
  public static final int MAX_BYTES = 64 << 20;

  /** Ends the name of the file that keeps what was cut off. */
  static final String REST = ".rest";

  private static final String LOCK = ".lock";
  private static final long WAIT_NANOS = 60_000_000_000L;
  private static final int POLL_MILLIS = 20;

  private final Path file;
  private final String path;

  /**
   * @param root the project's root, for messages
   * @param file the history, which need not exist
   */
  public HistoryFile(Path root, Path file) {
    this.file = file;
    this.path = RelativePath.of(root, file);
  }

  /** Its path, as people know it. */
  public String path() {
    return path;
  }

  /** Whether it is there. */
  public boolean exists() {
    return Files.exists(file);
  }

  /**
   * The builds of a project; none where there is no file.
   *
   * @throws IOException when it cannot be read
   */
  public HistoryReading read(String project) throws IOException {
    return lines().reading(path, project);
  }

  private HistoryLines lines() throws IOException {
    if (!exists()) {
      return new HistoryLines(List.of(), new byte[0], List.of());
    }
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException("it has more than " + MAX_BYTES + " bytes; delete its first lines");
    }
    return HistoryLines.of(path, Files.readAllBytes(file));
  }

  /**
   * What became of a build that was to be added.
   *
   * @param added whether it was; if not, a line of the same recordings is there
   * @param builds how many builds of the project are there now
   * @param dropped how many of the oldest lines went
   * @param problems what is wrong with the lines that were there
   */
  public record Adding(boolean added, int builds, int dropped, List<Problem> problems) {
    public Adding {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Adds a build at the end, unless its recordings are there already.
   *
   * @param most most builds to keep, at least 1
   * @throws IOException when the file cannot be read or written, or another build holds it for more
   *     than a minute; the file is as it was then
   */
  public Adding add(RecordedBuild build, int most) throws IOException {
    Path real = exists() ? file.toRealPath() : file.toAbsolutePath();
    Path folder = Optional.ofNullable(real.getParent()).orElse(real);
    Files.createDirectories(folder);
    Path lockFile = real.resolveSibling(real.getFileName() + LOCK);
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel)) {
      assert lock.isValid();
      return addAlone(real, build, most);
    }
  }

  /** Waits for the lock, also for one that this very JVM holds. */
  private static FileLock lock(FileChannel channel) throws IOException {
    long end = System.nanoTime() + WAIT_NANOS;
    do {
      FileLock lock = tried(channel);
      if (lock != null) {
        return lock;
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while another build adds to it", e);
      }
    } while (System.nanoTime() < end);
    throw new IOException("another build has held it for a minute");
  }

  private static @Nullable FileLock tried(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private Adding addAlone(Path real, RecordedBuild build, int most) throws IOException {
    HistoryLines before = lines();
    boolean known =
        before.lines().stream()
            .flatMap(line -> line.build().stream())
            .filter(one -> one.project().equals(build.project()))
            .anyMatch(one -> one.inputs().equals(build.inputs()));
    HistoryReading reading = before.reading(path, build.project());
    if (known) {
      return new Adding(false, reading.builds().size(), 0, reading.problems());
    }
    byte[] added = HistoryLine.bytes(build);
    if (added.length > HistoryLines.MOST_BYTES) {
      throw new IOException(
          "the line of this build would have "
              + added.length
              + " bytes, and at most "
              + HistoryLines.MOST_BYTES
              + " are read again; declare fewer, larger components in the policy");
    }
    List<byte[]> lines = new ArrayList<>();
    before.lines().forEach(line -> lines.add(line.bytes()));
    lines.add(added);
    int dropped = drop(lines, most);
    if (before.rest().length > 0) {
      Files.write(
          real.resolveSibling(real.getFileName() + REST),
          ended(List.of(before.rest())),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    replace(real, ended(lines));
    int builds = Math.max(1, Math.min(lines.size(), reading.builds().size() + 1 - dropped));
    return new Adding(true, builds, dropped, reading.problems());
  }

  /** Takes the oldest lines away while there are too many or too long ones. */
  private static int drop(List<byte[]> lines, int most) {
    long bytes = lines.stream().mapToLong(line -> line.length + 1L).sum();
    int dropped = 0;
    while (lines.size() > 1 && (lines.size() > most || bytes > MAX_BYTES)) {
      bytes -= lines.remove(0).length + 1L;
      dropped++;
    }
    return dropped;
  }

  private static byte[] ended(List<byte[]> lines) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      all.writeBytes(line);
      all.write('\n');
    }
    return all.toByteArray();
  }

  /** Writes beside it and moves into place, so that no reader sees half of it. */
  private static void replace(Path real, byte[] content) throws IOException {
    Path temporary = real.resolveSibling(real.getFileName() + ".tmp");
    try (FileChannel out =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        out.write(buffer);
      }
      out.force(true);
    }
    try {
      Files.move(
          temporary, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, real, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
