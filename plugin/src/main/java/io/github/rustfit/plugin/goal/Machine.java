package io.github.rustfit.plugin.goal;

import io.github.rustfit.rules.evidence.trial.TrialMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that this runs on. */
final class Machine {

  private static final int LONGEST = 200;

  private Machine() {}

  static TrialMachine here(String jdk, String rustc, String technique) {
    return new TrialMachine(
        cpu(),
        Runtime.getRuntime().availableProcessors(),
        system(),
        jdk,
        rustc,
        technique);
  }

  static String system() {
    return System.getProperty("os.name", "") + " " + System.getProperty("os.arch", "");
  }

  /** Physical memory, or the container's limit, in bytes; 0 if unknown. */
  static long memoryBytes() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? Math.max(0, system.getTotalMemorySize())
        : 0;
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
