package io.github.rustfit.plugin.goal;

import io.github.rustfit.rules.evidence.trial.TrialMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that this runs on. */
final class Machine {

  private static final int LONGEST = 200;

  private Machine() {}

  static TrialMachine here(String jdk, String rustc, String technique) {
    return new TrialMachine(
        cpu(), Runtime.getRuntime().availableProcessors(), system(), jdk, rustc, technique);
  }

  static String system() {
    return System.getProperty("os.name", "") + " " + System.getProperty("os.arch", "");
  }

  /** Physical memory, or the container's limit, in bytes; 0 where Linux does not tell. */
  static long memoryBytes() {
    long machine = number("/proc/meminfo", "MemTotal:") << 10;
    long group = number("/sys/fs/cgroup/memory.max", "");
    return group > 0 && group < machine ? group : machine;
  }

  /** The first number in a line that begins like this; 0 if there is none. */
  private static long number(String file, String start) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(start))
          .map(line -> line.replaceAll("[^0-9]", ""))
          .filter(digits -> !digits.isEmpty() && digits.length() < 18)
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // Not Linux.
    }
  }

  static String cpu() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .map(name -> name.substring(0, Math.min(LONGEST, name.length())))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return ""; // Not Linux.
    }
  }
}
