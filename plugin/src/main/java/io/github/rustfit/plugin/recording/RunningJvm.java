package io.github.rustfit.plugin.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** A JVM that was started by somebody else and takes commands. */
final class RunningJvm {

  /** Signals are counted from one; this is the bit of SIGQUIT, number 3, in {@code SigCgt}. */
  private static final long QUIT = 1L << 2;

  private final long pid;
  private final ProcessHandle process;
  private final Jcmd jcmd;
  private final String commands;

  private RunningJvm(ProcessHandle process, Jcmd jcmd) throws RecordingException {
    this.pid = process.pid();
    this.process = process;
    this.jcmd = jcmd;
    this.commands = jcmd.ask(pid, "help");
  }

  /**
   * The JVM with this process id.
   *
   * @throws RecordingException if there is none, or it takes no commands from this user
   */
  static RunningJvm of(String pid, Jcmd jcmd) throws RecordingException {
    String digits = pid.strip();
    if (digits.isEmpty()) {
      throw new RecordingException(
          "Say which JVM to record with -Drustfit.pid=<process id>. " + running(jcmd));
    }
    if (!digits.matches("[1-9]\\d{0,17}")) {
      throw new RecordingException(
          "rustfit.pid is '" + pid + "', which is no process id. " + running(jcmd));
    }
    ProcessHandle process =
        ProcessHandle.of(Long.parseLong(digits)).filter(ProcessHandle::isAlive).orElse(null);
    if (process == null) {
      throw new RecordingException("There is no process " + digits + ". " + running(jcmd));
    }
    refuseStrangers(process);
    if (!answersQuit(process.pid(), jcmd)) {
      throw new RecordingException(
          "Process "
              + digits
              + " is no JVM, or one that was started with -Xrs and cannot be attached to. "
              + running(jcmd));
    }
    return new RunningJvm(process, jcmd);
  }

  /** The process id. */
  long pid() {
    return pid;
  }

  /** Whether it still runs. */
  boolean alive() {
    return process.isAlive();
  }

  /** Whether it knows a command. */
  boolean knows(String command) {
    return commands.lines().anyMatch(line -> line.strip().equals(command));
  }

  /** Gives it a command and returns the answer. */
  String ask(String... command) throws RecordingException {
    return jcmd.ask(pid, command);
  }

  /** Gives it a command that may take long, and returns the answer. */
  String askAtLength(String... command) throws RecordingException {
    return jcmd.ask(Jcmd.COPYING_SECONDS, pid, command);
  }

  /** Its user's name, where the system tells. */
  Optional<String> user() {
    return process.info().user();
  }

  private static String running(Jcmd jcmd) throws RecordingException {
    SortedMap<Long, String> found = jcmd.list();
    found.remove(ProcessHandle.current().pid());
    return found.isEmpty()
        ? "No other JVM of this user runs here."
        : found.entrySet().stream()
            .map(jvm -> jvm.getKey() + " " + jvm.getValue())
            .collect(Collectors.joining("\n  ", "JVMs of this user:\n  ", ""));
  }

  private static void refuseStrangers(ProcessHandle process) throws RecordingException {
    Optional<String> owner = process.info().user();
    Optional<String> me = ProcessHandle.current().info().user();
    if (owner.isPresent() && me.isPresent() && !owner.equals(me) && !me.get().equals("root")) {
      throw new RecordingException(
          "Process "
              + process.pid()
              + " belongs to "
              + owner.get()
              + ", and a JVM only obeys its own user. Run Maven as "
              + owner.get()
              + ".");
    }
  }

  /**
   * Whether it is a JVM. Attaching begins with the signal SIGQUIT, which ends a program that does
   * not expect it, so this is made sure of before.
   */
  private static boolean answersQuit(long pid, Jcmd jcmd) throws RecordingException {
    Path proc = Path.of("/proc", String.valueOf(pid));
    try {
      String caught =
          Files.readAllLines(proc.resolve("status")).stream()
              .filter(line -> line.startsWith("SigCgt:"))
              .map(line -> line.substring("SigCgt:".length()).strip())
              .findFirst()
              .orElse("0");
      if ((Long.parseUnsignedLong(caught, 16) & QUIT) == 0) {
        return false;
      }
      try (var maps = Files.lines(proc.resolve("maps"), StandardCharsets.ISO_8859_1)) {
        return maps.anyMatch(line -> line.contains("/libjvm."));
      }
    } catch (IOException | NumberFormatException e) {
      return jcmd.list().containsKey(pid);
    }
  }
}
