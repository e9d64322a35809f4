package io.github.rustfit.samples.readstates.server;

import io.github.rustfit.samples.readstates.cache.ReadStateCache;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Accepts clients on the loopback interface and gives each its own thread. */
public final class ReadStateServer implements AutoCloseable {
  private static final int BACKLOG = 64;

  private final ServerSocket listener;
  private final RequestHandler handler;
  private final ExecutorService connections = Executors.newCachedThreadPool();

  /**
   * Opens the port; {@link #serve()} starts to accept clients.
   *
   * @throws IOException if the port is taken
   */
  public ReadStateServer(int port, ReadStateCache cache) throws IOException {
    listener = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
    handler = new RequestHandler(cache);
  }

  /**
   * Accepts clients until the server is closed.
   *
   * @throws IOException if the port breaks
   */
  public void serve() throws IOException {
    while (!listener.isClosed()) {
      connections.execute(new ClientConnection(listener.accept(), handler));
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    connections.shutdownNow();
  }
}
