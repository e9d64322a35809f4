import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process took until now, by the kernel's own count. */
final class Own {

  /** Of the unit in which the kernel counts CPU time, for user and system. */
  private static final double MILLIS_PER_TICK = 10;

  private Own() {}

  /** Prints CPU time and the most physical memory. */
  static void print() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      double cpu = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
      String most =
          Files.readAllLines(Path.of("/proc/self/status")).stream()
              .filter(line -> line.startsWith("VmHWM:"))
              .findFirst()
              .orElseThrow()
              .replaceAll("[^0-9]", "");
      System.out.printf("cpu_ms %.0f%nmost_kib %s%n", cpu, most);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
