package io.github.rustfit.trial.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells of the machine and of processes in /proc, proc(5); nothing elsewhere. */
final class ProcFiles {

  /** Hundredths of a second, as the kernel counts for programs on every architecture of the JDK. */
  private static final long TICK_NANOS = 10_000_000;

  private static final double MUCH_SHARED = 0.1;

  private ProcFiles() {}

  /** CPU time that all processors were busy since the start, in nanoseconds; 0 if unknown. */
  static long busyNanos() {
    try {
      // cpu user nice system idle iowait irq softirq steal …; proc(5)
      String[] words = firstLine(Path.of("/proc/stat")).split("\\s+");
      long busy = 0;
      for (int i = 1; i < Math.min(words.length, 9); i++) {
        busy += i == 4 || i == 5 ? 0 : Long.parseLong(words[i]);
      }
      return busy * TICK_NANOS;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  /**
   * The most physical memory that a process had, in bytes; 0 if unknown. Of one with much shared
   * memory, what it has now, and only if that may take time: ZGC before JDK 21 maps its heap three
   * times, and the kernel's most ({@code VmHWM}) counts a page for each mapping; the proportional
   * share ({@code Pss}, proc(5)) counts it once.
   *
   * @param slow whether it may take some tens of milliseconds
   */
  static long residentBytes(long pid, boolean slow) {
    try {
      long most = 0;
      long now = 0;
      long shared = 0;
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          most = kibibytes(line);
        } else if (line.startsWith("VmRSS:")) {
          now = kibibytes(line);
        } else if (line.startsWith("RssShmem:")) {
          shared = kibibytes(line);
        }
      }
      if (shared <= now * MUCH_SHARED) {
        return most;
      }
      return slow ? proportionalBytes(pid) : 0;
    } catch (IOException | NumberFormatException e) {
      // It has ended, or this is no Linux.
      return 0;
    }
  }

  private static long proportionalBytes(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      if (line.startsWith("Pss:")) {
        return kibibytes(line);
      }
    }
    return 0;
  }

  private static long kibibytes(String line) {
    return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
  }

  private static String firstLine(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.findFirst().orElse("");
    }
  }
}
