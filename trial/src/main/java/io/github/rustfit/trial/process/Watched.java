package io.github.rustfit.trial.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A program that is watched while it runs: what it and all that it starts take of CPU and memory,
 * by process. Each is looked at fifty times a second, and two hundred times in the first half
 * second, so the end of a process is missed by two hundredths of a second at most.
 *
 * @param words the program and its arguments
 * @param folder it is run in
 * @param said the file that takes what it says, both streams
 * @param environment variables that it gets beside those of this process
 * @param until how long it runs
 */
public record Watched(
    List<String> words, Path folder, Path said, Map<String, String> environment, Until until) {

  private static final long LOOK_MILLIS = 20;

  /** What a program starts is looked for less often, as that takes longer. */
  private static final int LOOKS_A_SEARCH = 5;

  /** What starts fast is looked at more often at first. */
  private static final long EARLY_NANOS = 500_000_000;

  private static final long EARLY_MILLIS = 5;

  private static final Duration TO_END = Duration.ofSeconds(30);

  /** Most that is looked through for a line that says that it is ready, in bytes. */
  private static final int MOST = 1 << 20;

  /**
   * How long a program runs.
   *
   * @param limit after which it is stopped by force and counts as hanging
   * @param after being ready, or started, it is asked to end; empty for one that ends by itself
   * @param ready what it says when it is of use; empty when it is at once
   */
  public record Until(Duration limit, Optional<Duration> after, Optional<Pattern> ready) {}

  /**
   * What was seen.
   *
   * @param status what it ended with
   * @param asked whether it was asked to end
   * @param wallNanos from its start to its end, or until it was asked to end
   * @param readyNanos from its start until it said that it was ready; negative if it never did
   * @param usage of each process, by its id
   * @param programs the executable of each process, as it was last seen
   * @param othersNanos CPU time of all else on the machine meanwhile; 0 if unknown
   */
  public record Seen(
      int status,
      boolean asked,
      long wallNanos,
      long readyNanos,
      SortedMap<Long, Usage> usage,
      SortedMap<Long, String> programs,
      long othersNanos) {}

  public Watched {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /**
   * Runs it to its end.
   *
   * @throws IOException if it cannot be run, takes too long, or is interrupted; the message says
   *     which
   */
  public Seen run() throws IOException {
    long busy = ProcFiles.busyNanos();
    long start = System.nanoTime();
    try (Guarded started = Guarded.start(words, folder, said, environment)) {
      return watch(started.process(), start, busy);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("it was interrupted", e);
    }
  }

  private Seen watch(Process process, long start, long busy)
      throws IOException, InterruptedException {
    Processes all = new Processes(process);
    ReadyLine line = new ReadyLine();
    long ready = until.ready().isPresent() ? -1 : 0;
    for (int look = 0; process.isAlive(); look++) {
      if (look % LOOKS_A_SEARCH == 0) {
        all.search();
      }
      all.look();
      long now = System.nanoTime() - start;
      if (ready < 0 && line.seen()) {
        ready = now;
      }
      if (now > until.limit().toNanos()) {
        throw new IOException("it took more than " + until.limit().toSeconds() + " s");
      }
      if (until.after().isPresent() && ready >= 0 && now - ready > until.after().get().toNanos()) {
        end(all);
        return seen(0, true, now, ready, all, busy);
      }
      if (process.waitFor(now < EARLY_NANOS ? EARLY_MILLIS : LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    long wall = System.nanoTime() - start;
    if (ready < 0 && line.seen()) {
      ready = wall;
    }
    return seen(process.exitValue(), false, wall, ready, all, busy);
  }

  /** Asks all processes to end, and sees what they take until they did; none is waited for long. */
  private static void end(Processes all) throws InterruptedException {
    all.look();
    all.end();
    long from = System.nanoTime();
    while (all.isAlive() && System.nanoTime() - from < TO_END.toNanos()) {
      all.look();
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private static Seen seen(
      int status, boolean asked, long wall, long ready, Processes all, long busy) {
    // What the kernel counts comes in ticks, and a machine that was halted catches up.
    long most = wall * Runtime.getRuntime().availableProcessors();
    long whole = Math.min(ProcFiles.busyNanos() - busy, most);
    long own = all.usage().values().stream().mapToLong(Usage::cpuNanos).sum();
    return new Seen(
        status,
        asked,
        wall,
        ready,
        all.usage(),
        all.programs(),
        Math.max(0, busy == 0 ? 0 : whole - own));
  }

  /** Looks for the line in what was said since the last look. */
  private final class ReadyLine {

    private long from;

    boolean seen() throws IOException {
      if (until.ready().isEmpty()) {
        return true;
      }
      try (RandomAccessFile file = new RandomAccessFile(said.toFile(), "r")) {
        long length = Math.min(file.length(), MOST);
        if (length <= from) {
          return false;
        }
        byte[] bytes = new byte[(int) (length - from)];
        file.seek(from);
        file.readFully(bytes);
        // A line that is not complete yet is looked at as it is, and again later.
        for (int end = bytes.length; end > 0; end--) {
          if (bytes[end - 1] == '\n') {
            from += end;
            break;
          }
        }
        return until.ready().get().matcher(new String(bytes, StandardCharsets.UTF_8)).find();
      }
    }
  }
}
