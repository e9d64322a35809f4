package io.github.rustfit.samples.edgeworker;

import io.github.rustfit.samples.edgeworker.server.WorkerServer;
import java.io.IOException;

/** Starts the worker. Takes the port as an optional argument (default 7321). */
public final class EdgeWorker {
  private static final int DEFAULT_PORT = 7321;

  private EdgeWorker() {}

  /**
   * Opens the port and leaves the server running.
   *
   * @throws IOException if the port cannot be opened
   */
  public static void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_PORT;
    new WorkerServer(port).start();
    System.out.printf("edge-worker listens on port %d%n", port);
  }
}
