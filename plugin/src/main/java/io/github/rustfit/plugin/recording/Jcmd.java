package io.github.rustfit.plugin.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The JDK's {@code jcmd}, which asks a running JVM of any version to do something. The JDK's own
 * attach API can only load agents, which stay in the JVM for good; {@code jcmd} leaves nothing
 * behind.
 */
final class Jcmd {

  /** A JVM answers at once, unless it stands still or the machine is very busy. */
  static final long SOON_SECONDS = 30;

  /** The attach protocol gives up after 10.5 s by itself, which a busy machine may need. */
  private static final String PATIENCE = "-J-Dsun.tools.attach.attachTimeout=25000";

  /** Long enough to copy some gigabytes. */
  static final long COPYING_SECONDS = 600;

  /** More than any answer that is looked at. */
  private static final int LONGEST_ANSWER = 1 << 20;

  /** Options of Java's that would make it say more, or be meant for another program. */
  private static final List<String> NOT_FOR_IT =
      List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS");

  private final Path program;

  private Jcmd(Path program) {
    this.program = program;
  }

  /**
   * The one of the JDK that runs this build.
   *
   * @throws RecordingException if that is no JDK
   */
  static Jcmd ofThisJdk() throws RecordingException {
    return in(Path.of(System.getProperty("java.home")));
  }

  /** The one of a Java installation. */
  static Jcmd in(Path home) throws RecordingException {
    for (String name : List.of("jcmd", "jcmd.exe")) {
      Path program = home.resolve("bin").resolve(name);
      if (Files.isExecutable(program)) {
        return new Jcmd(program);
      }
    }
    throw new RecordingException(
        "Maven runs on a Java without jcmd, so it cannot reach other JVMs: "
            + home
            + ". Let JAVA_HOME point at a JDK.");
  }

  /** Process ids and main classes of the JVMs that this user may see, without their arguments. */
  SortedMap<Long, String> list() throws RecordingException {
    SortedMap<Long, String> found = new TreeMap<>();
    for (String line : execute(SOON_SECONDS, List.of("-l")).text().lines().toList()) {
      String[] words = line.strip().split("\\s+", 3);
      if (words[0].matches("\\d{1,18}") && !line.contains("sun.tools.jcmd.JCmd")) {
        found.put(Long.parseLong(words[0]), words.length > 1 ? words[1] : "(unknown)");
      }
    }
    return found;
  }

  /** Gives a command to a JVM and returns its answer; the answer may be that it failed. */
  String ask(long pid, String... command) throws RecordingException {
    return ask(SOON_SECONDS, pid, command);
  }

  /**
   * Gives a command to a JVM and returns its answer; the answer may be that it failed.
   *
   * @throws RecordingException if the JVM does not take commands
   */
  String ask(long seconds, long pid, String... command) throws RecordingException {
    List<String> arguments = new ArrayList<>();
    arguments.add(String.valueOf(pid));
    arguments.addAll(List.of(command));
    Answer answer = execute(seconds, arguments);
    if (answer.status() != 0) {
      throw Refusal.of(pid, answer.text());
    }
    String head = pid + ":";
    String text = answer.text().strip();
    return text.startsWith(head) ? text.substring(head.length()).strip() : text;
  }

  /** A value of a command; between quotes when it has blanks. */
  static String value(Path file) {
    return '"' + file.toString() + '"';
  }

  private record Answer(int status, String text) {}

  private Answer execute(long seconds, List<String> arguments) throws RecordingException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.add(PATIENCE);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(NOT_FOR_IT);
    try {
      return answer(builder.start(), seconds);
    } catch (IOException | ExecutionException e) {
      throw new RecordingException(
          program + " cannot be run: " + e.getMessage() + ". Let JAVA_HOME point at a JDK.", e);
    }
  }

  /**
   * Waits for the answer, also when the thread is interrupted: whoever interrupts wants the JVM
   * left as it was, and a command that was given and not waited for may have switched something on.
   * The thread stays interrupted.
   */
  private static Answer answer(Process process, long seconds)
      throws IOException, ExecutionException, RecordingException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    boolean interrupted = false;
    try {
      process.getOutputStream().close();
      CompletableFuture<Answer> answer =
          CompletableFuture.supplyAsync(() -> read(process.getInputStream()))
              .thenCombine(process.onExit(), (text, over) -> new Answer(over.exitValue(), text));
      while (true) {
        try {
          return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (TimeoutException e) {
      throw new RecordingException(
          "The JVM has not answered for "
              + seconds
              + " s. It may stand still (stopped, swapped out, or in a long collection): try again"
              + " when it works.",
          e);
    } finally {
      process.destroyForcibly();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static String read(InputStream in) {
    try (in) {
      byte[] bytes = in.readNBytes(LONGEST_ANSWER);
      in.skip(Long.MAX_VALUE);
      return new String(bytes, Charset.defaultCharset());
    } catch (IOException e) {
      return "";
    }
  }
}
