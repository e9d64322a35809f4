package io.github.rustfit.trial.port;

import io.github.rustfit.trial.compiler.Question;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process that ports methods: reads a question from a file and writes the ports. */
public final class PortProcess {

  /** Deeply nested expressions take stack. */
  private static final long STACK_BYTES = 256L << 20;

  private PortProcess() {}

  /**
   * @param args the file with the question and the names of functions, and the one for the ports
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
            "port",
            STACK_BYTES);
    thread.start();
    thread.join();
    if (!failures.isEmpty()) {
      System.err.println(failures.get(0));
      System.exit(1);
    }
  }

  private static void answer(Path from, Path to) throws IOException {
    List<Port> ports;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(from)))) {
      Question question = Question.read(in);
      ports = new Translator(question, Question.texts(in)).ports();
    }
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
      out.writeInt(ports.size());
      for (Port port : ports) {
        port.write(out);
      }
    }
  }
}
