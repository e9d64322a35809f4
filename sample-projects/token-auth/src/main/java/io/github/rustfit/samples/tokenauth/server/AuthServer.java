package io.github.rustfit.samples.tokenauth.server;

import io.github.rustfit.samples.tokenauth.token.KeySet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Accepts clients on the loopback interface and gives each its own thread. */
public final class AuthServer implements AutoCloseable {
  private static final int BACKLOG = 64;

  private final ServerSocket listener;
  private final KeySet keys;
  private final ExecutorService connections = Executors.newCachedThreadPool();

  /**
   * Opens the port; {@link #serve()} starts to accept clients.
   *
   * @throws IOException if the port is taken
   */
  public AuthServer(int port, KeySet keys) throws IOException {
    this.listener = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
    this.keys = keys;
  }

  /**
   * Accepts clients until the server is closed.
   *
   * @throws IOException if the port breaks
   */
  public void serve() throws IOException {
    while (!listener.isClosed()) {
      connections.execute(new AuthConnection(listener.accept(), keys));
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    connections.shutdownNow();
  }
}
