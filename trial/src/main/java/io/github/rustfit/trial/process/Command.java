package io.github.rustfit.trial.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program with its arguments. What it says goes to a file, as nobody knows how much that is.
 *
 * @param words the program and its arguments
 * @param folder it is run in
 * @param said the file that takes what it says, both streams
 * @param limit how long it may take
 */
public record Command(List<String> words, Path folder, Path said, Duration limit) {

  /** Most that is read of what a program said, in bytes. */
  private static final int MOST = 1 << 20;

  public Command {
    words = List.copyOf(words);
  }

  /**
   * How it ended.
   *
   * @param status what it ended with; negative when it was stopped
   * @param lines what it said, as far as that is read
   */
  public record Ended(int status, List<String> lines) {

    public Ended {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Runs it to its end, or stops it with all that it started.
   *
   * @throws IOException if it cannot be run, takes longer, or is interrupted; the message says
   *     which
   */
  public Ended run() throws IOException {
    try (Guarded started = Guarded.start(words, folder, said, Map.of())) {
      Process process = started.process();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("it took more than " + limit.toSeconds() + " s and was stopped");
      }
      return new Ended(process.exitValue(), lines());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("it was interrupted", e);
    }
  }

  private List<String> lines() throws IOException {
    try (InputStream in = Files.newInputStream(said)) {
      String text = new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
      return text.lines().map(Command::printable).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Without what moves a terminal's cursor or changes its colours. */
  private static String printable(String line) {
    return line.replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "").replaceAll("\\p{Cntrl}", " ");
  }

  /** The last lines of what was said. */
  public static List<String> last(Ended ended, int lines) {
    List<String> all = new ArrayList<>(ended.lines());
    return all.subList(Math.max(0, all.size() - lines), all.size());
  }
}
