package io.github.rustfit.plugin.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** A JVM that was started by somebody else and takes commands. */
final class RunningJvm {

  /** Signals are counted from one; this is the bit of SIGQUIT, number 3, in {@code SigCgt}. */
  private static final long QUIT = 1L << 2;

  /** More than any process needs to end whose connections are closed. */
  private static final Duration LAST_BREATH = Duration.ofSeconds(10);

  private final long pid;
  private final ProcessHandle process;
  private final Jcmd jcmd;
  private final String commands;

  private RunningJvm(ProcessHandle process, Jcmd jcmd) throws RecordingException {
    this.pid = process.pid();
    this.process = process;
    this.jcmd = jcmd;
    this.commands = ask("help");
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
    try {
      if (answersQuit(process.pid(), jcmd)) {
        return new RunningJvm(process, jcmd);
      }
    } catch (RecordingException e) {
      if (alive(process)) {
        throw e;
      }
    }
    if (!alive(process)) {
      throw endedBefore(process.pid());
    }
    throw new RecordingException(
        "Process "
            + digits
            + " is no JVM, or one that was started with -Xrs and cannot be attached to. "
            + running(jcmd));
  }

  /** Of a JVM that ended while it was attached to, or when its recording was to begin. */
  static RecordingException endedBefore(long pid) {
    return new RecordingException(
        "Process "
            + pid
            + " ended before its recording began, so nothing was recorded. Record it while it runs;"
            + " a JVM that lives for a short time only records itself with the options that"
            + " rustfit:prepare-agent sets.");
  }

  /** The process id. */
  long pid() {
    return pid;
  }

  /** Whether it still runs. */
  boolean alive() {
    return alive(process);
  }

  /**
   * Whether a process still runs. One that has ended stays in Linux's list of processes until its
   * parent asks how, which some never do, such as the first process of many containers.
   */
  private static boolean alive(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    Path proc = Path.of("/proc", String.valueOf(process.pid()));
    try {
      String stat = Files.readString(proc.resolve("stat"), StandardCharsets.ISO_8859_1);
      if (!stat.startsWith(" Z", stat.lastIndexOf(')') + 1)) {
        return true;
      }
      try (var threads = Files.list(proc.resolve("task"))) {
        return threads.count() > 1; // only its first thread has ended
      }
    } catch (IOException e) {
      return process.isAlive(); // no Linux, or it has ended just now
    }
  }

  /** Whether it knows a command. */
  boolean knows(String command) {
    return commands.lines().anyMatch(line -> line.strip().equals(command));
  }

  /**
   * Gives it a command and returns the answer.
   *
   * @throws RecordingException if it does not take commands; when it ended instead of answering, it
   *     is not {@link #alive} then
   */
  String ask(String... command) throws RecordingException {
    return ask(Jcmd.SOON_SECONDS, command);
  }

  /** The same for a command that may take long. */
  String askAtLength(String... command) throws RecordingException {
    return ask(Jcmd.COPYING_SECONDS, command);
  }

  private String ask(long seconds, String... command) throws RecordingException {
    try {
      return jcmd.ask(seconds, pid, command);
    } catch (ConnectionLostException e) {
      endsNow();
      throw e;
    }
  }

  /**
   * Whether it has ended or is about to; for when it behaves like that. A JVM that ends writes its
   * recordings, and closes its connections a moment before it is gone.
   */
  boolean endsNow() {
    boolean interrupted = Thread.interrupted();
    long end = System.nanoTime() + LAST_BREATH.toNanos();
    while (alive() && System.nanoTime() < end) {
      LockSupport.parkNanos(10_000_000);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !alive();
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
