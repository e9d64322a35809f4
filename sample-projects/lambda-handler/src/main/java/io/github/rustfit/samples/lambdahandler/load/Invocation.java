package io.github.rustfit.samples.lambdahandler.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * One cold start: starts the function's JVM, as the platform does when no instance is idle, sends
 * it an event and waits for the answer; then sends a few more to the instance, which is warm by
 * then, and ends it.
 *
 * @param coldNanos from the start of the process to the answer to the first event
 * @param lastNanos from sending the last event to its answer
 */
record Invocation(long coldNanos, long lastNanos) {

  static Invocation run(List<String> command, Path folder, List<String> events)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream in = process.getOutputStream();
        BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
      long sent = start;
      long cold = 0;
      long last = 0;
      for (String event : events) {
        in.write((event + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        String answer = answers.readLine();
        last = System.nanoTime() - sent;
        cold = cold == 0 ? last : cold;
        if (answer == null || !answer.startsWith("{\"to\":")) {
          throw new IOException("the function answered " + answer);
        }
        sent = System.nanoTime();
      }
      in.close();
      if (process.waitFor() != 0) {
        throw new IOException("the function ended with " + process.exitValue());
      }
      return new Invocation(cold, last);
    } finally {
      process.destroy();
    }
  }
}
