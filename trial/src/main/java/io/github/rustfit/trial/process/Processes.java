package io.github.rustfit.trial.process;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A program and all that it started, with what each took as it was last seen. */
final class Processes {

  /** Counting memory that is mapped several times may take a twentieth of a processor. */
  private static final int REST = 20;

  private final Process program;
  private final SortedMap<Long, ProcessHandle> handles = new TreeMap<>();
  private final SortedMap<Long, Usage> usage = new TreeMap<>();
  private final SortedMap<Long, String> programs = new TreeMap<>();

  /** When the memory of a process that takes time to count may be counted again. */
  private final Map<Long, Long> counted = new HashMap<>();

  Processes(Process program) {
    this.program = program;
  }

  /** What each took, by its id. */
  SortedMap<Long, Usage> usage() {
    return usage;
  }

  /** The executable of each, by its id. */
  SortedMap<Long, String> programs() {
    return programs;
  }

  /** Looks for those that were started since. */
  void search() {
    handles.put(program.pid(), program.toHandle());
    program.descendants().forEach(one -> handles.put(one.pid(), one));
  }

  /** Looks at each. */
  void look() {
    handles.forEach(
        (pid, handle) -> {
          ProcessHandle.Info info = handle.info();
          info.totalCpuDuration()
              .ifPresent(
                  cpu -> usage.merge(pid, new Usage(cpu.toNanos(), resident(pid)), Usage::later));
          info.command().ifPresent(command -> programs.put(pid, command));
        });
  }

  /** Asks all to end. */
  void end() {
    program.descendants().forEach(ProcessHandle::destroy);
    program.destroy();
  }

  boolean isAlive() {
    return handles.values().stream().anyMatch(ProcessHandle::isAlive);
  }

  private long resident(long pid) {
    long from = System.nanoTime();
    boolean slow = from - counted.getOrDefault(pid, from) >= 0;
    long bytes = ProcFiles.residentBytes(pid, slow);
    if (slow) {
      long now = System.nanoTime();
      counted.put(pid, now + REST * (now - from));
    }
    return bytes;
  }
}
