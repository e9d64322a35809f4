package io.github.rustfit.trial.compiler;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process that looks at methods: reads a question from a file and writes the answers. */
public final class CompilerProcess {

  /** Deeply nested expressions take stack. */
  private static final long STACK_BYTES = 256L << 20;

  private CompilerProcess() {}

  /**
   * @param args the file with the question, and the one for the answers
   */
  public static void main(String[] args) throws Exception {
    List<Throwable> failures = new ArrayList<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                answer(Path.of(args[0]), Path.of(args[1]));
              } catch (Throwable e) { // told by the exit code, whatever it is
                failures.add(e);
              }
            },
            "compiler",
            STACK_BYTES);
    thread.start();
    thread.join();
    if (!failures.isEmpty()) {
      System.err.println(failures.get(0));
      System.exit(1);
    }
  }

  private static void answer(Path from, Path to) throws IOException {
    Question question;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(from)))) {
      question = Question.read(in);
    }
    List<Answer> answers = new Reach(question).answers();
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
      out.writeInt(answers.size());
      for (Answer answer : answers) {
        answer.write(out);
      }
    }
  }
}
