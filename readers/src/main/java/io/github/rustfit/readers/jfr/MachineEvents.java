package io.github.rustfit.readers.jfr;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one chunk says about the process as a whole and the machine it ran on. */
final class MachineEvents {

  /**
   * Use of the machine since the previous event of that process or thread.
   *
   * @param time nanoseconds since 1970
   * @param thread its name; empty for the whole process
   * @param share of all hardware threads, 0..1
   */
  record Load(long time, String thread, double share) {}

  final List<Load> process = new ArrayList<>();
  final List<Load> threads = new ArrayList<>();
  final SortedSet<String> jvmVersions = new TreeSet<>();

  /** Hardware threads; 0 when not recorded. */
  int cores;

  /** Process id of the JVM; 0 when not recorded. */
  long pid;

  /** When the JVM started, nanoseconds since 1970; 0 when not recorded. */
  long jvmStartNanos;
}
