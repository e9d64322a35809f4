package io.github.rustfit.readers.input;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Says how far reading is, when it takes longer than a few seconds. Thread-safe. */
final class Progress {

  /** Patience before the first line, in nanoseconds. */
  static final long FIRST = 3_000_000_000L;

  /** Time between lines, in nanoseconds. */
  static final long NEXT = 5_000_000_000L;

  private static final long MEGABYTE = 1_000_000;

  private final Consumer<String> lines;
  private final LongSupplier clock;
  private long due;

  /**
   * @param lines takes one line of text at a time
   * @param clock in nanoseconds, like {@link System#nanoTime}
   */
  Progress(Consumer<String> lines, LongSupplier clock) {
    this.lines = lines;
    this.clock = clock;
    this.due = clock.getAsLong() + FIRST;
  }

  /**
   * Notes how far an input is read.
   *
   * @param bytes read so far
   * @param total bytes there are, or -1 when that is not known yet
   */
  synchronized void readTo(String path, long bytes, long total) {
    long now = clock.getAsLong();
    if (now - due < 0) {
      return;
    }
    due = now + NEXT;
    String of = total < 0 ? "" : " of " + total / MEGABYTE;
    lines.accept("Reading " + path + ": " + bytes / MEGABYTE + of + " MB");
  }
}
