package io.github.rustfit.samples.readstates;

import io.github.rustfit.samples.readstates.cache.ReadStateCache;
import io.github.rustfit.samples.readstates.server.ReadStateServer;
import java.io.IOException;

/**
 * Starts the service: one cache of read markers behind one loopback port.
 *
 * <p>Arguments, both optional: the port (default 7311) and the number of markers the cache holds
 * (default 12,000,000).
 */
public final class ReadStates {
  private static final int DEFAULT_PORT = 7311;
  private static final int DEFAULT_CAPACITY = 12_000_000;

  private ReadStates() {}

  /**
   * Runs until the process is stopped.
   *
   * @throws IOException if the port cannot be opened
   */
  public static void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_PORT;
    int capacity = args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_CAPACITY;
    try (ReadStateServer server = new ReadStateServer(port, new ReadStateCache(capacity))) {
      System.out.printf("read-states listens on port %d, capacity %,d markers%n", port, capacity);
      server.serve();
    }
  }
}
