package io.github.rustfit.trial.portability;

import io.github.rustfit.trial.compiler.Answer;
import io.github.rustfit.trial.compiler.CompilerProcess;
import io.github.rustfit.trial.compiler.Question;
import io.github.rustfit.trial.port.Port;
import io.github.rustfit.trial.port.PortProcess;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks the compiler in a process of its own, whose memory and time are limited: sources are input
 * like any other, and a compiler can be made to work without end.
 */
final class CompilerRun {

  private static final int HEAP_MEBIBYTES = 1024;

  private final int mostSeconds;

  CompilerRun(int mostSeconds) {
    this.mostSeconds = mostSeconds;
  }

  /**
   * The answers, one for each method of the question.
   *
   * @throws IOException if there are none; the message says why
   */
  List<Answer> ask(Question question) throws IOException {
    return ask(CompilerProcess.class, question::write, question.methods().size(), Answer::read);
  }

  /**
   * The ports, one for each method of the question.
   *
   * @param functions what each is called in Rust
   * @throws IOException if there are none; the message says why
   */
  List<Port> port(Question question, List<String> functions) throws IOException {
    return ask(
        PortProcess.class,
        out -> {
          question.write(out);
          Question.texts(out, functions);
        },
        question.methods().size(),
        Port::read);
  }

  /** Writes to a stream. */
  private interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads from a stream. */
  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private <T> List<T> ask(Class<?> program, Writer question, int wanted, Reader<T> answer)
      throws IOException {
    if (ModuleLayer.boot().findModule("jdk.compiler").isEmpty()) {
      throw new IOException("the Java runtime that is used has no compiler; use a JDK");
    }
    Path folder = Files.createTempDirectory("rustfit-compiler");
    Path asked = folder.resolve("question");
    Path answered = folder.resolve("answers");
    Path words = folder.resolve("words");
    try {
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(asked)))) {
        question.write(out);
      }
      run(program, List.of(asked.toString(), answered.toString()), words);
      return read(answered, wanted, answer);
    } finally {
      for (Path file : List.of(asked, answered, words)) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    }
  }

  private void run(Class<?> program, List<String> arguments, Path words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + HEAP_MEBIBYTES + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-cp",
            place().toString(),
            program.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.redirectErrorStream(true).redirectOutput(words.toFile());
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(mostSeconds, TimeUnit.SECONDS)) {
        throw new IOException("the compiler took more than " + mostSeconds + " seconds");
      }
      if (process.exitValue() != 0) {
        throw new IOException("the compiler failed" + said(words));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the compiler was interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The name of what ended it. */
  private static String said(Path words) throws IOException {
    try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(words))) {
      String text = new String(in.readNBytes(1 << 12), StandardCharsets.UTF_8);
      String name = text.strip().replaceFirst("(?s)[^\\w.$].*", "");
      return name.isEmpty() ? "" : " (" + name.substring(name.lastIndexOf('.') + 1) + ")";
    }
  }

  private static <T> List<T> read(Path file, int wanted, Reader<T> answer) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int size = in.readInt();
      if (size != wanted) {
        throw new IOException("the compiler answered " + size + " of " + wanted + " questions");
      }
      List<T> answers = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        answers.add(answer.read(in));
      }
      return answers;
    }
  }

  /** The jar or folder that holds the process's main class. */
  private static Path place() throws IOException {
    CodeSource source = CompilerProcess.class.getProtectionDomain().getCodeSource();
    try {
      if (source != null) {
        return new File(source.getLocation().toURI()).toPath();
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // said below
    }
    throw new IOException("rustfit's own jar is not known");
  }
}
