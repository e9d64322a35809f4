package io.github.rustfit.samples.lambdahandler;

import io.github.rustfit.samples.lambdahandler.handler.Confirmations;
import io.github.rustfit.samples.lambdahandler.runtime.FunctionRuntime;
import java.io.IOException;

/** Starts the function: one JVM, one event after the other from standard input until it ends. */
public final class LambdaHandler {
  private LambdaHandler() {}

  /**
   * Handles events until the platform closes the input.
   *
   * @throws IOException if the platform breaks the connection
   */
  public static void main(String[] args) throws IOException {
    FunctionRuntime runtime = new FunctionRuntime(System.in, System.out);
    runtime.run(new Confirmations());
  }
}
