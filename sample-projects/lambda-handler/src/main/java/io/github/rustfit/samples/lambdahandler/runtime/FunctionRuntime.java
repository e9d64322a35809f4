package io.github.rustfit.samples.lambdahandler.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Connects a function with the platform: an event a line comes in, an answer a line goes out. An
 * event that fails is answered with the error, and the next one has its turn.
 */
public final class FunctionRuntime {
  private final BufferedReader events;
  private final PrintStream answers;

  /** Takes the two ends of the connection. */
  public FunctionRuntime(InputStream events, OutputStream answers) {
    this.events = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
    this.answers = new PrintStream(answers, false, StandardCharsets.UTF_8);
  }

  /**
   * Handles events until the platform closes the input.
   *
   * @throws IOException if the connection breaks
   */
  public void run(Handler<?> handler) throws IOException {
    for (String line = events.readLine(); line != null; line = events.readLine()) {
      answers.print(answer(handler, line));
      answers.print('\n');
      answers.flush();
    }
  }

  private static String answer(Handler<?> handler, String line) throws JsonProcessingException {
    try {
      return Json.write(handler.handle(Json.read(line, Handler.Event.class)));
    } catch (JsonProcessingException malformed) {
      return Json.write(new Failure("malformed event", malformed.getOriginalMessage()));
    } catch (IllegalArgumentException invalid) {
      return Json.write(new Failure("invalid event", invalid.getMessage()));
    }
  }

  private record Failure(String error, String reason) {}
}
